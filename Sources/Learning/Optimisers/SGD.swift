import NumericalCore

/// Gradient descent with momentum (see `DescentRule`).
public struct SGD<Scalar: TensorScalar>: Optimiser {
  public var rule: DescentRule
  /// The velocity v; nil before the first step, and without momentum.
  public private(set) var velocity: Tensor<Scalar>?

  public init(momentum: Double = 0, isNesterov: Bool = false, weightDecay: Double = 0) {
    rule = DescentRule(momentum: momentum, isNesterov: isNesterov, weightDecay: weightDecay)
  }

  public mutating func update(_ parameters: inout Tensor<Scalar>, gradient: Tensor<Scalar>, stepSize: Double) {
    if velocity == nil && rule.momentum != 0 { velocity = Tensor(parameters.shape) }
    parameters.descend(rule, stepSize: stepSize, gradient: gradient, velocity: &velocity)
  }

  public mutating func reset() { velocity = nil }
}
