import Experiments
import NumericalCore
import Tables

extension LabelNoiseLasso {
  struct Domination: Experiment {
    static let id = "label-noise-lasso/domination"
    static let summary =
      "How often a Gaussian design satisfies the domination condition, and its example with two features (Lemma 1, Example 1)."
    static let replication = Replication.sharedAndSeeds(quick: 5, standard: 5, paper: 1)
    static let tables = [
      TableSchema(
        "fraction", "Share of the Gaussian designs that satisfy the condition.",
        [
          ColumnSchema("n", .integer, "number of samples"),
          ColumnSchema("fraction", .real, "share of the draws"),
        ], origin: .shared),
      TableSchema(
        "example", "One sample $x=(1, x_2)$ with $y=1$: which feature wins.",
        [
          ColumnSchema("x2", .real, "the second input"),
          ColumnSchema("tail_mean", .real, "of the coordinate of the smaller input, over the last half of the steps"),
          ColumnSchema("other", .real, "the other coordinate at the last step"),
        ]),
    ]

    @Parameter(
      "Numbers of samples $n$, each more than $s$ and at most $d$.", range: .atLeast(2).counting(1...1000),
      default: [5, 10, 15, 20, 30, 40, 60, 80])
    var n: [Int]
    @Parameter("Number of features $d$.", range: .atLeast(2), default: 100) var d: Int
    @Parameter("Size $s$ of the support.", range: .atLeast(1), default: 4) var s: Int
    @Parameter("Designs drawn for each $n$.", range: .atLeast(1), quick: 100, standard: 400, paper: 400) var draws: Int
    @Parameter("Second input of the example.", range: .positive, default: 0.7) var x2: Double
    @Parameter(#"Effective noise $\bar\delta$ of the example."#, range: .positive, default: 0.2) var deltabar: Double
    @Parameter(#"Step size $\gamma$ of the example."#, range: .positive, default: 0.02) var gamma: Double
    @Parameter(#"Start $\beta_0$ of the example."#, range: .positive, default: 0.5) var beta0: Double
    @Parameter("Number of steps of the example.", range: .atLeast(2), default: 12000) var steps: Int

    func validate() -> [ParameterProblem] {
      n.flatMap { SparseRegression.problems(samples: $0, features: d, sparsity: s) }
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var result = ExperimentResult([])
      if context.replicate.seed == nil { result.tables.append(.init("fraction", try fractions(in: context))) }
      if !context.replicate.isShared { result.tables.append(.init("example", try example(in: context))) }
      return result
    }

    private func fractions(in context: RunContext) throws -> Table {
      var table = TableBuilder(Self.tables[0].columns)
      for (index, samples) in n.enumerated() {
        var source = context.random("designs \(samples)")
        var satisfied = 0
        for _ in 0..<draws {
          try context.checkCancellation()
          let problem = try SparseRegression.draw(samples: samples, features: d, sparsity: s, from: &source)
          if problem.isDominated { satisfied += 1 }
        }
        table.append(.integer(samples), .real(Double(satisfied) / Double(draws)))
        context.report(Double(index + 1) / Double(n.count))
      }
      return table.table
    }

    private func example(in context: RunContext) throws -> Table {
      let smaller = x2 < 1 ? 1 : 0
      var truth = [0.0, 0.0]
      truth[smaller] = 1 / min(x2, 1)
      let problem = try SparseRegression(
        design: Matrix([[1, x2]]), targets: [1], truth: truth, support: [smaller])
      let noise = context.random("example")
      var run = QuadraticDescent(
        problem, algorithm: .lngd, stepSize: gamma, level: deltabar, start: [beta0, beta0], noise: noise,
        samples: noise)
      try RunSchedule.advance(&run, to: steps / 2, of: steps, in: context)
      run.resetAverage()
      try RunSchedule.advance(&run, to: steps, of: steps, in: context)
      var table = TableBuilder(Self.tables[1].columns)
      table.append(.real(x2), .real(run.mean[smaller]), .real(run.beta[1 - smaller]))
      return table.table
    }
  }
}
