import Diagnostics
import NumericalCore

/// A convolution of sequences `[place × channel]`.
public struct Convolution1D: Layer {
  /// The same along the columns of images of one row.
  private let rows: Convolution2D

  public init(
    _ filters: Int, kernel: Int, stride: Int = 1, padding: Padding = .none, groups: Int = 1,
    activation: ActivationFunction = .identity, bias: Bool = true, initialisation: Initialisation = .heNormal
  ) {
    rows = Convolution2D(
      filters, kernelHeight: 1, kernelWidth: kernel, stride: stride, padding: padding, groups: groups,
      activation: activation, bias: bias, initialisation: initialisation)
  }

  public var kind: String { "convolution" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank != 2 { trap("a convolution of sequences for inputs of \(input)") }
    var plan = rows.plan(for: input.inserting(1, at: 0))
    plan.output = plan.output.removing(0)
    return plan
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    let y = rows.apply(x.reshaped(to: x.shape.inserting(1, at: 1)), &pass)
    return y.reshaped(to: y.shape.removing(1))
  }
}
