import Experiments
import NumericalCore
import Tables

extension SharpnessGeneralization {
  /// The sharpness of `LinearScale` for a reader's own classifier and data.
  struct LinearSharpness: Experiment {
    static let id = "sharpness-generalization/linear-sharpness"
    static let summary = "Worst-case adaptive sharpness of a given linear classifier, at several scales (Section 3)."
    static let tables = [
      TableSchema(
        "sharpness", "One row a radius and scale.",
        [
          ColumnSchema("rho", .real, #"radius $\rho$ relative to the weights"#),
          ColumnSchema("alpha", .real, #"factor $\alpha$ of the weights"#),
          ColumnSchema("sharpness", .real, "worst-case sharpness, each example with a worst case of its own"),
        ])
    ]

    @Parameter("The inputs, example by example.", range: .any.counting(1...10_000_000), default: [1, 0, -1, 0.5])
    var x: [Double]
    @Parameter("The labels, 1 or −1.", range: .between(-1, 1).counting(1...1_000_000), default: [1, -1])
    var y: [Double]
    @Parameter("The weights $w$.", range: .any.counting(1...1_000_000), default: [1, 0]) var w: [Double]
    @Parameter(#"Radii $\rho$."#, range: .nonNegative.counting(1...10_000), default: [0.1, 0.5]) var rho: [Double]
    @Parameter(#"Scales $\alpha$ of the weights."#, range: .any.counting(1...10_000), default: [1]) var alpha: [Double]

    func validate() -> [ParameterProblem] {
      var problems: [ParameterProblem] = []
      if x.count != y.count * w.count {
        problems.append(
          .inconsistent("x", "has \(x.count) elements: must have \(y.count) · \(w.count), one for each label and weight"))
      }
      if let label = y.first(where: { abs($0) != 1 }) {
        problems.append(.inconsistent("y", "has a label \(label): labels are 1 or -1"))
      }
      return problems
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let model = LogisticSharpness(inputs: Matrix(rows: y.count, columns: w.count, elements: x), labels: y)
      var table = TableBuilder(Self.tables[0].columns)
      for radius in rho {
        try context.checkCancellation()
        for scale in alpha {
          table.append(
            .real(radius), .real(scale), .real(model.sharpness(w.map { scale * $0 }, radius: radius)))
        }
      }
      return ExperimentResult(["sharpness": table.table])
    }
  }
}
