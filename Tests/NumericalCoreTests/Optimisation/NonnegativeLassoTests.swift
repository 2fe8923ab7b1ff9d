import Testing

@testable import NumericalCore

@Suite struct NonnegativeLassoTests {
  /// X = (1 0 1; 0 2 1)/√2, y = (1, 1)/√2, penalty = level·(squared column norms).
  @Test(arguments: [(0.1, 0.95), (0.4, 0.80), (1.5, 0.25), (3, 0)])
  func weightedProblem(level: Double, third: Double) {
    let scale = 0.5.squareRoot()
    let design = scale * Matrix([[1, 0, 1], [0, 2, 1]])
    let lasso = NonnegativeLasso(design: design, targets: [scale, scale])
    let solution = lasso.solve(penalty: [0.5 * level, 2 * level, level])
    #expect(solution.converged)
    #expect(Vector.maxNorm(Vector.subtract(solution.coefficients, [0, 0, third])) < 1e-12)
    #expect(solution.dual.allSatisfy { $0 > -1e-12 })
    #expect(abs(Vector.dot(solution.dual, solution.coefficients)) < 1e-12)
  }

  @Test func randomProblemsSatisfyTheOptimalityConditions() {
    for seed in 0..<10 {
      var source = RandomSource(key: UInt64(seed), stream: 1)
      let design = Matrix(rows: 12, columns: 30) { _, _ in source.normal() / 12.0.squareRoot() }
      let targets = source.normals(12)
      let penalty = (0..<30).map { _ in 0.05 + 0.1 * source.uniform() }
      let solution = NonnegativeLasso(design: design, targets: targets).solve(penalty: penalty)
      #expect(solution.converged, "seed \(seed)")
      for j in 0..<30 {
        #expect(solution.coefficients[j] >= 0)
        #expect(solution.dual[j] > -1e-10, "seed \(seed)")
        #expect(abs(solution.dual[j] * solution.coefficients[j]) < 1e-10, "seed \(seed)")
      }
    }
  }

  @Test func aFeatureOfZerosStaysAtZero() {
    let solution = NonnegativeLasso(design: Matrix([[1, 0]]), targets: [2]).solve(penalty: [1, 1])
    #expect(solution.coefficients == [1.5, 0])
  }

  @Test func anUnfinishedRunSaysSo() {
    let design = Matrix([[1, 0.9], [0, 0.1]])
    let solution = NonnegativeLasso(design: design, targets: [1, 1]).solve(penalty: [0, 0], maximumSweeps: 1)
    #expect(!solution.converged)
    #expect(solution.sweeps == 1)
  }

  @Test func softThresholdMovesTowardsZero() {
    #expect(softThreshold(3, 1) == 2)
    #expect(softThreshold(-3, 1) == -2)
    #expect(softThreshold(0.5, 1) == 0)
  }
}
