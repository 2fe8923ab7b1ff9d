import NumericalCore

extension Network {
  /// Moves the parameters by one step of an optimiser, in place.
  /// - Parameter gradient: `[parameterCount]`.
  public mutating func update(
    _ gradient: Tensor<Scalar>, with optimiser: inout some Optimiser<Scalar>, stepSize: Double
  ) {
    optimiser.update(&parameters, gradient: gradient, stepSize: stepSize)
  }
}
