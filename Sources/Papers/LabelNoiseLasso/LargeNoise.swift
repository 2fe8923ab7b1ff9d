import Experiments
import NumericalCore
import Tables

extension LabelNoiseLasso {
  struct LargeNoise: Experiment {
    static let id = "label-noise-lasso/large-noise"
    static let summary = "Collapse of every coordinate to zero when the noise is large (Theorem 3)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [
      TableSchema(
        "collapse", "The largest coordinate along the run.",
        [
          ColumnSchema("step", .integer, "steps taken"),
          ColumnSchema("max_beta", .real, #"$\max_k\beta_k$; empty once the run has diverged"#),
        ])
    ]

    var size = ProblemSize()
    @Parameter(
      #"Effective noise $\bar\delta$; 0 stands for $2\delta_+$ of the problem drawn."#, range: .nonNegative, default: 0)
    var deltabar: Double
    @Parameter(
      #"Step size $\gamma$, at most $0.05$ and $0.02/\bar\delta$; 0 stands for $0.02/\bar\delta$, but no more than $0.05$."#,
      range: .nonNegative, default: 0)
    var gamma: Double
    @Parameter(#"Start $\beta_k=\beta_0$ of every coordinate."#, range: .positive, default: 0.1) var beta0: Double
    @Parameter(#"Time $\tau=\gamma\cdot$steps to run for, unless `steps` ends it first."#, range: .positive, default: 200)
    var tau: Double
    @Parameter(
      "Largest number of steps.", range: .atLeast(1), quick: 16000, standard: 64000, paper: 64000) var steps: Int

    func validate() -> [ParameterProblem] {
      size.problems() + NoiseLevels.problems(stepSize: gamma, levels: deltabar > 0 ? [deltabar] : [])
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = try size.draw(in: context)
      let level = deltabar > 0 ? deltabar : 2 * problem.upperThreshold
      let stepSize = try NoiseLevels.stepSize(gamma, at: level)
      let total = NoiseLevels.steps(0, stepSize: stepSize, time: tau, cap: steps)
      let noise = context.random("noise")
      var run = QuadraticDescent(
        problem, algorithm: .lngd, stepSize: stepSize, level: level,
        start: [Double](repeating: beta0, count: problem.features), noise: noise, samples: noise)
      var table = TableBuilder(Self.tables[0].columns)
      for step in RunSchedule.recordedSteps(total) {
        try RunSchedule.advance(&run, to: step, of: total, in: context)
        table.append(.integer(step), .real(run.hasDiverged ? .nan : run.beta.max() ?? .nan))
      }
      return ExperimentResult(["collapse": table.table])
    }
  }
}
