import NumericalCore

/// An activation function as a layer of its own.
public struct Activation: Layer {
  public var function: ActivationFunction

  public init(_ function: ActivationFunction) { self.function = function }

  public var kind: String { "activation" }
  public func plan(for input: Shape) -> LayerPlan { LayerPlan(output: input) }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> { function(x) }
}
