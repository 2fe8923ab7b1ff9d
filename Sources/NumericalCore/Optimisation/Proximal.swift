/// Proximal maps prox_{t·f}(v) = argmin over x of f(x) + ‖x − v‖²/(2t), in place.
public enum Proximal {
  /// Of t·‖·‖₁: soft thresholding of every element.
  /// - Parameter threshold: t ≥ 0.
  public static func l1Norm(_ v: inout [Double], threshold: Double) {
    for i in v.indices { v[i] = softThreshold(v[i], threshold) }
  }

  /// Of the weighted norm Σ thresholdᵢ·|vᵢ|.
  /// - Parameter thresholds: `[v.count]`, each ≥ 0.
  public static func l1Norm(_ v: inout [Double], thresholds: [Double]) {
    Vector.requireSameLength(v.count, thresholds.count, "l1Norm")
    for i in v.indices { v[i] = softThreshold(v[i], thresholds[i]) }
  }

  /// Of t·Σ vᵢ on the non-negative vectors.
  /// - Parameter threshold: t ≥ 0; 0 projects onto the orthant.
  public static func nonnegativeL1Norm(_ v: inout [Double], threshold: Double) {
    for i in v.indices { v[i] = max(0, v[i] - threshold) }
  }

  /// Of t·(‖·‖₁ + ridge/2·‖·‖₂²), the elastic net.
  public static func elasticNet(_ v: inout [Double], threshold: Double, ridge: Double) {
    let shrinkage = 1 / (1 + threshold * ridge)
    for i in v.indices { v[i] = shrinkage * softThreshold(v[i], threshold) }
  }

  /// Of t·Σ ‖v_group‖₂: every group moves towards zero by t, and not past it.
  /// - Parameters:
  ///   - groups: disjoint ranges of indices; elements outside stay.
  ///   - threshold: t ≥ 0.
  public static func groupNorm(_ v: inout [Double], groups: [Range<Int>], threshold: Double) {
    v.withUnsafeMutableBufferPointer { v in
      for group in groups {
        let part = UnsafeMutableBufferPointer(rebasing: v[group])
        let norm = Vector.dot(UnsafeBufferPointer(part), UnsafeBufferPointer(part)).squareRoot()
        Vector.scale(part, by: norm > threshold ? 1 - threshold / norm : 0)
      }
    }
  }

  /// Of t·‖·‖∗, the nuclear norm: soft thresholding of the singular values.
  /// - Parameter threshold: t ≥ 0.
  /// - Returns: the rank and the nuclear norm of the new matrix.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite.
  /// - Complexity: a thin singular value decomposition.
  /// - Source: Cai, Candès and Shen, "A singular value thresholding algorithm for matrix completion" (SIOPT 2010).
  @discardableResult
  public static func nuclearNorm(
    _ matrix: inout Matrix, threshold: Double
  ) throws(LinearAlgebraError) -> (rank: Int, norm: Double) {
    let svd = try SVD(matrix)
    let kept = svd.values.filter { $0 > threshold }.map { $0 - threshold }
    var left = Matrix(svd.left[columns: 0..<kept.count])
    for i in 0..<left.rows {
      for j in kept.indices { left[i, j] *= kept[j] }
    }
    Matrix.multiply(left.view, svd.rightTransposed[rows: 0..<kept.count], into: &matrix)
    return (kept.count, Vector.sum(kept))
  }
}
