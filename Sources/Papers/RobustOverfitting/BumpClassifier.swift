import Experiments
import NumericalCore
import Tables

extension RobustOverfitting {
  /// A network that fits all training labels robustly, wrong ones too, and what it costs on test points.
  ///
  /// Mirrors the paper's theorem on classification: zero adversarial training error with small robust test error.
  struct BumpClassifier: Experiment {
    static let id = "robust-overfitting/bump-classifier"
    static let summary =
      "Clean and robust errors of a network that fits every training label robustly by bumps (classification theorem)."
    static let replication = Replication.sharedAndSeeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "errors", "One row a case and share of flipped labels.",
        [
          ColumnSchema("d", .integer, "dimension"), ColumnSchema("q", .integer, "cells of the grid an axis"),
          ColumnSchema("delta", .real, #"radius $\delta$ of the attack and half-width of the bumps"#),
          ColumnSchema("tau", .real, "probability of a flipped training label"),
          ColumnSchema("n", .integer, "training points"),
          ColumnSchema("flipped", .integer, "those with a flipped label"),
          ColumnSchema("adv_train_error", .real, "share of training points that an attack gets wrong"),
          ColumnSchema("clean_error", .real, "share of wrong test points"),
          ColumnSchema("robust_error", .real, "share of test points that an attack gets wrong"),
          ColumnSchema("robust_error_base", .real, "the same without bumps"),
          ColumnSchema("robust_low", .real, #"share of test points within $2\delta$ of a flipped training point"#),
          ColumnSchema("robust_high", .real, #"share within $2\delta+\kappa$"#),
          ColumnSchema("pred_clean", .real, #"$\tau n(2\delta)^d$"#),
          ColumnSchema("pred_robust", .real, #"$\tau n(4\delta)^d$"#),
          ColumnSchema("n_parameters", .integer, "parameters of the bumps"),
        ]),
      TableSchema(
        "points", "Training points of the first case with two inputs, at the largest share of flipped labels.",
        [
          ColumnSchema("x1", .real, "first input"), ColumnSchema("x2", .real, "second input"),
          ColumnSchema("label", .integer, "1 or −1, as trained on"),
          ColumnSchema("flipped", .integer, "1 if the label is wrong"),
          ColumnSchema("delta", .real, "half-width of the bump"),
        ], origin: .shared),
    ]

    private static let list = 1...64
    @Parameter(
      "Dimensions of the cases, paired with `q` and `delta`.", range: .between(1, 6).counting(list), quick: [1, 2, 3],
      standard: [1, 1, 2, 2, 3], paper: [1, 2, 2, 3])
    var d: [Int]
    @Parameter(
      "Cells of the training grid an axis.", range: .between(1, 1_000_000).counting(list), quick: [50, 8, 4],
      standard: [50, 50, 10, 10, 4], paper: [50, 100, 100, 20])
    var q: [Int]
    @Parameter(
      #"Radii $\delta$, below $0.27/q$, so that bumps do not meet."#, range: .between(1e-9, 1).counting(list),
      quick: [0.0015, 0.0125, 0.025], standard: [0.0015, 0.00075, 0.01, 0.005, 0.025],
      paper: [0.0015, 0.001, 0.0005, 0.005])
    var delta: [Double]
    @Parameter(#"Probabilities $\tau$ of a flipped training label."#, range: .between(0, 1), default: [0, 0.3])
    var tau: [Double]
    @Parameter(#"Margin $\mu$ of the classes."#, range: .between(0, 0.3), default: 0.05) var mu: Double
    @Parameter("Test points.", range: .between(1, 10_000_000), quick: 1000, standard: 4000, paper: 100_000)
    var nTest: Int

    func validate() -> [ParameterProblem] {
      for (name, count) in [("q", q.count), ("delta", delta.count)] where count != d.count {
        return [.inconsistent(name, "has \(count) elements, d has \(d.count): they are paired one by one")]
      }
      for (d, (q, delta)) in zip(d, zip(q, delta)) {
        // Any two points are 0.6/q apart; 1e-9 is for rounding.
        if 2 * BumpShape(radius: delta).outer >= 0.6 / Double(q) * (1 - 1e-9) {
          return [.inconsistent("delta", "\(delta) lets bumps meet: with q = \(q) it must be below 0.6/(2.2·\(q))")]
        }
        if (0..<d).reduce(1.0, { count, _ in count * Double(q) }) > 1e6 {
          return [.inconsistent("q", "\(q) cells an axis in dimension \(d) are more than 1e6 points")]
        }
        if (0..<d).reduce(Double(nTest), { count, _ in count * Double(OffsetGrid.pointsPerAxis) }) > 1e10 {
          return [.inconsistent("n_test", "\(nTest) test points are more than 1e10 attacks in dimension \(d)")]
        }
      }
      return []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      if context.replicate.isShared { return ExperimentResult(["points": points(in: context)]) }
      var table = TableBuilder(Self.tables[0].columns)
      for (index, (d, (q, delta))) in zip(d, zip(q, delta)).enumerated() {
        let problem = ClassificationProblem(dimension: d, margin: mu)
        var random = context.random("test \(d)")
        let test = problem.uniformPoints(nTest, using: &random)
        for tau in tau {
          try context.checkCancellation()
          let classifier = classifier(problem, q, delta, tau, in: context)
          append(classifier, q, tau, classifier.errors(at: test), to: &table)
        }
        context.report(Double(index + 1) / Double(self.d.count))
      }
      return ExperimentResult(["errors": table.table])
    }

    /// Cases that differ in δ or τ alone have the same points, and labels flipped at one τ are so at every larger one.
    private func classifier(
      _ problem: ClassificationProblem, _ q: Int, _ delta: Double, _ tau: Double, in context: RunContext
    ) -> OverfittedClassifier {
      let grid = "\(problem.dimension) \(q)"
      var (places, labels) = (context.random("points \(grid)"), context.random("labels \(grid)"))
      let points = problem.jitteredGrid(q, using: &places)
      let isFlipped = (0..<(points.count / problem.dimension)).map { _ in labels.uniform() < tau }
      return OverfittedClassifier(problem, points: points, isFlipped: isFlipped, radius: delta)
    }

    private func append(
      _ classifier: OverfittedClassifier, _ q: Int, _ tau: Double, _ errors: OverfittedClassifier.Errors,
      to table: inout TableBuilder
    ) {
      let (d, n) = (classifier.problem.dimension, classifier.isFlipped.count)
      func share(_ count: Int) -> Value { .real(Double(count) / Double(nTest)) }
      func predicted(_ width: Double) -> Value { .real((0..<d).reduce(tau * Double(n)) { share, _ in share * width }) }
      table.append(
        .integer(d), .integer(q), .real(classifier.radius), .real(tau), .integer(n),
        .integer(classifier.isFlipped.count { $0 }),
        .real(n == 0 ? .nan : Double(classifier.trainingErrors) / Double(n)), share(errors.clean), share(errors.robust),
        share(errors.base), share(errors.reaching), share(errors.touching), predicted(2 * classifier.radius),
        predicted(4 * classifier.radius), .integer(classifier.bumpNetwork.parameterCount))
    }

    private func points(in context: RunContext) -> Table {
      var table = TableBuilder(Self.tables[1].columns)
      if let index = d.firstIndex(of: 2) {
        let classifier = classifier(
          ClassificationProblem(dimension: 2, margin: mu), q[index], delta[index], tau.max() ?? 0, in: context)
        let coordinates = classifier.bumps.index.coordinates
        for (point, isFlipped) in classifier.isFlipped.enumerated() {
          table.append(
            .real(coordinates[2 * point]), .real(coordinates[2 * point + 1]),
            .integer(Int(classifier.bumps.values[point])), .integer(isFlipped ? 1 : 0), .real(delta[index]))
        }
      }
      return table.table
    }
  }
}
