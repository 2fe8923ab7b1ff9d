import Diagnostics
import NumericalCore

/// One evaluation of a network: hands its layers their parameters, state and random numbers.
public struct ForwardPass<Scalar: TensorScalar> {
  public enum Mode: Sendable, Hashable {
    /// Dropout drops, batch normalisation uses the moments of the batch and updates the running ones.
    case training
    /// Every output depends on its own input alone.
    case evaluation
  }

  public let mode: Mode
  /// Where dropout takes its numbers from.
  public var random: RandomSource
  /// What the layers keep between passes, flat: after a pass in training mode, the network's new state.
  public private(set) var state: Tensor<Scalar>
  private var parameters: [Variable<Scalar>] = []
  private var parametersTaken = 0
  private var stateTaken = 0

  /// - Parameter state: the network's, flat.
  public init(_ mode: Mode, state: Tensor<Scalar>, random: RandomSource = RandomSource(key: 0, stream: 0)) {
    self.mode = mode
    self.state = state
    self.random = random
  }

  /// The next tensor of parameters, in the order in which the layers planned them.
  public mutating func nextParameter() -> Variable<Scalar> {
    if parametersTaken == parameters.count { trap("a layer takes more parameters than it planned") }
    parametersTaken += 1
    return parameters[parametersTaken - 1]
  }

  /// The part of the state that holds the next planned tensor of the given shape.
  public mutating func nextState(_ shape: Shape) -> Range<Int> {
    let range = stateTaken..<(stateTaken + shape.count)
    if range.upperBound > state.count { trap("a layer takes more state than it planned") }
    stateTaken = range.upperBound
    return range
  }

  /// A tensor of the state.
  public func stateTensor(_ range: Range<Int>, shape: Shape) -> Tensor<Scalar> {
    state.slice(from: range.lowerBound, shape: shape)
  }

  /// state ← (1 − weight)·state + weight·new, in a part of the state.
  public mutating func blendState(_ range: Range<Int>, with new: Tensor<Scalar>, weight: Scalar) {
    if new.count != range.count { trap("state of \(range.count) numbers blended with a tensor of \(new.shape)") }
    state.withMutableElements { state in
      new.withElements { new in
        for (index, place) in range.enumerated() { state[place] += weight * (new[index] - state[place]) }
      }
    }
  }

  mutating func begin(_ parameters: [Variable<Scalar>]) {
    self.parameters = parameters
    parametersTaken = 0
    stateTaken = 0
  }

  /// Lets go of the parameters, so that they can be changed in place.
  mutating func end() {
    if parametersTaken != parameters.count || (stateTaken != state.count) {
      trap("layers took \(parametersTaken) of \(parameters.count) parameters, \(stateTaken) of \(state.count) numbers of state")
    }
    parameters = []
  }
}
