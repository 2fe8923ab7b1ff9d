/// A value for each scale.
public struct ScaleValues<Value: Sendable & Hashable>: Sendable, Hashable {
  public var quick: Value
  public var standard: Value
  public var paper: Value

  public init(quick: Value, standard: Value, paper: Value) {
    self.quick = quick
    self.standard = standard
    self.paper = paper
  }

  /// The same value at every scale.
  public init(_ value: Value) { self.init(quick: value, standard: value, paper: value) }

  public subscript(scale: Scale) -> Value {
    switch scale {
    case .quick: quick
    case .standard: standard
    case .paper: paper
    }
  }
}
