import NumericalCore

/// A constant factor: of an output in the mean-field or neural-tangent parametrisation, or of a residual branch.
public struct Scaled: Layer {
  public var factor: Double

  public init(by factor: Double) { self.factor = factor }

  public var kind: String { "scaled" }
  public func plan(for input: Shape) -> LayerPlan { LayerPlan(output: input) }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    x.scaled(by: Scalar(factor))
  }
}
