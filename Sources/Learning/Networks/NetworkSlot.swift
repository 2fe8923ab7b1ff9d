import NumericalCore

/// A named tensor in the flat vector of a network's parameters, or of its state.
public struct NetworkSlot: Sendable, Hashable {
  /// Such as "dense2.weights": the layer's kind, its place among its neighbours, and the tensor's name in it.
  public let name: String
  public let shape: Shape
  /// Where in the flat vector it stands.
  public let range: Range<Int>

  init(name: String, shape: Shape, start: Int) {
    self.name = name
    self.shape = shape
    range = start..<(start + shape.count)
  }
}
