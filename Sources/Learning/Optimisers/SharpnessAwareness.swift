import NumericalCore

/// Descent along the gradient at w + ε instead of w, where ε goes uphill by `radius` in the norm of the whole vector.
///
/// ε = radius·g/‖g‖, or if adaptive ε = radius·w²·g/‖w·g‖ elementwise, which does not change when layers are rescaled.
/// - Source: Foret, Kleiner, Mobahi & Neyshabur, "Sharpness-aware minimization" (2021), equation 2; Kwon et al., "ASAM"
///   (2021), equation 8, without η.
public struct SharpnessAwareness: Sendable, Hashable {
  public var radius: Double
  public var isAdaptive: Bool

  public init(radius: Double, isAdaptive: Bool = false) {
    self.radius = radius
    self.isAdaptive = isAdaptive
  }

  /// The perturbation ε at parameters with the given gradient; zero where the gradient is.
  public func perturbation<Scalar>(of parameters: Tensor<Scalar>, gradient: Tensor<Scalar>) -> Tensor<Scalar> {
    let direction = isAdaptive ? parameters * gradient : gradient
    let norm = direction.norm
    if norm == 0 { return Tensor(gradient.shape) }
    return (isAdaptive ? parameters * direction : direction).affine(Scalar(radius) / norm)
  }

  /// The value of a loss at the network's parameters, and its gradient at the perturbed ones.
  /// - Parameter loss: value and gradient for a network.
  public func valueAndGradient<Scalar>(
    _ network: Network<Scalar>, of loss: (Network<Scalar>) -> (value: Scalar, gradient: Tensor<Scalar>)
  ) -> (value: Scalar, gradient: Tensor<Scalar>) {
    let (value, gradient) = loss(network)
    var moved = network
    moved.parameters.add(perturbation(of: network.parameters, gradient: gradient))
    return (value, loss(moved).gradient)
  }
}
