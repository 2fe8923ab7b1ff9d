import NumericalCore

/// What a pullback is given: the gradient that arrives, and how the pass treats what was saved.
struct Backward<Scalar: TensorScalar> {
  /// The gradient with respect to the operation's output.
  let gradient: Variable<Scalar>
  /// Whether the pass is itself recorded, so that it can be differentiated.
  let isRecording: Bool
  /// If set, gradients of leaves are not summed over examples but come as `[examples, …shape]`.
  let examples: Int?
  let node: Node<Scalar>

  /// A saved variable, with its history if the pass is recorded.
  func callAsFunction(_ saved: Variable<Scalar>) -> Variable<Scalar> { isRecording ? saved : saved.detached() }

  /// The output of the operation.
  var output: Variable<Scalar> {
    guard let value = node.output else { return gradient }
    return Variable(value: value, node: isRecording ? node : nil)
  }

  /// Whether the gradient with respect to an input is asked for.
  func needs(_ input: Int) -> Bool { node.inputs[input]?.isWanted ?? false }

  /// The number of examples if the input is a leaf whose gradient is asked for example by example.
  func examples(forLeaf input: Int) -> Int? { node.inputs[input]?.isLeaf == true ? examples : nil }
}
