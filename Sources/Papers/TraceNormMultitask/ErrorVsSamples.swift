import Experiments
import NumericalCore
import Tables

extension TraceNormMultitask {
  /// Error of six estimators against the samples m per task at T tasks; least squares explodes at m = d.
  struct ErrorVsSamples: Experiment {
    static let id = "trace-norm-multitask/error-vs-samples"
    static let summary = "Error of the trace-norm estimator and its rivals against the samples per task."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 20)
    static let tables = [
      TableSchema("errors", "One row a number of samples and method.", MethodComparison.columns)
    ]

    @Parameter("Dimension $d$.", range: .between(2, 500), quick: 20, standard: 30, paper: 100) var d: Int
    @Parameter("Rank $r$ of the shared subspace.", range: .atLeast(1), quick: 2, standard: 3, paper: 5) var r: Int
    @Parameter(#"Standard deviation $\sigma$ of the noise."#, range: .positive, quick: 0.5, standard: 0.5, paper: 1)
    var sigma: Double
    @Parameter("Number $T$ of tasks.", name: "T0", range: .atLeast(1), quick: 100, standard: 200, paper: 1000)
    var tasks: Int
    @Parameter(
      "Samples $m$ per task.", range: .atLeast(1), quick: [3, 5, 10, 20], standard: [3, 5, 8, 15, 30, 60],
      paper: [5, 10, 20, 50, 100, 200])
    var samples: [Int]
    @Parameter("Scale $c$ of the penalty.", range: .positive, default: 0.75) var c: Double

    func validate() -> [ParameterProblem] {
      problems(d: d, r: r, tasks: ("T0", tasks), samples: ("samples", samples.max() ?? 1))
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let subspace = SharedSubspace(dimension: d, rank: r, noise: sigma, from: context.random("subspace"))
      let comparison = MethodComparison(subspace: subspace, penaltyScale: c)
      for (index, samples) in samples.enumerated() {
        try context.checkCancellation()
        context.report(Double(index) / Double(self.samples.count))
        try comparison.append(
          tasks: tasks, samples: samples, from: context.random("tasks \(samples)"), to: &table)
      }
      return ExperimentResult(["errors": table.table])
    }
  }
}
