import Experiments
import NumericalCore
import Testing

@testable import Papers

private typealias Paper = RobustOverfitting

@Suite struct RegressionRatesTests {
  @Test func hatFunctions() {
    let hats = (0...4).map { knot in
      Paper.LinearSpline(coefficients: (0...4).map { $0 == knot ? 1 : 0 })(0.3)
    }
    #expect(zip(hats, [0, 0.8, 0.2, 0, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  /// A spline is its own least-squares fit, the fit's residuals are orthogonal to all hat functions, and beyond the ends
  /// the function is constant.
  @Test func leastSquares() throws {
    var random = RandomSource(seed: 2, stream: "spline")
    let truth = Paper.LinearSpline(coefficients: [1, -2, 0.5, 3])
    let x = (0..<40).map { _ in random.uniform() }
    let exact = try Paper.LinearSpline(fitting: x.map(truth.callAsFunction), at: x, cells: 3)
    #expect(zip(exact.coefficients, truth.coefficients).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(abs(exact(-1) - 1) < 1e-12 && abs(exact(2) - 3) < 1e-12)
    #expect(abs(exact.gate - 4) < 1e-12)

    let y = x.map { _ in random.normal() }
    let fit = try Paper.LinearSpline(fitting: y, at: x, cells: 3)
    for knot in 0...3 {
      let hat = Paper.LinearSpline(coefficients: (0...3).map { $0 == knot ? 1 : 0 })
      #expect(abs(zip(x, y).reduce(0) { $0 + ($1.1 - fit($1.0)) * hat($1.0) }) < 1e-12)
    }
    #expect([50, 100, 800, 3200].map(Paper.LinearSpline.cells(samples:)) == [4, 5, 8, 10])
  }

  /// One line in place of the spline where it is one, the spline itself across knots.
  @Test func evaluationNearAPoint() {
    let spline = Paper.LinearSpline(coefficients: [1, -2, 0.5, 3])
    let distances = [Paper.BumpWindow.Points(-0.1, -0.01, 0.02, 0.1)]
    for x in [0.0, 0.16, 0.3, 0.34, 0.5, 0.95] {
      var values = [Paper.BumpWindow.Points.zero]
      spline.evaluate(at: x, plus: distances, reach: 0.1, into: &values)
      for lane in 0..<4 { #expect(abs(values[0][lane] - spline(x + distances[0][lane])) < 1e-12) }
    }
  }

  /// With b = 0, narrow bumps and labels opposite to the target f*, both excesses have closed forms:
  /// Σ y²(2δ + ⅔κ) − 2y·f*·(2δ + κ), and Σ (y² − 2y·f*)·4δ + 2κ·(y²/3 − y·f*).
  @Test(arguments: [1e-4, 1e-6, 1e-9]) func excessOfBumps(radius: Double) {
    let sample = Paper.RegressionSample(count: 11, noise: 0, random: RandomSource(seed: 4, stream: "sample"))
      .withOppositeLabels
    let shape = Paper.BumpShape(radius: radius)
    let errors = Paper.RegressionErrors(
      of: Paper.GatedSpline(spline: Paper.LinearSpline(coefficients: [0, 0, 0]), sample: sample, shape: shape))
    var (standard, robust) = (0.0, 0.0)
    for (x, y) in zip(sample.x, sample.y) {
      let cross = y * Paper.RegressionSample.target(x)
      standard += y * y * (2 * radius + 2 / 3 * shape.ramp) - 2 * cross * (2 * radius + shape.ramp)
      robust += (y * y - 2 * cross) * 4 * radius + 2 * shape.ramp * (y * y / 3 - cross)
    }
    #expect(abs(errors.base - 0.5) < 1e-6 && abs(errors.baseRobust - 0.5) < 1e-6)
    #expect(errors.training < 1e-24)
    // Differences to one half: rounding counts where bumps are narrowest.
    let tolerance = 0.005 + 1e-16 / radius
    #expect(abs((errors.standard - errors.base) / standard - 1) < tolerance)
    #expect(abs((errors.robust - errors.baseRobust) / robust - 1) < tolerance)
  }

  @Test(arguments: TestRun.seeds) func interpolation(seed: Int) throws {
    let rows = try TestRun.run(Paper.RegressionRates.self, replicate: .seed(seed)).rows("errors")
    #expect(rows.count == 10)
    for row in rows {
      #expect(row.number("adv_train_error") < 1e-20)
      let excess = row.number("standard_error") - row.number("base_error")
      #expect((1.8...2.8).contains((row.number("robust_error") - row.number("base_robust_error")) / excess))
      if row.number("radius") == 1 {
        let predicted = 0.25 * row.number("n") * (2 + 2.0 / 30) * row.number("delta")
        #expect((0.5...1.6).contains(excess / predicted))
      } else {
        #expect(excess < 0.3 * row.number("base_error"))
      }
    }
  }

  @Test func theSharedRunShowsTheFunction() throws {
    let table = try #require(TestRun.run(Paper.RegressionRates.self, replicate: .shared(firstSeed: 0))["function"])
    let x = table.numbers("x")
    #expect(x.count == 50 * 6 + 1 && zip(x, x.dropFirst()).allSatisfy { $0 < $1 })
    for (value, label) in zip(table.numbers("value"), table.numbers("label")) where !label.isNaN {
      #expect(abs(value - label) < 1e-12)
    }
  }
}

extension RobustOverfitting.RegressionSample {
  fileprivate var withOppositeLabels: Self { Self(x: x, y: y.map { -1.5 * $0 - ($0 < 0 ? -0.1 : 0.1) }) }
}
