import Experiments

extension LabelNoiseLasso {
  /// How long and how fast gradient descent with label noise runs at each of several noise levels.
  struct NoiseSweep: ParameterGroup {
    @Parameter(
      #"Step size $\gamma$, at most $0.05$ and $0.02/\bar\delta$; 0 stands for the largest allowed at each level."#,
      range: .nonNegative, default: 0)
    var gamma: Double
    @Parameter(#"Start $\beta_k=\beta_0$ of every coordinate."#, range: .positive, default: 0.1) var beta0: Double
    @Parameter(
      #"Number of steps; 0 stands for `max_time`$/\gamma$, but no more than `max_steps`."#, range: .nonNegative,
      default: 0)
    var steps: Int
    @Parameter(
      #"Time $\tau=\gamma\cdot$steps of the automatic number of steps."#, range: .positive, quick: 800, standard: 3200,
      paper: 3200)
    var maxTime: Double
    @Parameter(
      "Cap of the automatic number of steps.", range: .atLeast(1), quick: 16000, standard: 64000, paper: 64000)
    var maxSteps: Int

    func problems(at levels: [Double]) -> [ParameterProblem] { NoiseLevels.problems(stepSize: gamma, levels: levels) }

    /// A run at one level; each level has noise of its own.
    ///
    /// - Throws: `ParameterProblems` if the step size is too large for the level, and `CancellationError`.
    func run(
      _ problem: SparseRegression, at level: Double, in context: RunContext, within part: ClosedRange<Double>
    ) throws -> AveragedRun {
      let stepSize = try NoiseLevels.stepSize(gamma, at: level)
      return try AveragedRun(
        problem, level: level, stepSize: stepSize,
        steps: NoiseLevels.steps(steps, stepSize: stepSize, time: maxTime, cap: maxSteps), start: beta0,
        noise: context.random("noise \(level)"), in: context, within: part)
    }
  }
}
