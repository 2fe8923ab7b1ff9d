import Experiments
import NumericalCore
import Tables

extension TraceNormMultitask {
  /// Error of six estimators against the number T of tasks at m samples each; mirrors the paper's synthetic comparison.
  struct ErrorVsTasks: Experiment {
    static let id = "trace-norm-multitask/error-vs-tasks"
    static let summary = "Error of the trace-norm estimator and its rivals against the number of tasks."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 20)
    static let tables = [
      TableSchema("errors", "One row a number of tasks and method.", MethodComparison.columns)
    ]

    @Parameter("Dimension $d$.", range: .between(2, 500), quick: 20, standard: 30, paper: 100) var d: Int
    @Parameter("Rank $r$ of the shared subspace.", range: .atLeast(1), quick: 2, standard: 3, paper: 5) var r: Int
    @Parameter(#"Standard deviation $\sigma$ of the noise."#, range: .positive, quick: 0.5, standard: 0.5, paper: 1)
    var sigma: Double
    @Parameter(
      "Numbers $T$ of tasks.", range: .atLeast(1), quick: [25, 50, 100, 200], standard: [25, 50, 100, 200, 400, 800],
      paper: [25, 50, 100, 200, 500, 1000, 2000, 5000])
    var tasks: [Int]
    @Parameter("Samples $m$ per task.", name: "m0", range: .atLeast(1), quick: 5, standard: 8, paper: 10)
    var samples: Int
    @Parameter("Scale $c$ of the penalty.", range: .positive, default: 0.75) var c: Double

    func validate() -> [ParameterProblem] {
      problems(d: d, r: r, tasks: ("tasks", tasks.max() ?? 1), samples: ("m0", samples))
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let subspace = SharedSubspace(dimension: d, rank: r, noise: sigma, from: context.random("subspace"))
      let comparison = MethodComparison(subspace: subspace, penaltyScale: c)
      let total = tasks.reduce(0, +)
      var done = 0
      for count in tasks {
        try context.checkCancellation()
        try comparison.append(tasks: count, samples: samples, from: context.random("tasks"), to: &table)
        done += count
        context.report(Double(done) / Double(total))
      }
      return ExperimentResult(["errors": table.table])
    }
  }
}
