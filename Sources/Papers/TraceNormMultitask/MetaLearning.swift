import Experiments
import NumericalCore
import Tables

extension TraceNormMultitask {
  /// New tasks from few samples, through the subspace that the training tasks revealed.
  struct MetaLearning: Experiment {
    static let id = "trace-norm-multitask/meta-learning"
    static let summary = "Error on new tasks from few samples, through what the trace-norm estimator learned."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 20)
    static let tables = [
      TableSchema(
        "errors", "One row a number of samples and method.",
        [
          ColumnSchema("m_new", .integer, "samples of a new task"),
          ColumnSchema("method", .text, "trace-projection, trace-prior, mom, oracle or ridge"),
          ColumnSchema("err", .real, "mean squared error over the new tasks; predicting 0 has error 1"),
        ])
    ]

    @Parameter("Dimension $d$.", range: .between(2, 500), quick: 20, standard: 30, paper: 100) var d: Int
    @Parameter("Rank $r$ of the shared subspace.", range: .atLeast(1), quick: 2, standard: 3, paper: 5) var r: Int
    @Parameter(#"Standard deviation $\sigma$ of the noise."#, range: .positive, quick: 0.5, standard: 0.5, paper: 1)
    var sigma: Double
    @Parameter(
      "Numbers $T$ of training tasks, of which the largest is taken.", range: .atLeast(1).counting(1...1000),
      quick: [25, 50, 100, 200], standard: [25, 50, 100, 200, 400, 800],
      paper: [25, 50, 100, 200, 500, 1000, 2000, 5000])
    var tasks: [Int]
    @Parameter("Samples $m$ per training task.", name: "m0", range: .atLeast(1), quick: 5, standard: 8, paper: 10)
    var samples: Int
    @Parameter("Scale $c$ of the penalty.", range: .positive, default: 0.75) var c: Double
    @Parameter("Number of new tasks.", range: .atLeast(1), quick: 200, standard: 500, paper: 1000) var nNew: Int
    @Parameter(
      "Samples of a new task.", range: .atLeast(1), quick: [2, 3, 5, 10], standard: [3, 5, 8, 15, 30],
      paper: [5, 8, 10, 20, 50, 100])
    var mNew: [Int]

    /// The ridges of the prior-weighted fit, of which the best is taken in hindsight.
    private static let priorRidges = [0.01, 0.03, 0.1, 0.3, 1]

    private var trainingTasks: Int { tasks.max() ?? 1 }

    func validate() -> [ParameterProblem] {
      problems(d: d, r: r, tasks: ("tasks", trainingTasks), samples: ("m0", samples))
        + problems(d: d, r: r, tasks: ("n_new", nNew), samples: ("m_new", mNew.max() ?? 1))
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let subspace = SharedSubspace(dimension: d, rank: r, noise: sigma, from: context.random("subspace"))
      let (problem, _) = subspace.tasks(trainingTasks, samples: samples, from: context.random("tasks"))
      let penalty = penalty(scale: c, noise: sigma, dimension: d, tasks: trainingTasks, samples: samples)
      let estimate = try TraceNormSolver().minimise(MultitaskLoss(problem), penalty: penalty)
      let learned = try estimate.subspace(rank: r)
      let moments = try TaskBaselines.momentSubspace(problem, rank: r)
      let prior = try estimate.priorCovariance()
      for (index, count) in mNew.enumerated() {
        try context.checkCancellation()
        context.report(Double(index + 1) / Double(mNew.count + 1))
        let (new, truth) = subspace.tasks(nNew, samples: count, from: context.random("new tasks \(count)"))
        let baselines = try TaskBaselines(new, truth: truth)
        let errors = [
          ("trace-projection", try baselines.projectionError(learned)),
          ("trace-prior", try baselines.bestPriorError(prior, ridges: Self.priorRidges)),
          ("mom", try baselines.projectionError(moments)),
          ("oracle", try baselines.projectionError(subspace.basis)),
          ("ridge", baselines.bestRidgeError()),
        ]
        for (method, error) in errors { table.append(.integer(count), .text(method), .real(error)) }
      }
      return ExperimentResult(["errors": table.table])
    }
  }
}
