import Experiments
import NumericalCore
import Tables

extension TraceNormMultitask {
  /// Error and rank along the penalty λ = c·σ√((d + T)/m)/T, and the threshold λ_max = ‖∇f(0)‖ above which all is zero.
  struct PenaltyPath: Experiment {
    static let id = "trace-norm-multitask/penalty-path"
    static let summary = "Error and rank of the trace-norm estimator along the penalty, and the threshold of zero."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 20)
    static let tables = [
      TableSchema(
        "path", "One row a penalty.",
        [
          ColumnSchema("c", .real, "scale of the penalty"), ColumnSchema("lambda", .real, #"penalty $\lambda$"#),
          ColumnSchema("err", .real, #"$\frac1T\|\hat M-M^\ast\|_F^2$"#),
          ColumnSchema("rank", .integer, "singular values above 1e-6"),
        ]),
      TableSchema(
        "threshold", "The estimate just above and just below the threshold.",
        [
          ColumnSchema("lambda_max", .real, #"$\|\nabla f(0)\|$"#),
          ColumnSchema("factor", .real, "penalty over the threshold"),
          ColumnSchema("max_abs", .real, #"largest entry of $\hat M$"#),
        ]),
    ]

    @Parameter("Dimension $d$.", range: .between(2, 500), quick: 20, standard: 30, paper: 100) var d: Int
    @Parameter("Rank $r$ of the shared subspace.", range: .atLeast(1), quick: 2, standard: 3, paper: 5) var r: Int
    @Parameter(#"Standard deviation $\sigma$ of the noise."#, range: .positive, quick: 0.5, standard: 0.5, paper: 1)
    var sigma: Double
    @Parameter("Number $T$ of tasks.", name: "T0", range: .atLeast(1), quick: 100, standard: 200, paper: 1000)
    var tasks: Int
    @Parameter("Samples $m$ per task.", name: "m0", range: .atLeast(1), quick: 5, standard: 8, paper: 10)
    var samples: Int
    @Parameter(
      "Scales $c$ of the penalty.", range: .positive, quick: [0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 3],
      standard: [0.06, 0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4], paper: [0.06, 0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4])
    var cs: [Double]

    func validate() -> [ParameterProblem] { problems(d: d, r: r, tasks: ("T0", tasks), samples: ("m0", samples)) }

    func run(in context: RunContext) throws -> ExperimentResult {
      var path = TableBuilder(Self.tables[0].columns)
      var threshold = TableBuilder(Self.tables[1].columns)
      let subspace = SharedSubspace(dimension: d, rank: r, noise: sigma, from: context.random("subspace"))
      let (problem, truth) = subspace.tasks(tasks, samples: samples, from: context.random("tasks"))
      let loss = try MultitaskLoss(problem)
      for (index, c) in cs.enumerated() {
        try context.checkCancellation()
        context.report(Double(index) / Double(cs.count))
        let penalty = penalty(scale: c, noise: sigma, dimension: d, tasks: tasks, samples: samples)
        let estimate = try TraceNormSolver().minimise(loss, penalty: penalty)
        path.append(.real(c), .real(penalty), .real(estimate.error(truth)), .integer(estimate.rank))
      }
      let largest = try loss.largestPenalty()
      for factor in [1.001, 0.99] {
        let estimate = try TraceNormSolver().minimise(loss, penalty: factor * largest)
        threshold.append(.real(largest), .real(factor), .real(Vector.maxNorm(estimate.coefficients.elements)))
      }
      return ExperimentResult(["path": path.table, "threshold": threshold.table])
    }
  }
}
