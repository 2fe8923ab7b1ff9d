import Experiments
import NumericalCore
import Tables

/// Gives tensors of two shapes, one with a hole.
struct Pictures: Experiment {
  static let id = "test/pictures"
  static let summary = "Draws."
  static let tables = [TableSchema("pictures", "Two pictures.", [ColumnSchema("kind", .text), ColumnSchema("image", .text, "Row × column (× channel).")])]

  func run(in context: RunContext) throws -> ExperimentResult {
    var table = TableBuilder(Pictures.tables[0].columns)
    table.append("grey", .tensor(Tensor<Float>([2, 3], elements: [0, 0.1, 0.2, 0.3, 1 / 3, .nan])))
    table.append("colour", .tensor(Tensor<Double>([1, 2, 3], elements: [1, 0, 0, 0, 0.5, 1])))
    return ExperimentResult(["pictures": table.table])
  }
}
