import Diagnostics

/// Euclidean projections onto convex sets, in place and without allocating.
public enum Projection {
  /// The nearest point of the simplex {v ≥ 0, Σ vᵢ = total}.
  ///
  /// Finds the threshold τ with Σ max(0, vᵢ − τ) = total by Newton's iteration, which ends at the exact active set.
  /// - Parameter total: > 0.
  /// - Complexity: O(n) a pass, a handful of passes on most inputs, n at worst.
  /// - Source: Michelot, "A finite algorithm for finding the projection of a point onto the canonical simplex" (1986).
  public static func ontoSimplex(_ v: UnsafeMutableBufferPointer<Double>, total: Double = 1) {
    if v.isEmpty { return }
    let threshold = threshold(UnsafeBufferPointer(v), total: total) { $0 }
    for i in v.indices { v[i] = max(0, v[i] - threshold) }
  }

  /// The nearest point of the simplex {v ≥ 0, Σ vᵢ = total}.
  public static func ontoSimplex(_ v: inout [Double], total: Double = 1) {
    v.withUnsafeMutableBufferPointer { ontoSimplex($0, total: total) }
  }

  /// The nearest point of the ball {‖v‖₁ ≤ radius}.
  /// - Parameter radius: ≥ 0.
  /// - Complexity: as `ontoSimplex`.
  /// - Source: Duchi, Shalev-Shwartz, Singer and Chandra (ICML 2008), section 4.
  public static func ontoL1Ball(_ v: UnsafeMutableBufferPointer<Double>, radius: Double) {
    var norm = 0.0
    for value in v { norm += abs(value) }
    if norm <= radius { return }
    let threshold = radius > 0 ? threshold(UnsafeBufferPointer(v), total: radius) { abs($0) } : .infinity
    for i in v.indices { v[i] = softThreshold(v[i], threshold) }
  }

  /// The nearest point of the ball {‖v‖₁ ≤ radius}.
  public static func ontoL1Ball(_ v: inout [Double], radius: Double) {
    v.withUnsafeMutableBufferPointer { ontoL1Ball($0, radius: radius) }
  }

  /// The nearest point of the ball {‖v‖₂ ≤ radius}.
  /// - Parameter radius: ≥ 0.
  public static func ontoBall(_ v: UnsafeMutableBufferPointer<Double>, radius: Double) {
    let norm = Vector.dot(UnsafeBufferPointer(v), UnsafeBufferPointer(v)).squareRoot()
    if norm > radius { Vector.scale(v, by: radius / norm) }
  }

  /// The nearest point of the ball {‖v‖₂ ≤ radius}.
  public static func ontoBall(_ v: inout [Double], radius: Double) {
    v.withUnsafeMutableBufferPointer { ontoBall($0, radius: radius) }
  }

  /// The nearest point of the box {lower ≤ vᵢ ≤ upper}.
  public static func ontoBox(_ v: inout [Double], lower: Double, upper: Double) {
    for i in v.indices { v[i] = min(upper, max(lower, v[i])) }
  }

  /// The nearest point of the ball {‖v − center‖∞ ≤ radius} within {lower ≤ vᵢ ≤ upper}, for a centre in that box.
  /// - Parameters:
  ///   - center: `[v.count]`.
  ///   - radius: ≥ 0.
  public static func ontoBox(
    _ v: inout [Double], center: [Double], radius: Double, lower: Double = -.infinity, upper: Double = .infinity
  ) {
    Vector.requireSameLength(v.count, center.count, "ontoBox")
    for i in v.indices {
      v[i] = min(min(upper, center[i] + radius), max(max(lower, center[i] - radius), v[i]))
    }
  }

  /// The nearest symmetric positive semidefinite matrix in the Frobenius norm.
  /// - Parameter matrix: square; only its symmetric part matters.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite.
  /// - Complexity: O(n³).
  public static func ontoSemidefinite(_ matrix: Matrix) throws(LinearAlgebraError) -> Matrix {
    try SymmetricEigen(0.5 * (matrix + matrix.transposed())).map { max(0, $0) }
  }

  /// The τ with Σ max(0, size(vᵢ) − τ) = total.
  @inline(__always)
  private static func threshold(
    _ v: UnsafeBufferPointer<Double>, total: Double, _ size: (Double) -> Double
  ) -> Double {
    var (threshold, active) = (-Double.infinity, 0)
    while true {
      var (sum, count) = (0.0, 0)
      for value in v where size(value) > threshold {
        sum += size(value)
        count += 1
      }
      if count == active || count == 0 { return threshold }
      active = count
      threshold = (sum - total) / Double(count)
    }
  }
}
