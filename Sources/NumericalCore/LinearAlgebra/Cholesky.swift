import CLAPACKE
import Diagnostics

/// The factorisation A = L·Lᵀ of a symmetric positive definite matrix.
///
/// - Determinism: same bits for the same input and BLAS build.
public struct Cholesky: Sendable {
  /// The lower triangular factor L; zeros above the diagonal.
  public let lower: Matrix

  /// Factorises `matrix`, of which only the lower triangle is read.
  ///
  /// The factor takes over the storage of a matrix that is given away: `Cholesky(consume kernel)` copies nothing.
  /// - Throws: `LinearAlgebraError.notPositiveDefinite(pivot:)` if a pivot is not positive, or is NaN.
  /// - Complexity: n³/3 multiplications.
  public init(_ matrix: consuming Matrix) throws(LinearAlgebraError) {
    var factor = matrix
    try factor.factorizeByCholesky()
    lower = factor
  }

  /// The solution x of A·x = b.
  /// - Complexity: O(n²).
  public func solve(_ b: [Double]) -> [Double] {
    var x = b
    solve(into: &x)
    return x
  }

  /// The solution X of A·X = B, of the shape of B.
  public func solve(_ b: consuming Matrix) -> Matrix {
    var x = b
    solve(into: &x)
    return x
  }

  /// b ← A⁻¹·b, without allocating.
  public func solve(into b: inout [Double]) {
    lower.solveTriangular(.lower, into: &b)
    lower.solveTriangular(.lower, transposing: true, into: &b)
  }

  /// B ← A⁻¹·B, without allocating.
  /// - Complexity: 2n² operations a column.
  public func solve(into b: inout Matrix) {
    lower.solveTriangular(.lower, into: &b)
    lower.solveTriangular(.lower, transposing: true, into: &b)
  }

  /// A⁻¹, exactly symmetric.
  /// - Complexity: 2n³/3 operations beside the factorisation.
  public func inverse() -> Matrix {
    var result = lower
    let size = Int32(result.rows)
    if size == 0 { return result }
    _ = result.withUnsafeMutableElements {
      LAPACKE_dpotri_work(LAPACK_COL_MAJOR, BLAS.option("U"), size, $0.baseAddress, size)
    }
    result.copyLowerTriangle()
    return result
  }

  /// The logarithm of the determinant of A.
  public var logDeterminant: Double { 2 * lower.diagonal.reduce(0) { $0 + Elementary.log($1) } }
}

extension Matrix {
  /// Replaces a symmetric positive definite matrix by its Cholesky factor L, with zeros above the diagonal.
  ///
  /// Only the lower triangle is read, and nothing is allocated; after a failure the elements are undefined.
  /// - Throws: `LinearAlgebraError.notPositiveDefinite(pivot:)` if a pivot is not positive, or is NaN.
  /// - Complexity: n³/3 multiplications.
  public mutating func factorizeByCholesky() throws(LinearAlgebraError) {
    if !isSquare { trap("Cholesky of a matrix of \(shape)") }
    let size = rows
    BLAS.prepare()
    // The row-major lower triangle is the column-major upper one.
    let info = withUnsafeMutableElements {
      LAPACKE_dpotrf_work(LAPACK_COL_MAJOR, BLAS.option("U"), Int32(size), $0.baseAddress, Int32(max(size, 1)))
    }
    if info > 0 { throw .notPositiveDefinite(pivot: Int(info) - 1) }
    if let bad = (0..<size).first(where: { !(elements[$0 * (size + 1)] > 0) }) {
      throw .notPositiveDefinite(pivot: bad)
    }
    withUnsafeMutableElements { elements in
      for i in 0..<size {
        for j in (i + 1)..<max(size, i + 1) { elements[i * size + j] = 0 }
      }
    }
  }
}
