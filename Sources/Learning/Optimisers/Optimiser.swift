import NumericalCore

/// A rule that moves a vector of parameters along gradients, with what it remembers of earlier ones: a value.
///
/// Steps are in place and do not allocate, after the first.
public protocol Optimiser<Scalar>: Sendable {
  associatedtype Scalar: TensorScalar

  /// Moves the parameters by one step.
  /// - Parameters:
  ///   - parameters: a vector, changed in place if no other tensor shares its memory.
  ///   - gradient: of the same shape.
  ///   - stepSize: > 0.
  mutating func update(_ parameters: inout Tensor<Scalar>, gradient: Tensor<Scalar>, stepSize: Double)

  /// Forgets all gradients.
  mutating func reset()
}
