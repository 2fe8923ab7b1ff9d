/// The eigenvalue of largest modulus of a symmetric operator that is given by its products, by repeated products.
///
/// - Source: von Mises and Pollaczek-Geiringer (1929).
public struct PowerIteration: Equatable, Sendable {
  /// The Rayleigh quotient of the last iterate.
  public let value: Double
  /// The last iterate, of norm 1.
  public let vector: [Double]
  /// ‖A·v − value·v‖: within it of `value` lies an eigenvalue.
  public let residual: Double
  /// Products with A.
  public let iterations: Int
  /// `limitReached` too if two eigenvalues of largest modulus have opposite signs; `brokeDown` if a product is zero.
  public let outcome: IterationOutcome

  /// Iterates from `start`, which must not be orthogonal to the eigenvector sought.
  /// - Parameters:
  ///   - tolerance: > 0; the residual relative to the value that counts as convergence.
  ///   - maximumIterations: ≥ 1.
  ///   - multiply: writes A·x into its second argument, all elements.
  /// - Complexity: one product and O(dimension) an iteration; the error falls by |λ₂/λ₁| each time.
  public init(
    start: [Double], tolerance: Double = 1e-10, maximumIterations: Int = 10_000,
    multiply: ([Double], inout [Double]) -> Void
  ) {
    var vector = start
    Vector.scale(&vector, by: 1 / Vector.norm(start))
    var image = [Double](repeating: 0, count: start.count)
    var (value, residual, iterations) = (0.0, Double.infinity, 0)
    var outcome = IterationOutcome.limitReached
    while iterations < maximumIterations {
      multiply(vector, &image)
      iterations += 1
      value = Vector.dot(vector, image)
      let norm = Vector.norm(image)
      if !norm.isFinite || !value.isFinite {
        outcome = .notFinite
        break
      }
      var squares = 0.0
      for i in image.indices {
        let difference = image[i] - value * vector[i]
        squares += difference * difference
      }
      residual = squares.squareRoot()
      if norm == 0 {
        outcome = .brokeDown
        break
      }
      if residual <= tolerance * abs(value) {
        outcome = .converged
        break
      }
      for i in image.indices { vector[i] = image[i] / norm }
    }
    self.value = value
    self.vector = vector
    self.residual = residual
    self.iterations = iterations
    self.outcome = outcome
  }
}
