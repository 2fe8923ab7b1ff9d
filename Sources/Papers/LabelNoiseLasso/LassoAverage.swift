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

    var size = ProblemSize()
    @Parameter(
      #"Effective noise levels $\bar\delta$; none stands for $0.2$, $\delta_-/2$, $(\delta_-+\delta_+)/2$ and $2\delta_+$ of the problem drawn."#,
      range: .positive, default: [])
    var deltabar: [Double]
    var sweep = NoiseSweep()

    func validate() -> [ParameterProblem] {
      size.problems() + sweep.problems(at: deltabar)
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = try size.draw(in: context)
      let levels = deltabar.isEmpty ? NoiseLevels.sweep(problem) : deltabar
      var table = TableBuilder(Self.tables[0].columns)
      for (index, level) in levels.enumerated() {
        let averages = try sweep.run(problem, at: level, in: context, within: RunSchedule.part(index, of: levels.count))
        let lasso = try problem.lasso(level: level)
        let regime =
          level < problem.lowerThreshold ? "standard" : (level > problem.upperThreshold ? "large" : "between")
        for k in 0..<problem.features {
          table.append(
            .real(level), .text(regime), .integer(k), .real(averages.timeAverage[k]), .real(averages.tailMean[k]),
            .real(lasso.coefficients[k]), .real(problem.truth[k]), .real(averages.identityResiduals[k]))
        }
      }
      return ExperimentResult(["averages": table.table])
    }
  }
}
