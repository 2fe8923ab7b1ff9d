import NumericalCore

/// Adam, and with decoupled weight decay AdamW (see `AdaptiveRule`).
public struct Adam<Scalar: TensorScalar>: Optimiser {
  public var rule: AdaptiveRule
  /// Steps made.
  public private(set) var steps = 0
  /// Moving average of the gradient; nil before the first step.
  public private(set) var first: Tensor<Scalar>?
  /// Moving average of its square; nil before the first step.
  public private(set) var second: Tensor<Scalar>?

  public init(
    firstDecay: Double = 0.9, secondDecay: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0,
    isDecayDecoupled: Bool = false
  ) {
    rule = AdaptiveRule(
      firstDecay: firstDecay, secondDecay: secondDecay, epsilon: epsilon, weightDecay: weightDecay,
      isDecayDecoupled: isDecayDecoupled)
  }

  /// AdamW: decoupled weight decay.
  public static func decoupled(
    weightDecay: Double = 0.01, firstDecay: Double = 0.9, secondDecay: Double = 0.999, epsilon: Double = 1e-8
  ) -> Adam {
    Adam(
      firstDecay: firstDecay, secondDecay: secondDecay, epsilon: epsilon, weightDecay: weightDecay, isDecayDecoupled: true)
  }

  public mutating func update(_ parameters: inout Tensor<Scalar>, gradient: Tensor<Scalar>, stepSize: Double) {
    steps += 1
    var m = first ?? Tensor(parameters.shape)
    var s = second ?? Tensor(parameters.shape)
    // Only one owner each, or the step would copy them.
    (first, second) = (nil, nil)
    parameters.adapt(rule, stepSize: stepSize, step: steps, gradient: gradient, first: &m, second: &s)
    (first, second) = (m, s)
  }

  public mutating func reset() {
    (steps, first, second) = (0, nil, nil)
  }
}
