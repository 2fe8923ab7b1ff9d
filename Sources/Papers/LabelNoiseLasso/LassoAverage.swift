import Experiments
import NumericalCore
import Tables

extension LabelNoiseLasso {
  struct LassoAverage: Experiment {
    static let id = "label-noise-lasso/lasso-average"
    static let summary =
      "Time averages of gradient descent with label noise against the exact weighted Lasso (Theorem 2 and its KKT conditions)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [
      TableSchema(
        "averages", "One row a noise level and coordinate.",
        [
          ColumnSchema("deltabar", .real, #"effective noise $\bar\delta$"#),
          ColumnSchema("regime", .text, #"standard below $\delta_-$, large above $\delta_+$, else between"#),
          ColumnSchema("coordinate", .integer, "0-based"),
          ColumnSchema("time_average", .real, "mean over all steps"),
          ColumnSchema("tail_mean", .real, "mean over the last half of the steps"),
          ColumnSchema("lasso", .real, #"$\beta^L_k$"#),
          ColumnSchema("truth", .real, #"$\beta^o_k$"#),
          ColumnSchema(
            "identity_residual", .real,
            #"difference of the two sides of the time average identity over $\max_k\bar\delta\bar h_k$"#),
        ])
    ]

    @Parameter("Number of samples $n$.", range: .atLeast(2), default: 40) var n: Int
    @Parameter("Number of features $d$, at least $n$.", range: .atLeast(2), default: 100) var d: Int
    @Parameter("Size $s$ of the support, less than $n$.", range: .atLeast(1), default: 4) var s: Int
    @Parameter(
      #"Effective noise levels $\bar\delta$; none stands for $0.2$, $\delta_-/2$, $(\delta_-+\delta_+)/2$ and $2\delta_+$ of the problem drawn."#,
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
      let levels = deltabar.isEmpty ? NoiseLevels.sweep(problem) : deltabar
      var table = TableBuilder(Self.tables[0].columns)
      for (index, level) in levels.enumerated() {
        let stepSize = try NoiseLevels.stepSize(gamma, at: level)
        let averages = try AveragedRun(
          problem, level: level, stepSize: stepSize,
          steps: NoiseLevels.steps(steps, stepSize: stepSize, time: maxTime, cap: maxSteps), start: beta0,
          noise: context.random("noise \(level)"), in: context, within: RunSchedule.part(index, of: levels.count))
        let lasso = try problem.lasso(level: level)
        let regime =
          level < problem.lowerThreshold ? "standard" : (level > problem.upperThreshold ? "large" : "between")
        for k in 0..<d {
          table.append(
            .real(level), .text(regime), .integer(k), .real(averages.timeAverage[k]), .real(averages.tailMean[k]),
            .real(lasso.coefficients[k]), .real(problem.truth[k]), .real(averages.identityResiduals[k]))
        }
      }
      return ExperimentResult(["averages": table.table])
    }
  }
}
