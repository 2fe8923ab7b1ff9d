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

    var size = ProblemSize()
    @Parameter(
      #"Effective noise levels $\bar\delta$; none stands for $0.2$ and $\delta_-/2$ of the problem drawn."#,
      range: .positive, default: [])
    var deltabar: [Double]
    var sweep = NoiseSweep()

    func validate() -> [ParameterProblem] {
      size.problems() + sweep.problems(at: deltabar)
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let problem = try size.draw(in: context)
      let levels = deltabar.isEmpty ? Array(NoiseLevels.sweep(problem).prefix(2)) : deltabar
      var table = TableBuilder(Self.tables[0].columns)
      for (index, level) in levels.enumerated() {
        let run = try sweep.run(problem, at: level, in: context, within: RunSchedule.part(index, of: levels.count))
        let dual = try problem.lasso(level: level).dual
        for k in problem.offSupport {
          table.append(.real(level), .integer(k), .real(run.rates[k]), .real(dual[k]), .real(run.final[k]))
        }
      }
      return ExperimentResult(["rates": table.table])
    }
  }
}
