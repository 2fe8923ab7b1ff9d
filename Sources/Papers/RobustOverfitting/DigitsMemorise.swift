import Experiments
import Learning
import Tables

extension RobustOverfitting {
  /// Bumps that repair every robust training error of a linear classifier of digits, and nothing else.
  struct DigitsMemorise: Experiment {
    static let id = "robust-overfitting/digits-memorise"
    static let summary =
      "Robust training error of a linear classifier of digits repaired to zero by bumps, and its test errors."
    static let tables = [
      TableSchema(
        "memorise", "One row a radius; shares of images.",
        [
          ColumnSchema("delta", .real, #"radius $\delta$ of the attack"#),
          ColumnSchema("base_train_robust", .real, "robust training error of the linear classifier"),
          ColumnSchema("base_test_robust", .real, "its robust test error"),
          ColumnSchema("base_test_clean", .real, "its test error"),
          ColumnSchema("n_bumps", .integer, "training images that get a bump"),
          ColumnSchema("train_robust", .real, "robust training error with bumps, at most"),
          ColumnSchema("test_robust_upper", .real, "robust test error with bumps, at most"),
          ColumnSchema("test_clean_upper", .real, "test error with bumps, at most"),
        ])
    ]
    /// κ/δ.
    static let relativeRamp = 0.01

    @Parameter(
      #"Radii $\delta$."#, range: ParameterRange(lower: 0, upper: 1, includesLower: false),
      default: [0.02, 0.05, 0.1, 0.15])
    var delta: [Double]
    @Parameter(
      "Penalty of the ridge regression, divided by the number of images.", range: .between(1e-6, 1e6), default: 0.01)
    var ridge: Double
    @Parameter("The classes: size (at least five) or parity (even).", default: .size) var label: DigitQuestion

    func run(in context: RunContext) throws -> ExperimentResult {
      let (train, test) = (LabelledPoints(Digits.train, label), LabelledPoints(Digits.test, label))
      let base = try RidgeClassifier(train, ridge: ridge)
      let (trainMargins, testMargins) = (base.margins(train), base.margins(test))
      var table = TableBuilder(Self.tables[0].columns)
      for delta in delta {
        try context.checkCancellation()
        let shape = BumpShape(radius: delta, relativeRamp: Self.relativeRamp)
        let drop = delta * base.steepness
        let centres = train.labels.indices.filter { trainMargins[$0] <= drop }
        let bumps = MemorisedPoints(train, centres)
        // All others are right, unless a bump of the other class reaches into their ball.
        let trainWrong = train.labels.indices.count { bumps.contradicts(train, $0, within: delta + shape.outer) }
        let cleanWrong = test.labels.indices.count {
          testMargins[$0] <= 0 || bumps.contradicts(test, $0, within: shape.outer)
        }
        let robustWrong = test.labels.indices.count {
          testMargins[$0] <= drop || bumps.contradicts(test, $0, within: delta + shape.outer)
        }
        func share(_ count: Int, _ data: LabelledPoints) -> Value { .real(Double(count) / Double(data.count)) }
        table.append(
          .real(delta), share(centres.count, train), share(testMargins.count { $0 <= drop }, test),
          share(testMargins.count { $0 <= 0 }, test), .integer(centres.count), share(trainWrong, train),
          share(robustWrong, test), share(cleanWrong, test))
      }
      return ExperimentResult(["memorise": table.table])
    }
  }
}
