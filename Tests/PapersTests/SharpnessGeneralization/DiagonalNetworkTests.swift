import NumericalCore
import Testing

@testable import Papers

@Suite struct DiagonalNetworkTests {
  private typealias Room = SharpnessGeneralization

  private let u = [1.2, -0.4, 0.7]
  private let v = [0.5, 0.9, -1.1]
  private var beta: [Double] { zip(u, v).map { $0 * $1 } }

  private func design(rows: Int) -> Matrix {
    var random = RandomSource(seed: 2, stream: "design")
    return random.normalMatrix(rows: rows, columns: 3)
  }

  private func loss(_ design: Matrix, _ moved: [Double]) -> Double {
    Vector.squaredNorm(design * Vector.subtract(moved, beta)) / (2 * Double(design.rows))
  }

  /// The coefficients of the network whose weights are moved by radius·w.
  private func moved(_ w: [Double], _ radius: Double) -> [Double] {
    (0..<3).map { (j: Int) -> Double in (u[j] + radius * w[j]) * (v[j] + radius * w[3 + j]) }
  }

  /// The same, each weight in proportion to its size.
  private func movedInProportion(_ w: [Double], _ radius: Double) -> [Double] {
    (0..<3).map { (j: Int) -> Double in beta[j] * (1 + radius * w[j]) * (1 + radius * w[3 + j]) }
  }

  @Test func averagesAreThoseOfDraws() {
    let design = design(rows: 5)
    let measures = Room.DiagonalMeasures(design)
    var random = RandomSource(seed: 4, stream: "draws")
    var (plain, adaptive) = (0.0, 0.0)
    let (radius, draws) = (0.3, 40_000)
    for _ in 0..<draws {
      let w = random.normals(6)
      plain += loss(design, moved(w, radius))
      adaptive += loss(design, movedInProportion(w, radius))
    }
    #expect(abs(plain / Double(draws) / measures.average(u, v, radius: radius) - 1) < 0.03)
    #expect(abs(adaptive / Double(draws) / measures.adaptiveAverage(u, v, radius: radius) - 1) < 0.03)
  }

  @Test func coefficientsAreTheLimitsOfSmallRadii() throws {
    let measures = Room.DiagonalMeasures(design(rows: 5))
    let coefficients = measures.averageCoefficients(u, v)
    #expect(abs(measures.average(u, v, radius: 1e-4) / 1e-8 / coefficients.plain - 1) < 1e-6)
    #expect(abs(measures.adaptiveAverage(u, v, radius: 1e-4) / 1e-8 / coefficients.adaptive - 1) < 1e-6)
  }

  /// λmax bounds the rise of the loss in every direction, and is attained along its eigenvector.
  @Test func worstCasesAreLargestEigenvalues() throws {
    for rows in [2, 5] {
      let design = design(rows: rows)
      let worst = try Room.DiagonalMeasures(design).worstCoefficients(u, v)
      let radius = 1e-4
      var random = RandomSource(seed: 7, stream: "directions")
      var (plain, adaptive) = (0.0, 0.0)
      for _ in 0..<20_000 {
        let w = random.pointOnSphere(dimension: 6)
        plain = max(plain, loss(design, moved(w, radius)))
        adaptive = max(adaptive, loss(design, movedInProportion(w, radius)))
      }
      for (found, exact) in [(plain, worst.plain), (adaptive, worst.adaptive)] {
        let ratio = found / (radius * radius) / exact
        #expect(ratio > 0.9 && ratio < 1.001)
      }
    }
  }

  @Test func theBoxOfAnOrthogonalDesignHasAClosedForm() throws {
    let design = (3.0).squareRoot() * Matrix.identity(3)
    for radius in [0.1, 0.7, 2] {
      let rise = (1 + radius) * (1 + radius) - 1
      let exact = 0.5 * Vector.squaredNorm(beta) * rise * rise
      let box = Room.DiagonalBox(design, coefficients: beta, radius: radius)
      #expect(abs(box.overVertices() / exact - 1) < 1e-12)
      #expect(abs(try box.byAscent() / exact - 1) < 1e-12)
    }
  }

  @Test func theBoxIsLargestAtOneOfItsCorners() throws {
    // The largest move has u ⊙ v fall in one coordinate and rise in the others.
    let design = Matrix(rows: 1, columns: 3, elements: [1, 1, 1])
    for radius in [0.2, 1.5] {
      let box = Room.DiagonalBox(design, coefficients: beta, radius: radius)
      var best = 0.0
      var random = RandomSource(seed: 9, stream: "points")
      for _ in 0..<50_000 {
        // Ends and inner points of the box of (a, b).
        let factors = (0..<6).map { _ in 1 + radius * min(max(random.uniform(in: -1.5..<1.5), -1), 1) }
        let moved = (0..<3).map { beta[$0] * factors[$0] * factors[3 + $0] }
        best = max(best, loss(design, moved))
      }
      let exact = try box.maximum()
      #expect(best <= exact * (1 + 1e-12) && best > 0.98 * exact)
      #expect(try box.byAscent() <= exact * (1 + 1e-12))
    }
  }

  @Test func descentKeepsTheBalanceOfTheLayers() {
    var random = RandomSource(seed: 1, stream: "design")
    let design = random.normalMatrix(rows: 6, columns: 10)
    let target = Matrix(rows: 1, columns: 10, elements: [1, 1] + [Double](repeating: 0, count: 8))
    var descent = Room.DiagonalDescent(design: design, targets: target, scales: [0.5])
    for _ in 0..<3000 { descent.step() }
    for (u, v) in zip(descent.u.row(0), descent.v.row(0)) {
      // Exact under the flow; the steps lose of the order of their size.
      #expect(abs(u * u - v * v - 0.5) < 0.02)
    }
    let miss = Vector.subtract(descent.coefficients(0), target.row(0))
    #expect(Vector.norm(design * miss) < 1e-3)
  }

  @Test func stepsFollowTheGradient() {
    let design = Matrix(rows: 1, columns: 1, elements: [2])
    var descent = Room.DiagonalDescent(
      design: design, targets: Matrix(rows: 1, columns: 1, elements: [3]), scales: [(2.0).squareRoot()])
    descent.step()
    // u = 2, v = 0, residual −6, gradient by v: 2·2·(−6) = −24; the step is 0.02/4.
    #expect(abs(descent.v[0, 0] - 0.12) < 1e-14 && abs(descent.u[0, 0] - 2) < 1e-14)
    descent.step()
    // u·v = 0.24, residual 2·0.24 − 6 = −5.52, gradients 2·0.12·(−5.52) and 2·2·(−5.52).
    #expect(abs(descent.u[0, 0] - (2 + 0.005 * 1.3248)) < 1e-14)
    #expect(abs(descent.v[0, 0] - (0.12 + 0.005 * 22.08)) < 1e-14)
  }
}
