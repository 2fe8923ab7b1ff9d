import Experiments

/// The noise levels δ̄ of the experiments that compare a run with the weighted Lasso, and the step sizes for them.
enum NoiseLevels {
  /// Largest step size at any level.
  static let largestStepSize = 0.05
  /// Largest γδ̄: beyond it the drift of the discrete steps is not that of the stochastic differential equation.
  static let largestProduct = 0.02

  /// The four levels of the sweep: 0.2, half of δ₋, the middle between δ₋ and δ₊, twice δ₊.
  static func sweep(_ problem: SparseRegression) -> [Double] {
    let (lower, upper) = (problem.lowerThreshold, problem.upperThreshold)
    return [0.2, 0.5 * lower, 0.5 * (lower + upper), 2 * upper]
  }

  /// The step size given, or the largest one allowed if that is 0.
  /// - Throws: `ParameterProblems` if the step size given is too large for the level.
  static func stepSize(_ given: Double, at level: Double) throws -> Double {
    let largest = min(largestStepSize, largestProduct / level)
    if given == 0 { return largest }
    // The bound is met by the automatic step size itself, whatever the rounding.
    if given <= largest * (1 + 1e-12) { return given }
    throw ParameterProblems([problem(given, at: level)])
  }

  /// What is wrong with a step size at the levels that are known before the problem is drawn.
  static func problems(stepSize: Double, levels: [Double]) -> [ParameterProblem] {
    guard let level = levels.max(), stepSize > min(largestStepSize, largestProduct / level) * (1 + 1e-12) else {
      return stepSize > largestStepSize
        ? [.outOfRange("gamma", "\(stepSize) is outside the range: must be at most \(largestStepSize)")] : []
    }
    return [problem(stepSize, at: level)]
  }

  private static func problem(_ stepSize: Double, at level: Double) -> ParameterProblem {
    .inconsistent(
      "gamma",
      "is \(stepSize): must be at most min(0.05, 0.02/deltabar) = \(min(largestStepSize, largestProduct / level)) "
        + "at deltabar \(level)")
  }

  /// The steps given, or if that is 0 as many as the time τ = γ·steps takes, at most `cap`.
  static func steps(_ given: Int, stepSize: Double, time: Double, cap: Int) -> Int {
    given > 0 ? given : max(1, Int(min(time / stepSize, Double(cap)).rounded(.down)))
  }
}
