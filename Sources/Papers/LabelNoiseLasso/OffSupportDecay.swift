import Experiments
import NumericalCore
import Tables

extension LabelNoiseLasso {
  struct OffSupportDecay: Experiment {
    static let id = "label-noise-lasso/off-support-decay"
    static let summary =
      "Exponential decay rates off the support against the dual variable of the weighted Lasso (Theorem 4(ii); Figure 1, right)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [
      TableSchema(
        "rates", "One row a noise level and coordinate off the support.",
        [
          ColumnSchema("deltabar", .real, #"effective noise $\bar\delta$"#),
          ColumnSchema("coordinate", .integer, "0-based"),
          ColumnSchema("measured_rate", .real, #"$-(\log\beta_T-\log\beta_0)/\tau$"#),
          ColumnSchema("mu", .real, #"$\mu^L_k$"#),
          ColumnSchema("final", .real, #"$\beta_T$"#),
        ])
    ]

    @Parameter("Number of samples $n$.", range: .atLeast(2), default: 40) var n: Int
    @Parameter("Number of features $d$, at least $n$.", range: .atLeast(2), default: 100) var d: Int
    @Parameter("Size $s$ of the support, less than $n$.", range: .atLeast(1), default: 4) var s: Int
    @Parameter(
      #"Effective noise levels $\bar\delta$; none stands for $0.2$ and $\delta_-/2$ of the problem drawn."#,
      range: .positive, default: [])
    var deltabar: [Double]
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

    func validate() -> [ParameterProblem] {
      SparseRegression.problems(samples: n, features: d, sparsity: s)
        + NoiseLevels.problems(stepSize: gamma, levels: deltabar)
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = try SparseRegression.random(samples: n, features: d, sparsity: s, from: context.random("problem"))
      let levels = deltabar.isEmpty ? Array(NoiseLevels.sweep(problem).prefix(2)) : deltabar
      var table = TableBuilder(Self.tables[0].columns)
      for (index, level) in levels.enumerated() {
        let stepSize = try NoiseLevels.stepSize(gamma, at: level)
        let run = try AveragedRun(
          problem, level: level, stepSize: stepSize,
          steps: NoiseLevels.steps(steps, stepSize: stepSize, time: maxTime, cap: maxSteps), start: beta0,
          noise: context.random("noise \(level)"), in: context, within: RunSchedule.part(index, of: levels.count))
        let dual = try problem.lasso(level: level).dual
        for k in problem.offSupport {
          table.append(.real(level), .integer(k), .real(run.rates[k]), .real(dual[k]), .real(run.final[k]))
        }
      }
      return ExperimentResult(["rates": table.table])
    }
  }
}
