import Experiments
import NumericalCore

/// A run of gradient descent with label noise from a uniform start, and its averages.
struct AveragedRun {
  /// The mean of β over all steps, `[features]`; NaN if the run diverged, as all below.
  let timeAverage: [Double]
  /// The mean of β over the last half of the steps.
  let tailMean: [Double]
  /// −(log β_T − log β₀)/τ with τ = γ·steps.
  let rates: [Double]
  /// β_T.
  let final: [Double]
  /// The two sides of the time average identity
  ///
  ///     (log β_T − log β₀)/τ = −[2X̄ᵀ(X̄β̄ − ȳ) + δ̄h̄] + 2γ/(nτ)·Xᵀ Σ ξₜ + O(γ)
  ///
  /// differ by this, over maxₖ δ̄h̄ₖ.
  let identityResiduals: [Double]

  init(
    _ problem: SparseRegression, level: Double, stepSize: Double, steps: Int, start: Double, noise: RandomSource,
    in context: RunContext, within part: ClosedRange<Double>
  ) throws {
    var run = QuadraticDescent(
      problem, algorithm: .lngd, stepSize: stepSize, level: level,
      start: [Double](repeating: start, count: problem.features), noise: noise, samples: noise)
    let startLogs = run.logBeta
    let halfway = steps / 2
    try RunSchedule.advance(&run, to: halfway, of: steps, in: context, within: part)
    let firstMean = halfway > 0 ? run.mean : run.beta
    run.resetAverage()
    try RunSchedule.advance(&run, to: steps, of: steps, in: context, within: part)
    let tailMean = run.mean
    let share = Double(halfway) / Double(steps)
    let timeAverage = zip(firstMean, tailMean).map { share * $0 + (1 - share) * $1 }

    let time = stepSize * Double(steps)
    let rates = zip(run.logBeta, startLogs).map { -($0 - $1) / time }
    let samples = Double(problem.samples)
    var residual = problem.design * timeAverage
    for i in residual.indices { residual[i] -= problem.targets[i] + run.noiseSum[i] / Double(steps) }
    var pull = [Double](repeating: 0, count: problem.features)
    problem.design.multiplyTransposed(residual, into: &pull)
    let penalties = problem.secondMoments.map { level * $0 }
    let largest = penalties.max() ?? 1
    self.timeAverage = timeAverage
    self.tailMean = tailMean
    self.rates = rates
    final = run.beta
    identityResiduals = penalties.indices.map { abs(2 / samples * pull[$0] + penalties[$0] - rates[$0]) / largest }
  }
}
