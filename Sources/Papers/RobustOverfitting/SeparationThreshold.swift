import Experiments
import Learning
import NumericalCore
import Tables

extension RobustOverfitting {
  /// The least adversarial training error of any classifier whatever: a largest matching of points in conflict.
  ///
  /// Mirrors the paper's condition that the classes are well separated.
  struct SeparationThreshold: Experiment {
    static let id = "robust-overfitting/separation-threshold"
    static let summary =
      "Least adversarial training error over all classifiers, by radius: zero as long as the classes are separated."
    static let tables = [
      TableSchema(
        "threshold", "One row a radius.",
        [
          ColumnSchema("delta", .real, #"radius $\delta$ of the attack"#),
          ColumnSchema("min_adv_train_error", .real, "least share of training points that an attack gets wrong"),
          ColumnSchema("min_inter_class_distance", .real, "between points of different classes; empty for one class"),
        ])
    ]

    @Parameter(
      #"Radii $\delta$."#, range: .nonNegative, default: [0.15, 0.2, 0.22, 0.25, 0.28, 0.3, 0.35, 0.4])
    var delta: [Double]
    @Parameter("The classes of digits: size (at least five) or parity (even).", default: .size) var label: DigitQuestion
    @Parameter("Coordinates of points that replace the digits, point by point.", default: []) var points: [Double]
    @Parameter("Dimension of `points`.", range: .between(1, 1_000_000), default: 1) var dim: Int
    @Parameter("Labels of `points`, 1 or −1.", range: .between(-1, 1), default: []) var labels: [Int]

    func validate() -> [ParameterProblem] {
      if points.count != labels.count * dim {
        let found = "\(points.count) coordinates for \(labels.count) labels"
        return [.inconsistent("points", "\(found): with dim = \(dim) expected \(labels.count * dim)")]
      }
      if labels.contains(0) { return [.inconsistent("labels", "0 is no label: they are 1 or −1")] }
      return []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let data =
        labels.isEmpty
        ? LabelledPoints(Digits.train, label) : LabelledPoints(dimension: dim, coordinates: points, labels: labels)
      let conflicts = ConflictGraph(data)
      var table = TableBuilder(Self.tables[0].columns)
      for delta in delta {
        try context.checkCancellation()
        table.append(
          .real(delta), .real(conflicts.leastError(radius: delta)), .real(finite: conflicts.leastDistance))
      }
      return ExperimentResult(["threshold": table.table])
    }
  }
}
