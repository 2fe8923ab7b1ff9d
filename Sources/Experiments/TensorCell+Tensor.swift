import NumericalCore
import Tables

extension Value {
  /// A tensor in a cell of a text column, its shape with it: an image of row × column, or of row × column × channel.
  ///
  ///     var table = TableBuilder([.init("kind", .text), .init("image", .text, "Row × column.")])
  ///     table.append("clean", .tensor(image))
  ///
  /// Numbers that are not finite are missing.
  public static func tensor<Scalar>(_ tensor: Tensor<Scalar>) -> Value { .text(tensor.cellText) }
}

extension Column {
  /// A text column with one tensor a row; see `TensorCell`.
  public init<Scalar>(_ name: String, _ tensors: [Tensor<Scalar>]) { self.init(name, tensors.map(\.cellText)) }
}

extension Tensor {
  fileprivate var cellText: String { TensorCell.text(of: withElements(Array.init), shape: shape.array) }
}
