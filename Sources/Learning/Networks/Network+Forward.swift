import Diagnostics
import NumericalCore

/// Outputs.
extension Network {
  /// One variable a slot, views of the parameters.
  /// - Parameter tracking: whether gradients can be taken with respect to them.
  public func variables(tracking: Bool) -> [Variable<Scalar>] {
    slots.map { slot in
      let view = parameters.slice(from: slot.range.lowerBound, shape: slot.shape)
      return tracking ? Variable(tracking: view) : Variable(view)
    }
  }

  /// A pass in which every output depends on its own input alone.
  public func evaluationPass() -> ForwardPass<Scalar> { ForwardPass(.evaluation, state: state) }

  /// A pass that trains: dropout draws from `random`; `state` becomes `pass.state` after it.
  public func trainingPass(_ random: RandomSource) -> ForwardPass<Scalar> {
    ForwardPass(.training, state: state, random: random)
  }

  /// The outputs `[examples, …output]` for inputs `[examples, …input]` and parameters that may be tracked, as from
  /// `variables(tracking:)`.
  public func logits(
    _ x: Variable<Scalar>, parameters: [Variable<Scalar>], pass: inout ForwardPass<Scalar>
  ) -> Variable<Scalar> {
    if x.rank == 0 || x.shape.removing(0) != input { trap("inputs of \(x.shape) for a network of batches of \(input)") }
    pass.begin(parameters)
    let outputs = layers.apply(x, &pass)
    pass.end()
    return outputs
  }

  /// The outputs in evaluation mode, differentiable by the inputs if they are tracked.
  public func callAsFunction(_ x: Variable<Scalar>) -> Variable<Scalar> {
    var pass = evaluationPass()
    return logits(x, parameters: variables(tracking: false), pass: &pass)
  }

  /// The outputs `[examples, …output]` in evaluation mode.
  public func callAsFunction(_ x: Tensor<Scalar>) -> Tensor<Scalar> { self(Variable(x)).value }
}
