import Experiments
import NumericalCore
import Tables

extension TraceNormMultitask {
  /// Error of the trace-norm estimator against the rank of the shared subspace.
  struct ErrorVsRank: Experiment {
    static let id = "trace-norm-multitask/error-vs-rank"
    static let summary = "Error of the trace-norm estimator against the rank of the truth."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 20)
    static let tables = [
      TableSchema(
        "errors", "One row a rank.",
        [
          ColumnSchema("r", .integer, "rank of the shared subspace"),
          ColumnSchema("err", .real, #"$\frac1T\|\hat M-M^\ast\|_F^2$"#),
        ])
    ]

    @Parameter("Dimension $d$.", range: .between(2, 500), quick: 20, standard: 30, paper: 100) var d: Int
    @Parameter(
      "Ranks $r$ of the shared subspace.", range: .atLeast(1), quick: [1, 2, 4], standard: [1, 2, 3, 5, 8],
      paper: [1, 2, 3, 5, 8, 15, 30])
    var ranks: [Int]
    @Parameter(#"Standard deviation $\sigma$ of the noise."#, range: .positive, quick: 0.5, standard: 0.5, paper: 1)
    var sigma: Double
    @Parameter("Number $T$ of tasks.", name: "T0", range: .atLeast(1), quick: 100, standard: 200, paper: 1000)
    var tasks: Int
    @Parameter("Samples $m$ per task.", range: .atLeast(1), quick: 10, standard: 30, paper: 100) var m: Int
    @Parameter("Scale $c$ of the penalty.", range: .positive, default: 0.75) var c: Double

    func validate() -> [ParameterProblem] {
      problems(d: d, r: ranks.max() ?? 1, rankName: "ranks", tasks: ("T0", tasks), samples: ("m", m))
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let penalty = penalty(scale: c, noise: sigma, dimension: d, tasks: tasks, samples: m)
      for (index, rank) in ranks.enumerated() {
        try context.checkCancellation()
        context.report(Double(index) / Double(ranks.count))
        let subspace = SharedSubspace(dimension: d, rank: rank, noise: sigma, from: context.random("subspace \(rank)"))
        let (problem, truth) = subspace.tasks(tasks, samples: m, from: context.random("tasks \(rank)"))
        let estimate = try TraceNormSolver().minimise(MultitaskLoss(problem), penalty: penalty)
        table.append(.integer(rank), .real(estimate.error(truth)))
      }
      return ExperimentResult(["errors": table.table])
    }
  }
}
