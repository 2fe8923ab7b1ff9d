import NumericalCore

/// What a layer needs for inputs of a shape.
public struct LayerPlan: Sendable {
  /// A tensor of parameters that are trained.
  public struct Parameter: Sendable {
    public var name: String
    public var shape: Shape
    public var initialisation: Initialisation
    public var fans: Fans

    public init(_ name: String, _ shape: Shape, _ initialisation: Initialisation, fans: Fans = Fans(in: 1, out: 1)) {
      self.name = name
      self.shape = shape
      self.initialisation = initialisation
      self.fans = fans
    }
  }

  /// A tensor that passes in training mode change, such as a running mean.
  public struct State: Sendable {
    public var name: String
    public var shape: Shape
    public var initialValue: Double

    public init(_ name: String, _ shape: Shape, initialValue: Double) {
      self.name = name
      self.shape = shape
      self.initialValue = initialValue
    }
  }

  /// Shape of the outputs, without the batch's axis.
  public var output: Shape
  public var parameters: [Parameter]
  public var state: [State]

  public init(output: Shape, parameters: [Parameter] = [], state: [State] = []) {
    self.output = output
    self.parameters = parameters
    self.state = state
  }

  /// Adds what a layer inside of this one needs, under names that begin with `prefix` and a point.
  public mutating func append(_ inner: LayerPlan, prefix: String) {
    for var parameter in inner.parameters {
      parameter.name = "\(prefix).\(parameter.name)"
      parameters.append(parameter)
    }
    for var tensor in inner.state {
      tensor.name = "\(prefix).\(tensor.name)"
      state.append(tensor)
    }
  }
}
