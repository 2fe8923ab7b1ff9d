import Diagnostics
import NumericalCore

/// A tensor that remembers how it was computed, so that it can be differentiated, any number of times.
///
/// A constant has no history and costs nothing extra. Operations on tracked variables record themselves; what is recorded is
/// freed with the last variable that refers to it.
///
///     let x = Variable(tracking: Tensor<Double>([2, 3]))
///     let y = x.square().sum()
///     let gradient = y.gradient(withRespectTo: x).value   // 2·x
///
/// - Note: Not thread-safe: variables of one history belong to one thread.
public struct Variable<Scalar: TensorScalar> {
  /// The numbers.
  public private(set) var value: Tensor<Scalar>
  let node: Node<Scalar>?

  init(value: Tensor<Scalar>, node: Node<Scalar>?) {
    self.value = value
    self.node = node
  }

  /// A constant.
  public init(_ value: Tensor<Scalar>) { self.init(value: value, node: nil) }

  /// A constant of no axes.
  public init(scalar: Scalar) { self.init(Tensor(scalar: scalar)) }

  /// A variable that gradients can be taken with respect to.
  public init(tracking value: Tensor<Scalar>) { self.init(value: value, node: Node()) }

  /// Whether a gradient can flow back through this variable.
  public var isTracked: Bool { node != nil }

  /// The same numbers without history.
  public func detached() -> Variable { Variable(value: value, node: nil) }

  /// Adds to the numbers, in place where no other tensor shares them.
  mutating func accumulate(_ other: Variable) { value.add(other.value) }

  public var shape: Shape { value.shape }
  public var count: Int { value.count }
  public var rank: Int { value.rank }

  /// The number held by a variable of one element.
  public var scalar: Scalar { value.scalar }

  /// The result of an operation on `inputs`; recorded if one of them is tracked.
  /// - Parameter savingOutput: whether `pullback` is written in terms of the output.
  static func recorded(
    _ value: Tensor<Scalar>, from inputs: Variable..., savingOutput: Bool = false,
    pullback: @escaping Node<Scalar>.Pullback
  ) -> Variable {
    recorded(value, from: inputs, savingOutput: savingOutput, pullback: pullback)
  }

  static func recorded(
    _ value: Tensor<Scalar>, from inputs: [Variable], savingOutput: Bool = false,
    pullback: @escaping Node<Scalar>.Pullback
  ) -> Variable {
    // Closures, because key paths of generic types are looked up anew each time.
    if !inputs.contains(where: { $0.node != nil }) { return Variable(value) }
    let node = Node(inputs: inputs.map { $0.node }, output: savingOutput ? value : nil, pullback: pullback)
    return Variable(value: value, node: node)
  }
}
