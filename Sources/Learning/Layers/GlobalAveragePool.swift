import Diagnostics
import NumericalCore

/// The mean over all axes but the last: of the places of an image for every channel, or of a sequence for every feature.
public struct GlobalAveragePool: Layer {
  public init() {}

  public var kind: String { "globalAveragePool" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank < 2 { trap("a mean over the places of inputs of \(input)") }
    return LayerPlan(output: [input[-1]])
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    x.reshaped(to: [x.shape[0], x.shape.count(of: 1..<(x.rank - 1)), x.shape[-1]]).mean(along: 1)
  }
}
