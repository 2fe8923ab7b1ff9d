import CLAPACKE
import Diagnostics

/// The solutions of A·v = λ·B·v for a symmetric A and a symmetric positive definite B.
public struct GeneralizedSymmetricEigen: Sendable {
  /// The eigenvalues λ, ascending.
  public let values: [Double]
  /// The eigenvectors V with Vᵀ·B·V = I: column j belongs to `values[j]`; its element of largest magnitude is positive.
  public let vectors: Matrix

  /// Solves for A = `matrix` and B = `metric`, of the same size; only their lower triangles are read.
  /// - Throws: `LinearAlgebraError.notPositiveDefinite(pivot:)` of B, or `noConvergence` if an element is not finite.
  /// - Complexity: O(n³).
  public init(_ matrix: consuming Matrix, metric: consuming Matrix) throws(LinearAlgebraError) {
    var (a, b) = (matrix, metric)
    if !a.isSquare || a.rows != b.rows || a.columns != b.columns {
      trap("generalised eigenvalues of matrices of \(a.shape) and \(b.shape)")
    }
    let size = Int32(a.rows)
    var values = [Double](repeating: 0, count: a.rows)
    if size > 0 {
      if !a.isFinite || !b.isFinite { throw .noConvergence }
      BLAS.prepare()
      let info = a.withUnsafeMutableElements { a in
        b.withUnsafeMutableElements { b in
          BLAS.withWorkspaces {
            LAPACKE_dsygvd_work(
              LAPACK_COL_MAJOR, 1, BLAS.option("V"), BLAS.option("U"), size, a.baseAddress, size, b.baseAddress, size,
              &values, $0, $1, $2, $3)
          }
        }
      }
      if info > size { throw .notPositiveDefinite(pivot: Int(info - size) - 1) }
      if info != 0 { throw .noConvergence }
    }
    self.values = values
    a.makeLargestOfRowsPositive()
    vectors = a.transposed()
  }
}
