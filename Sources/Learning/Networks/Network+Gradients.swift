import Diagnostics
import NumericalCore

/// Gradients with respect to all parameters, as one vector.
extension Network {
  /// The value of a scalar function of the parameters and its gradient.
  ///
  /// - Parameter loss: of tracked variables, one a slot; a variable of one element.
  /// - Returns: the value, and the gradient `[parameterCount]`.
  public func valueAndGradient(
    of loss: ([Variable<Scalar>]) -> Variable<Scalar>
  ) -> (value: Scalar, gradient: Tensor<Scalar>) {
    let variables = variables(tracking: true)
    let value = loss(variables)
    if value.count != 1 { trap("the gradient of losses of \(value.shape): take their mean") }
    return (value.scalar, flattened(value.gradients(withRespectTo: variables)))
  }

  /// The value and the gradient of a loss of the outputs for a batch.
  /// - Parameter loss: of the outputs `[examples, …output]`; a variable of one element.
  public func valueAndGradient(
    at x: Tensor<Scalar>, pass: inout ForwardPass<Scalar>, of loss: (Variable<Scalar>) -> Variable<Scalar>
  ) -> (value: Scalar, gradient: Tensor<Scalar>) {
    valueAndGradient { variables in loss(logits(Variable(x), parameters: variables, pass: &pass)) }
  }

  /// One gradient an example, of losses `[examples]` that do not influence each other.
  /// - Returns: `[examples × parameterCount]`.
  public func gradientsPerExample(of losses: ([Variable<Scalar>]) -> Variable<Scalar>) -> Tensor<Scalar> {
    let variables = variables(tracking: true)
    let each = losses(variables).gradientsPerExample(withRespectTo: variables)
    return Tensor.concatenated(each.map { $0.flattenedRows }, along: 1)
  }

  /// ∇²f(w)·v for a scalar function of the parameters.
  /// - Parameter v: `[parameterCount]`.
  public func hessianVectorProduct(
    along v: Tensor<Scalar>, of loss: ([Variable<Scalar>]) -> Variable<Scalar>
  ) -> Tensor<Scalar> {
    if v.shape != parameters.shape { trap("a Hessian of \(parameters.shape) times \(v.shape)") }
    let variables = variables(tracking: true)
    let gradients = loss(variables).gradients(withRespectTo: variables, recording: true)
    let product = zip(gradients, slots).map { gradient, slot in
      Variable.dot(gradient, Variable(v.slice(from: slot.range.lowerBound, shape: slot.shape)))
    }.reduce(Variable(scalar: 0), +)
    return flattened(product.gradients(withRespectTo: variables))
  }

  /// Tensors, one a slot, as one vector `[parameterCount]`.
  public func flattened(_ parts: [Variable<Scalar>]) -> Tensor<Scalar> {
    if parts.count != slots.count { trap("\(parts.count) tensors for \(slots.count) slots") }
    return Tensor([parameterCount]) { target in
      for (part, slot) in zip(parts, slots) {
        if part.shape != slot.shape { trap("a tensor of \(part.shape) for '\(slot.name)' of \(slot.shape)") }
        part.value.withElements { source in
          guard let to = target.baseAddress, let from = source.baseAddress else { return }
          (to + slot.range.lowerBound).update(from: from, count: source.count)
        }
      }
    }
  }
}
