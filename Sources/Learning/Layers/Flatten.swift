import NumericalCore

/// All axes as one.
public struct Flatten: Layer {
  public init() {}

  public var kind: String { "flatten" }
  public func plan(for input: Shape) -> LayerPlan { LayerPlan(output: [input.count]) }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    x.flattenedRows()
  }
}
