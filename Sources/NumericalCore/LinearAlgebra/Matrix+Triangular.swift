import COpenBLAS
import Diagnostics

/// Solving with a triangular matrix, in place.
extension Matrix {
  /// On which side of the unknown a matrix stands in an equation.
  public enum Side: Sendable {
    /// A·X = B.
    case left
    /// X·A = B.
    case right
  }

  /// B ← the X with op(A)·X = B or X·op(A) = B, where A is a triangle of this square matrix and op transposes or not.
  ///
  /// The other triangle is not read. A zero on the diagonal gives infinities and NaN.
  /// - Parameters:
  ///   - triangle: where A's elements are.
  ///   - side: on which side of X the triangle stands.
  ///   - transposing: whether op(A) = Aᵀ.
  ///   - unitDiagonal: whether A's diagonal counts as ones, whatever is stored there.
  ///   - b: right-hand sides, `[n × k]` for the left side and `[k × n]` for the right one.
  /// - Complexity: n²·k operations, without allocating.
  public func solveTriangular(
    _ triangle: Triangle, side: Side = .left, transposing: Bool = false, unitDiagonal: Bool = false,
    into b: inout Matrix
  ) {
    if !isSquare || (side == .left ? b.rows : b.columns) != rows {
      trap("solveTriangular: \(shape) on the \(side) and a right-hand side of \(b.shape)")
    }
    if b.elements.isEmpty { return }
    BLAS.prepare()
    b.elements.withUnsafeMutableBufferPointer { target in
      elements.withUnsafeBufferPointer { a in
        cblas_dtrsm(
          CblasRowMajor, side == .left ? CblasLeft : CblasRight, triangle == .lower ? CblasLower : CblasUpper,
          transposing ? CblasTrans : CblasNoTrans, unitDiagonal ? CblasUnit : CblasNonUnit, blasint(b.rows),
          blasint(b.columns), 1, a.baseAddress, blasint(columns), target.baseAddress, blasint(b.columns))
      }
    }
  }

  /// b ← the x with op(A)·x = b, where A is a triangle of this square matrix and op transposes or not.
  /// - Complexity: n² operations, without allocating.
  public func solveTriangular(
    _ triangle: Triangle, transposing: Bool = false, unitDiagonal: Bool = false, into b: inout [Double]
  ) {
    if !isSquare || b.count != rows { trap("solveTriangular: \(shape) and a right-hand side of \(b.count)") }
    if b.isEmpty { return }
    BLAS.prepare()
    b.withUnsafeMutableBufferPointer { target in
      elements.withUnsafeBufferPointer { a in
        cblas_dtrsv(
          CblasRowMajor, triangle == .lower ? CblasLower : CblasUpper, transposing ? CblasTrans : CblasNoTrans,
          unitDiagonal ? CblasUnit : CblasNonUnit, blasint(rows), a.baseAddress, blasint(columns), target.baseAddress, 1)
      }
    }
  }
}
