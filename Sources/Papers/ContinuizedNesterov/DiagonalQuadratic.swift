import NumericalCore

/// The quadratic f(x) = ½ Σ λᵢ(xᵢ − x*ᵢ)² with L = 1, started at x₀ = z₀ = 0, and the constants of its theorems.
struct DiagonalQuadratic: Sendable {
  /// λ, `[dimension]`, descending from L = 1.
  let eigenvalues: [Double]
  /// x*, `[dimension]`.
  let minimiser: [Double]
  /// μ of the strongly convex parameters; nil for the convex ones.
  let strongConvexity: Double?

  /// λᵢ = i⁻², x*ᵢ = 1/i, with the convex parameters.
  static func convex(dimension: Int) -> DiagonalQuadratic {
    let indices = (1...dimension).map(Double.init)
    return DiagonalQuadratic(
      eigenvalues: indices.map { 1 / ($0 * $0) }, minimiser: indices.map { 1 / $0 }, strongConvexity: nil)
  }

  /// λᵢ from 1 to μ = 1/κ at equal ratios, x*ᵢ = 1/√d, with the strongly convex parameters.
  static func strong(dimension: Int, conditionNumber: Double) -> DiagonalQuadratic {
    DiagonalQuadratic(
      eigenvalues: Vector.logarithmicallySpaced(from: 1, through: 1 / conditionNumber, count: dimension),
      minimiser: [Double](repeating: 1 / Double(dimension).squareRoot(), count: dimension),
      strongConvexity: 1 / conditionNumber)
  }

  var dimension: Int { eigenvalues.count }
  /// q = √(μ/L), 0 for the convex parameters.
  var rate: Double { (strongConvexity ?? 0).squareRoot() }
  /// f(x₀) − f*.
  var initialGap: Double { gap(minimiser) }

  /// The problem in its first coordinates.
  func leading(_ count: Int) -> DiagonalQuadratic {
    DiagonalQuadratic(
      eigenvalues: Array(eigenvalues.prefix(count)), minimiser: Array(minimiser.prefix(count)),
      strongConvexity: strongConvexity)
  }

  /// ½ Σ λᵢξᵢ² for ξ = x − x*.
  func gap(_ deviation: [Double]) -> Double {
    0.5 * zip(eigenvalues, deviation).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
  }

  /// The bound of the convex or the strongly convex theorem on E f(x_t) − f*, with gradient noise of variance σ².
  func bound(at time: Double, noise: Double = 0) -> Double {
    let squaredDistance = Vector.squaredNorm(minimiser)
    guard let strongConvexity else {
      return 2 * squaredDistance / (time * time) + noise * noise * time / 3
    }
    let start = initialGap + 0.5 * strongConvexity * squaredDistance
    return start * Elementary.exp(-rate * time) + noise * noise / rate
  }
}
