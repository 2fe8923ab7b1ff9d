import CLAPACKE
import Diagnostics

/// The Cholesky factorisation of a symmetric positive definite matrix whose elements vanish away from its diagonal, such
/// as that of a spline or of a difference scheme.
public struct BandedCholesky: Sendable {
  /// Number of rows of A.
  public let size: Int
  /// Number of diagonals below the main one that may hold elements other than zero.
  public let bandwidth: Int
  private let factor: Matrix

  /// Factorises A, given by its lower diagonals.
  /// - Parameter diagonals: `[size × (bandwidth + 1)]`: element (j, d) is A[j + d, j]; those past the end are not read.
  /// - Throws: `LinearAlgebraError.notPositiveDefinite(pivot:)` if a pivot is not positive.
  /// - Complexity: O(size · bandwidth²).
  public init(diagonals: consuming Matrix) throws(LinearAlgebraError) {
    var work = diagonals
    if work.columns < 1 { trap("BandedCholesky: diagonals of \(work.shape)") }
    (size, bandwidth) = (work.rows, work.columns - 1)
    BLAS.prepare()
    // Row j holds what LAPACK's band storage has in column j.
    let (n, width) = (Int32(size), Int32(bandwidth))
    let info = work.withUnsafeMutableElements {
      LAPACKE_dpbtrf_work(LAPACK_COL_MAJOR, BLAS.option("L"), n, width, $0.baseAddress, width + 1)
    }
    if info > 0 { throw .notPositiveDefinite(pivot: Int(info) - 1) }
    if let bad = (0..<work.rows).first(where: { !(work[$0, 0] > 0) }) { throw .notPositiveDefinite(pivot: bad) }
    factor = work
  }

  /// b ← A⁻¹·b, without allocating.
  /// - Complexity: O(size · bandwidth).
  public func solve(into b: inout [Double]) {
    if b.count != size { trap("BandedCholesky of \(size) rows: a right-hand side of \(b.count)") }
    if size == 0 { return }
    let (n, width) = (Int32(size), Int32(bandwidth))
    factor.withUnsafeElements { factor in
      _ = LAPACKE_dpbtrs_work(LAPACK_COL_MAJOR, BLAS.option("L"), n, width, 1, factor.baseAddress, width + 1, &b, n)
    }
  }

  /// The solution x of A·x = b.
  public func solve(_ b: [Double]) -> [Double] {
    var x = b
    solve(into: &x)
    return x
  }
}
