import Testing

@testable import NumericalCore

@Suite struct LassoTests {
  private func problem(_ seed: Int, samples: Int = 20, features: Int = 40) -> (Matrix, [Double]) {
    let design = RandomMatrices.normal(samples, features, seed)
    return (design, RandomMatrices.normal(samples, 1, seed + 100).elements)
  }

  /// |Xⱼᵀ(y − Xβ)| ≤ penaltyⱼ, with equality and the sign of βⱼ where βⱼ ≠ 0.
  @Test(arguments: 0..<5) func optimalityConditions(seed: Int) {
    let (design, targets) = problem(seed)
    let penalties = (0..<40).map { 1 + 0.1 * Double($0) }
    let solution = Lasso(design: design, targets: targets).solve(penalties: penalties, tolerance: 1e-14)
    #expect(solution.outcome == .converged)
    let slopes = design.transposed() * Vector.subtract(targets, design * solution.coefficients)
    for j in 0..<40 {
      let beta = solution.coefficients[j]
      #expect(abs(slopes[j]) <= penalties[j] + 1e-5)
      if beta != 0 { #expect(agree(slopes[j], beta > 0 ? penalties[j] : -penalties[j], absolute: 1e-5)) }
    }
    #expect(solution.coefficients.contains { $0 > 0 } && solution.coefficients.contains { $0 < 0 })
  }

  @Test func theGapBoundsTheError() {
    let (design, targets) = problem(7)
    let lasso = Lasso(design: design, targets: targets)
    let best = lasso.solve(penalty: 1, tolerance: 1e-14).objective
    for sweeps in 1...10 {
      let early = lasso.solve(penalty: 1, tolerance: 1e-14, maximumSweeps: sweeps)
      #expect(early.sweeps == sweeps && early.outcome == .limitReached)
      #expect(early.dualityGap >= early.objective - best - 1e-12)
    }
  }

  @Test func pathsStartAtZeroAndAgreeWithSingleSolutions() {
    let (design, targets) = problem(3)
    let lasso = Lasso(design: design, targets: targets)
    let largest = lasso.largestPenalty
    let penalties = [1.001, 0.5, 0.1, 0.02].map { $0 * largest }
    let path = lasso.path(penalties: penalties, tolerance: 1e-13)
    #expect(path[0].coefficients.allSatisfy { $0 == 0 } && path[0].sweeps == 0)
    #expect(path[1].coefficients.contains { $0 != 0 })
    for (penalty, solution) in zip(penalties, path) {
      let single = lasso.solve(penalty: penalty, tolerance: 1e-13)
      #expect(agree(single.objective, solution.objective, relative: 1e-10))
    }
  }

  @Test func orthogonalDesignsAreThresholded() {
    let solution = Lasso(design: .identity(3), targets: [3, -0.5, -2]).solve(penalty: 1)
    #expect(solution.coefficients == [2, 0, -1] && agree(solution.dualityGap, 0, absolute: 1e-15))
    let zero = Lasso(design: Matrix([[0, 1]]), targets: [2]).solve(penalty: 1)
    #expect(zero.coefficients == [0, 1])
    #expect(Lasso(design: Matrix([[.nan]]), targets: [1]).solve(penalty: 1).outcome == .notFinite)
  }
}
