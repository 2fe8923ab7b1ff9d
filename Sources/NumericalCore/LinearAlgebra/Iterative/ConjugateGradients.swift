import Diagnostics

/// The method of conjugate gradients for A·x = b with a symmetric positive definite A that is given by its products.
///
/// The storage is made once, so that a solution allocates nothing:
///
///     var solver = ConjugateGradients(dimension: b.count)
///     let report = solver.solve(b, into: &x) { x, image in a.multiply(x, into: &image) }
///
/// - Source: Hestenes and Stiefel, "Methods of conjugate gradients for solving linear systems" (1952).
public struct ConjugateGradients: Sendable {
  /// How a solution ended.
  public struct Report: Equatable, Sendable {
    /// Products with A, beside the one for the start.
    public let iterations: Int
    /// ‖b − A·x‖ / ‖b‖, as the recursion knows it.
    public let residual: Double
    /// `brokeDown` if a direction of curvature ≤ 0 shows that A is not positive definite.
    public let outcome: IterationOutcome
  }

  /// Number of unknowns.
  public let dimension: Int
  private var residual: [Double]
  private var preconditioned: [Double]
  private var direction: [Double]
  private var image: [Double]

  /// A solver for the given number of unknowns.
  public init(dimension: Int) {
    self.dimension = dimension
    residual = [Double](repeating: 0, count: dimension)
    preconditioned = residual
    direction = residual
    image = residual
  }

  /// Solves A·x = b from the start in `x`.
  /// - Parameters:
  ///   - b: `[dimension]`.
  ///   - x: `[dimension]`: the start, then the solution or the last iterate.
  ///   - tolerance: > 0; the relative residual that counts as a solution.
  ///   - maximumIterations: ≥ 0; ten times the dimension if nil.
  ///   - preconditioner: writes M⁻¹·r into its second argument, all elements, for a symmetric positive definite M near A;
  ///     the identity if left out.
  ///   - multiply: writes A·x into its second argument, all elements.
  /// - Complexity: one product and O(dimension) an iteration, without allocating.
  public mutating func solve(
    _ b: [Double], into x: inout [Double], tolerance: Double = 1e-10, maximumIterations: Int? = nil,
    preconditioner: ([Double], inout [Double]) -> Void = ConjugateGradients.copy,
    multiply: ([Double], inout [Double]) -> Void
  ) -> Report {
    if b.count != dimension || x.count != dimension {
      trap("ConjugateGradients of \(dimension): a right-hand side of \(b.count), a start of \(x.count)")
    }
    let scale = Vector.norm(b)
    if scale == 0 {
      for i in x.indices { x[i] = 0 }
      return Report(iterations: 0, residual: 0, outcome: .converged)
    }
    multiply(x, &image)
    for i in b.indices { residual[i] = b[i] - image[i] }
    var (iterations, product) = (0, 0.0)
    let limit = maximumIterations ?? 10 * dimension
    while true {
      let size = Vector.norm(residual) / scale
      func report(_ outcome: IterationOutcome) -> Report {
        Report(iterations: iterations, residual: size, outcome: outcome)
      }
      if !size.isFinite { return report(.notFinite) }
      if size <= tolerance { return report(.converged) }
      if iterations == limit { return report(.limitReached) }
      preconditioner(residual, &preconditioned)
      let next = Vector.dot(residual, preconditioned)
      let keep = iterations == 0 ? 0 : next / product
      for i in 0..<dimension { direction[i] = preconditioned[i] + keep * direction[i] }
      product = next
      multiply(direction, &image)
      let curvature = Vector.dot(direction, image)
      if curvature.isNaN { return report(.notFinite) }
      if !(curvature > 0) || !(product > 0) { return report(.brokeDown) }
      let step = product / curvature
      Vector.axpy(step, direction, into: &x)
      Vector.axpy(-step, image, into: &residual)
      iterations += 1
    }
  }

  /// The preconditioner that does nothing.
  public static func copy(_ from: [Double], _ to: inout [Double]) {
    for i in from.indices { to[i] = from[i] }
  }
}
