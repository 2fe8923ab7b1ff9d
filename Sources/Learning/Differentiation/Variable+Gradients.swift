import Diagnostics
import NumericalCore

/// Reverse mode.
extension Variable {
  /// The gradients of ⟨self, seed⟩ with respect to variables that it was computed from.
  ///
  /// - Parameters:
  ///   - variables: tracked; one that has no influence gets zeros.
  ///   - seed: of the shape of this variable; ones if nil.
  ///   - recording: whether the gradients are themselves recorded, so that they can be differentiated.
  /// - Returns: one gradient a variable, of its shape.
  /// - Complexity: at most about three times the cost of computing the variable.
  /// - Source: Griewank & Walther, "Evaluating Derivatives" (2008), chapter 3.
  public func gradients(
    withRespectTo variables: [Variable], seed: Tensor<Scalar>? = nil, recording: Bool = false
  ) -> [Variable] {
    gradients(withRespectTo: variables, seed: seed.map { Variable($0) }, recording: recording, examples: nil)
  }

  /// The gradient of ⟨self, seed⟩ with respect to one variable.
  public func gradient(
    withRespectTo variable: Variable, seed: Tensor<Scalar>? = nil, recording: Bool = false
  ) -> Variable {
    gradients(withRespectTo: [variable], seed: seed, recording: recording)[0]
  }

  /// Gradients with respect to parameters, one for each example of a batch, in a single backward pass.
  ///
  /// The examples are the first axis of this variable and must not influence each other (no batch normalisation). Parameters
  /// must enter through products, convolutions, embeddings and broadcast sums or products.
  /// - Returns: one tensor a parameter, `[examples, …shape of the parameter]`.
  public func gradientsPerExample(
    withRespectTo parameters: [Variable], seed: Tensor<Scalar>? = nil
  ) -> [Tensor<Scalar>] {
    if rank == 0 { trap("per-example gradients of a scalar") }
    return gradients(
      withRespectTo: parameters, seed: seed.map { Variable($0) }, recording: false, examples: shape[0]
    ).map { $0.value }
  }

  func gradients(
    withRespectTo variables: [Variable], seed: Variable?, recording: Bool, examples: Int?
  ) -> [Variable] {
    if let seed, seed.shape != shape { trap("a seed of \(seed.shape) for a variable of \(shape)") }
    func zeros(_ variable: Variable) -> Variable {
      Variable(Tensor(examples.map { variable.shape.inserting($0, at: 0) } ?? variable.shape))
    }
    guard let root = node else { return variables.map(zeros) }
    for variable in variables {
      guard let node = variable.node else { trap("a gradient with respect to a constant of \(variable.shape)") }
      node.isWanted = true
      node.isTarget = true
    }
    let order = Variable.inputsFirst(root)
    root.gradient = seed ?? Variable(Tensor(shape, repeating: 1))
    for node in order.reversed() where node.isWanted {
      guard let gradient = node.gradient, let pullback = node.pullback else { continue }
      // An intermediate gradient is not needed again, unless it was asked for.
      if !node.isTarget { node.gradient = nil }
      let pulled = pullback(Backward(gradient: gradient, isRecording: recording, examples: examples, node: node))
      for (input, contribution) in zip(node.inputs, pulled) {
        guard let input, input.isWanted, let contribution else { continue }
        input.accumulate(contribution, recording: recording)
      }
    }
    let result = variables.map { $0.node?.gradient ?? zeros($0) }
    for variable in variables { variable.node?.clear() }
    for node in order { node.clear() }
    return result
  }

  /// The nodes that `root` was computed from, each after its inputs; marks those through which a wanted one is reached.
  private static func inputsFirst(_ root: Node<Scalar>) -> [Node<Scalar>] {
    var order: [Node<Scalar>] = []
    var stack: [(node: Node<Scalar>, next: Int)] = [(root, 0)]
    root.isVisited = true
    while let (node, next) = stack.last {
      if next < node.inputs.count {
        stack[stack.count - 1].next = next + 1
        if let input = node.inputs[next], !input.isVisited {
          input.isVisited = true
          stack.append((input, 0))
        }
      } else {
        if !node.isWanted { node.isWanted = node.inputs.contains { $0?.isWanted == true } }
        order.append(node)
        stack.removeLast()
      }
    }
    return order
  }
}

extension Node {
  func clear() {
    isVisited = false
    isWanted = false
    isTarget = false
    gradient = nil
  }

  /// Adds a contribution to the gradient; in place where nothing else refers to it.
  func accumulate(_ contribution: Variable<Scalar>, recording: Bool) {
    if gradient == nil {
      gradient = contribution
    } else if recording {
      gradient = gradient.map { $0 + contribution }
    } else {
      gradient?.accumulate(contribution)
    }
  }
}
