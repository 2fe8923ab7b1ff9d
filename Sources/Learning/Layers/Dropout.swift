import Diagnostics
import NumericalCore

/// In training, zeroes every number with probability `rate` and divides the others by 1 − rate.
/// - Source: Srivastava et al., "Dropout" (2014), section 10, in the inverted form.
public struct Dropout: Layer {
  /// In [0, 1).
  public var rate: Double

  public init(_ rate: Double) {
    if !(rate >= 0 && rate < 1) { trap("dropout with probability \(rate)") }
    self.rate = rate
  }

  public var kind: String { "dropout" }
  public func plan(for input: Shape) -> LayerPlan { LayerPlan(output: input) }

  @_specialize(where Scalar == Float)
  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    if pass.mode == .evaluation || rate == 0 { return x }
    let kept = Scalar(1 / (1 - rate))
    let mask = Tensor<Scalar>(x.shape) { target in
      for index in target.indices { target[index] = pass.random.uniform() < rate ? 0 : kept }
    }
    return x * Variable(mask)
  }
}
