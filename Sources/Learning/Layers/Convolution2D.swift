import Diagnostics
import NumericalCore

/// activation(m·conv(x, F) + b) of images `[row × column × channel]`, with filters F
/// `[row × column × channel / groups × filter]`, b `[filters]` and m = 1 unless the initialisation has a multiplier.
public struct Convolution2D: Layer {
  public var filters: Int
  public var kernelHeight: Int
  public var kernelWidth: Int
  public var stride: Int
  public var padding: Padding
  /// Input and output channels are split into so many independent parts.
  public var groups: Int
  public var activation: ActivationFunction
  public var hasBias: Bool
  public var initialisation: Initialisation
  public var biasInitialisation: Initialisation

  /// A convolution with square filters of `kernel` rows and columns.
  public init(
    _ filters: Int, kernel: Int, stride: Int = 1, padding: Padding = .none, groups: Int = 1,
    activation: ActivationFunction = .identity, bias: Bool = true, initialisation: Initialisation = .heNormal,
    biasInitialisation: Initialisation = .zeros
  ) {
    if filters < 1 || kernel < 1 || stride < 1 || groups < 1 || filters % groups != 0 {
      trap("a convolution with \(filters) filters of \(kernel) × \(kernel), stride \(stride), groups \(groups)")
    }
    self.filters = filters
    kernelHeight = kernel
    kernelWidth = kernel
    self.stride = stride
    self.padding = padding
    self.groups = groups
    self.activation = activation
    hasBias = bias
    self.initialisation = initialisation
    self.biasInitialisation = biasInitialisation
  }

  public var kind: String { "convolution" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank != 3 || input[2] % groups != 0 { trap("a convolution with \(groups) groups for inputs of \(input)") }
    let shape: Shape = [kernelHeight, kernelWidth, input[2] / groups, filters]
    let fans = fans(channels: input[2])
    let geometry = geometry(images: input.inserting(1, at: 0), filters: shape)
    var plan = LayerPlan(
      output: geometry.responseShape.removing(0), parameters: [.init("filters", shape, initialisation, fans: fans)])
    if hasBias { plan.parameters.append(.init("bias", [filters], biasInitialisation, fans: fans)) }
    return plan
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    let weights = pass.nextParameter()
    var y = Variable.convolve(.forward, geometry(images: x.shape, filters: weights.shape), x, weights)
    let multiplier = initialisation.multiplier(fans(channels: x.shape[3]))
    if multiplier != 1 { y = y.scaled(by: Scalar(multiplier)) }
    return activation(hasBias ? y + pass.nextParameter() : y)
  }

  private func fans(channels: Int) -> Fans {
    let size = kernelHeight * kernelWidth
    return Fans(in: size * channels / groups, out: size * filters / groups)
  }

  private func geometry(images: Shape, filters: Shape) -> ConvolutionGeometry {
    let (top, rows) = padding.resolved(extent: images[1], window: kernelHeight, stride: stride)
    let (left, columns) = padding.resolved(extent: images[2], window: kernelWidth, stride: stride)
    return ConvolutionGeometry(
      images: images, filters: filters, stride: stride, padding: (top, left), output: (rows, columns), groups: groups)
  }
}
