import Diagnostics
import NumericalCore

/// Layers with their numbers: a value.
///
/// All parameters stand in one vector, so that optimisers and methods on the whole vector (averages, sharpness-aware steps)
/// need no more than its arithmetic; `slots` says which part belongs to which layer.
///
///     let network = Network<Float>(input: [8, 8, 1], random: context.random("initialisation")) {
///       Convolution2D(16, kernel: 3, padding: 1, activation: .relu)
///       Flatten()
///       Dense(10)
///     }
///     let logits = network(images)   // [n × 10]
public struct Network<Scalar: TensorScalar>: Sendable {
  /// Shape of one input.
  public let input: Shape
  /// Shape of one output.
  public let output: Shape
  public let layers: Sequential
  /// The tensors of parameters, in the order of the layers.
  public let slots: [NetworkSlot]
  /// The tensors of the state, in the order of the layers.
  public let stateSlots: [NetworkSlot]
  /// All parameters, `[parameterCount]`.
  public var parameters: Tensor<Scalar> {
    // The old value is not asked for: it would make every change in place a copy.
    didSet { if parameters.shape != [parameterCount] { trap("parameters of \(parameters.shape), not \(parameterCount)") } }
  }
  /// What layers keep from training and do not train, such as running means.
  public var state: Tensor<Scalar>

  /// A network with new parameters.
  ///
  /// - Parameters:
  ///   - input: shape of one input, without the batch's axis.
  ///   - random: each tensor is drawn from its own substream, named like its slot.
  public init(input: Shape, random: RandomSource, layers: [any Layer]) {
    let root = Sequential(layers)
    let plan = root.plan(for: input)
    self.input = input
    output = plan.output
    self.layers = root
    slots = Network.slots(plan.parameters.map { ($0.name, $0.shape) })
    stateSlots = Network.slots(plan.state.map { ($0.name, $0.shape) })
    parameters = Network.drawn(plan, slots, random)
    state = Tensor([stateSlots.last?.range.upperBound ?? 0])
    let ranges = stateSlots.map(\.range)
    state.withMutableElements { state in
      for (range, tensor) in zip(ranges, plan.state) {
        for index in range { state[index] = Scalar(tensor.initialValue) }
      }
    }
  }

  public init(input: Shape, random: RandomSource, @LayerBuilder layers: () -> [any Layer]) {
    self.init(input: input, random: random, layers: layers())
  }

  /// Number of parameters.
  public var parameterCount: Int { slots.last?.range.upperBound ?? 0 }

  /// Draws all parameters anew, and resets the state.
  public mutating func reinitialise(_ random: RandomSource) {
    self = Network(input: input, random: random, layers: layers.layers)
  }

  /// The same layers with other parameters.
  /// - Parameter parameters: `[parameterCount]`.
  public func with(parameters: Tensor<Scalar>) -> Network {
    var copy = self
    copy.parameters = parameters
    return copy
  }

  /// The tensor of a slot, a view of the flat vector.
  public subscript(name: String) -> Tensor<Scalar> {
    guard let slot = slots.first(where: { $0.name == name }) else { trap("parameters '\(name)'; there are \(slots.map(\.name))") }
    return parameters.slice(from: slot.range.lowerBound, shape: slot.shape)
  }

  private static func slots(_ tensors: [(name: String, shape: Shape)]) -> [NetworkSlot] {
    var start = 0
    return tensors.map { tensor in
      let slot = NetworkSlot(name: tensor.name, shape: tensor.shape, start: start)
      start = slot.range.upperBound
      return slot
    }
  }

  private static func drawn(_ plan: LayerPlan, _ slots: [NetworkSlot], _ random: RandomSource) -> Tensor<Scalar> {
    var flat = Tensor<Scalar>([slots.last?.range.upperBound ?? 0])
    for (slot, parameter) in zip(slots, plan.parameters) {
      var source = random.substream(slot.name)
      let drawn: Tensor<Scalar> = parameter.initialisation.draw(slot.shape, parameter.fans, using: &source)
      flat.replace(along: 0, at: slot.range.lowerBound, with: drawn.reshaped(to: [drawn.count]))
    }
    return flat
  }
}
