import NumericalCore

/// A recorded operation: what it came from, and how a gradient flows back through it. A leaf has neither.
final class Node<Scalar: TensorScalar> {
  /// Gives the gradients with respect to the inputs, nil for those that are not wanted.
  typealias Pullback = (Backward<Scalar>) -> [Variable<Scalar>?]

  private(set) var inputs: [Node?]
  private(set) var pullback: Pullback?
  /// The value, for pullbacks that are written in terms of it.
  let output: Tensor<Scalar>?

  // Scratch of one backward pass, cleared at its end.
  var isVisited = false
  var isWanted = false
  var isTarget = false
  var gradient: Variable<Scalar>?

  init(inputs: [Node?] = [], output: Tensor<Scalar>? = nil, pullback: Pullback? = nil) {
    self.inputs = inputs
    self.output = output
    self.pullback = pullback
  }

  var isLeaf: Bool { pullback == nil }

  /// Releases long chains in a loop: by recursion they would overflow the stack.
  deinit {
    var pending = inputs
    inputs = []
    pullback = nil
    while !pending.isEmpty {
      // Not through a second constant: it would be another reference.
      guard var node = pending.removeLast(), isKnownUniquelyReferenced(&node) else { continue }
      pending.append(contentsOf: node.inputs)
      node.inputs = []
      node.pullback = nil
    }
  }
}
