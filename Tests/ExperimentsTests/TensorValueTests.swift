import NumericalCore
import Tables
import Testing

@testable import Experiments

@Suite struct TensorValueTests {
  /// In single precision the decimals are those of the single-precision number.
  @Test func tensorsStandInTextColumns() throws {
    var table = TableBuilder([.init("kind", .text), .init("image", .text, "Row × column.")])
    table.append("clean", .tensor(Tensor<Float>([2, 2], elements: [0, 0.1, 0.5, 1])))
    #expect(table.table["image"]?[0] == .text("[[0, 0.1], [0.5, 1]]"))
    let colours = Tensor<Double>([2, 1, 1, 3], elements: [1, 0, 0, 0, 0.25, .nan])
    let column = Column("image", [colours.row(0), colours.row(1)])
    #expect(column.values == [.text("[[[1, 0, 0]]]"), .text("[[[0, 0.25, null]]]")])
    #expect(try TensorCell("[[[1, 0, 0]]]").shape == [1, 1, 3])
  }
}
