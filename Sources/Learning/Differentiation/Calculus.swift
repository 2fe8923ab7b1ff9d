import Diagnostics
import NumericalCore

/// Derivatives of functions of one tensor.
public enum Calculus {
  /// The value of a scalar function and its gradient.
  /// - Returns: f(x) and ∇f(x), of the shape of `x`.
  public static func valueAndGradient<Scalar>(
    at x: Tensor<Scalar>, of function: (Variable<Scalar>) -> Variable<Scalar>
  ) -> (value: Scalar, gradient: Tensor<Scalar>) {
    let input = Variable(tracking: x)
    let output = function(input)
    if output.count != 1 { trap("the gradient of a function with values of \(output.shape)") }
    return (output.scalar, output.gradient(withRespectTo: input).value)
  }

  /// The product ∇²f(x)·v, by differentiating ⟨∇f(x), v⟩.
  /// - Complexity: a small multiple of one evaluation of f.
  /// - Source: Pearlmutter, "Fast exact multiplication by the Hessian" (1994).
  public static func hessianVectorProduct<Scalar>(
    at x: Tensor<Scalar>, along v: Tensor<Scalar>, of function: (Variable<Scalar>) -> Variable<Scalar>
  ) -> Tensor<Scalar> {
    if x.shape != v.shape { trap("a Hessian at a point of \(x.shape) times a vector of \(v.shape)") }
    let input = Variable(tracking: x)
    let gradient = function(input).gradient(withRespectTo: input, recording: true)
    return gradient.gradient(withRespectTo: input, seed: v).value
  }

  /// The Hessian of a scalar function, `[count × count]`.
  /// - Complexity: count Hessian-vector products on one recorded gradient.
  public static func hessian<Scalar>(
    at x: Tensor<Scalar>, of function: (Variable<Scalar>) -> Variable<Scalar>
  ) -> Tensor<Scalar> {
    let input = Variable(tracking: x)
    let gradient = function(input).gradient(withRespectTo: input, recording: true)
    return rows(of: gradient, withRespectTo: input)
  }

  /// The Jacobian of a function with values of any shape, `[values × count]`.
  /// - Complexity: one backward pass a value.
  public static func jacobian<Scalar>(
    at x: Tensor<Scalar>, of function: (Variable<Scalar>) -> Variable<Scalar>
  ) -> Tensor<Scalar> {
    let input = Variable(tracking: x)
    return rows(of: function(input), withRespectTo: input)
  }

  /// The product vᵀ·J with the Jacobian, of the shape of `x`.
  public static func vectorJacobianProduct<Scalar>(
    at x: Tensor<Scalar>, from v: Tensor<Scalar>, of function: (Variable<Scalar>) -> Variable<Scalar>
  ) -> Tensor<Scalar> {
    let input = Variable(tracking: x)
    return function(input).gradient(withRespectTo: input, seed: v).value
  }

  /// The product J·v with the Jacobian: the derivative of f along v, of the shape of f(x).
  ///
  /// The backward pass u ↦ uᵀ·J is linear in u; differentiating ⟨uᵀ·J, v⟩ by u gives J·v.
  public static func jacobianVectorProduct<Scalar>(
    at x: Tensor<Scalar>, along v: Tensor<Scalar>, of function: (Variable<Scalar>) -> Variable<Scalar>
  ) -> Tensor<Scalar> {
    if x.shape != v.shape { trap("a Jacobian at a point of \(x.shape) times a vector of \(v.shape)") }
    let input = Variable(tracking: x)
    let output = function(input)
    let dual = Variable(tracking: Tensor<Scalar>(output.shape))
    let pulled = output.gradients(withRespectTo: [input], seed: dual, recording: true, examples: nil)[0]
    return pulled.gradient(withRespectTo: dual, seed: v).value
  }

  private static func rows<Scalar>(
    of output: Variable<Scalar>, withRespectTo input: Variable<Scalar>
  ) -> Tensor<Scalar> {
    let gradients = (0..<output.count).map { index in
      var seed = Tensor<Scalar>([output.count])
      seed.withMutableElements { $0[index] = 1 }
      return output.gradient(withRespectTo: input, seed: seed.reshaped(to: output.shape)).value
        .reshaped(to: [1, input.count])
    }
    return gradients.isEmpty ? Tensor([0, input.count]) : Tensor.concatenated(gradients)
  }
}
