import NumericalCore

/// A convolution of every channel by itself, with `multiplier` filters each.
public struct DepthwiseConvolution2D: Layer {
  public var kernel: Int
  public var multiplier: Int
  public var stride: Int
  public var padding: Padding
  public var activation: ActivationFunction
  public var hasBias: Bool
  public var initialisation: Initialisation

  public init(
    kernel: Int, multiplier: Int = 1, stride: Int = 1, padding: Padding = .none,
    activation: ActivationFunction = .identity, bias: Bool = true, initialisation: Initialisation = .heNormal
  ) {
    self.kernel = kernel
    self.multiplier = multiplier
    self.stride = stride
    self.padding = padding
    self.activation = activation
    hasBias = bias
    self.initialisation = initialisation
  }

  public var kind: String { "depthwise" }
  public func plan(for input: Shape) -> LayerPlan { grouped(input[-1]).plan(for: input) }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    grouped(x.shape[-1]).apply(x, &pass)
  }

  private func grouped(_ channels: Int) -> Convolution2D {
    Convolution2D(
      channels * multiplier, kernel: kernel, stride: stride, padding: padding, groups: channels, activation: activation,
      bias: hasBias, initialisation: initialisation)
  }
}
