import CLAPACKE
import Diagnostics

/// The factorisation A = L·Lᵀ of a symmetric positive definite matrix.
///
/// - Determinism: same bits for the same input and BLAS build.
public struct Cholesky: Sendable {
  /// The lower triangular factor L; zeros above the diagonal.
  public let lower: Matrix

  /// Factorises `matrix`, of which only the lower triangle is read.
  /// - Throws: `LinearAlgebraError.notPositiveDefinite(pivot:)` if a pivot is not positive, or is NaN.
  /// - Complexity: n³/3 multiplications.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    if !matrix.isSquare { trap("Cholesky of a matrix of \(matrix.shape)") }
    let size = matrix.rows
    var factor = matrix
    BLAS.prepare()
    // The row-major lower triangle is the column-major upper one.
    let info = factor.withUnsafeMutableElements {
      LAPACKE_dpotrf_work(LAPACK_COL_MAJOR, Int8(UInt8(ascii: "U")), Int32(size), $0.baseAddress, Int32(max(size, 1)))
    }
    if info > 0 { throw .notPositiveDefinite(pivot: Int(info) - 1) }
    if let bad = (0..<size).first(where: { !(factor.elements[$0 * (size + 1)] > 0) }) {
      throw .notPositiveDefinite(pivot: bad)
    }
    factor.withUnsafeMutableElements { elements in
      for i in 0..<size {
        for j in (i + 1)..<max(size, i + 1) { elements[i * size + j] = 0 }
      }
    }
    lower = factor
  }

  /// The solution x of A·x = b.
  /// - Complexity: O(n²).
  public func solve(_ b: [Double]) -> [Double] {
    solve(Matrix(rows: b.count, columns: 1, elements: b)).elements
  }

  /// The solution X of A·X = B, of the shape of B.
  public func solve(_ b: Matrix) -> Matrix {
    if b.rows != lower.rows { trap("Cholesky of \(lower.shape): a right-hand side of \(b.shape)") }
    if b.elements.isEmpty { return b }
    var columns = b.columns == 1 ? b : b.transposed()
    BLAS.prepare()
    lower.withUnsafeElements { factor in
      columns.withUnsafeMutableElements { x in
        _ = LAPACKE_dpotrs_work(
          LAPACK_COL_MAJOR, Int8(UInt8(ascii: "U")), Int32(lower.rows), Int32(b.columns), factor.baseAddress,
          Int32(lower.rows), x.baseAddress, Int32(lower.rows))
      }
    }
    return b.columns == 1 ? columns : columns.transposed()
  }

  /// The logarithm of the determinant of A.
  public var logDeterminant: Double { 2 * lower.diagonal.reduce(0) { $0 + Elementary.log($1) } }
}
