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
    self.init(
      filters, kernelHeight: kernel, kernelWidth: kernel, stride: stride, padding: padding, groups: groups,
      activation: activation, bias: bias, initialisation: initialisation, biasInitialisation: biasInitialisation)
  }

  /// A convolution with filters of `kernelHeight` rows and `kernelWidth` columns.
  public init(
    _ filters: Int, kernelHeight: Int, kernelWidth: Int, stride: Int = 1, padding: Padding = .none, groups: Int = 1,
    activation: ActivationFunction = .identity, bias: Bool = true, initialisation: Initialisation = .heNormal,
    biasInitialisation: Initialisation = .zeros
  ) {
    if filters < 1 || kernelHeight < 1 || kernelWidth < 1 || stride < 1 || groups < 1 || filters % groups != 0 {
      trap("a convolution with \(filters) filters of \(kernelHeight) × \(kernelWidth), stride \(stride), groups \(groups)")
    }
    self.filters = filters
    self.kernelHeight = kernelHeight
    self.kernelWidth = kernelWidth
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
    let bias = hasBias ? pass.nextParameter() : nil
    let geometry = geometry(images: x.shape, filters: weights.shape)
    let multiplier = initialisation.multiplier(fans(channels: x.shape[3]))
    if multiplier == 1 {
      let isRectified = activation == .relu
      let y = Variable.convolve(geometry, x, weights, bias: bias, rectifying: isRectified)
      return isRectified ? y : activation(y)
    }
    let product = Variable.convolve(.forward, geometry, x, weights).scaled(by: Scalar(multiplier))
    return activation(bias.map { product + $0 } ?? product)
  }

  private func fans(channels: Int) -> Fans {
    let size = kernelHeight * kernelWidth
    return Fans(in: size * channels / groups, out: size * filters / groups)
  }

  private func geometry(images: Shape, filters: Shape) -> ConvolutionGeometry {
    // A single row has nothing above or below.
    let (top, rows) =
      images[1] == 1 && kernelHeight == 1 ? (0, 1) : padding.resolved(extent: images[1], window: kernelHeight, stride: stride)
    let (left, columns) = padding.resolved(extent: images[2], window: kernelWidth, stride: stride)
    return ConvolutionGeometry(
      images: images, filters: filters, stride: stride, padding: (top, left), output: (rows, columns), groups: groups)
  }
}
