import CLAPACKE
import Diagnostics

/// The factorisation P·A = L·U of a square matrix by elimination with partial pivoting.
public struct LU: Sendable {
  /// The factors of Aᵀ in column-major order, which is A in row-major order.
  private let factors: Matrix
  private let pivots: [Int32]

  /// Factorises `matrix`.
  /// - Throws: `LinearAlgebraError.singular(pivot:)` if a pivot is exactly zero.
  /// - Complexity: 2n³/3 operations.
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    if !matrix.isSquare { trap("LU of a matrix of \(matrix.shape)") }
    let size = Int32(matrix.rows)
    var factors = matrix
    var pivots = [Int32](repeating: 0, count: matrix.rows)
    BLAS.prepare()
    let info = factors.withUnsafeMutableElements {
      LAPACKE_dgetrf_work(LAPACK_COL_MAJOR, size, size, $0.baseAddress, max(size, 1), &pivots)
    }
    if info > 0 { throw .singular(pivot: Int(info) - 1) }
    self.factors = factors
    self.pivots = pivots
  }

  /// The solution x of A·x = b.
  public func solve(_ b: [Double]) -> [Double] { solve(Matrix(rows: b.count, columns: 1, elements: b)).elements }

  /// The solution X of A·X = B, of the shape of B.
  public func solve(_ b: Matrix) -> Matrix {
    if b.rows != factors.rows { trap("LU of \(factors.shape): a right-hand side of \(b.shape)") }
    if b.elements.isEmpty { return b }
    let size = Int32(b.rows)
    var columns = b.transposed()
    BLAS.prepare()
    factors.withUnsafeElements { factors in
      columns.withUnsafeMutableElements { x in
        _ = LAPACKE_dgetrs_work(
          LAPACK_COL_MAJOR, Int8(UInt8(ascii: "T")), size, Int32(b.columns), factors.baseAddress, size, pivots,
          x.baseAddress, size)
      }
    }
    return columns.transposed()
  }

  /// The determinant of A.
  public var determinant: Double {
    var product = 1.0
    for (index, pivot) in factors.diagonal.enumerated() {
      product *= Int(pivots[index]) == index + 1 ? pivot : -pivot
    }
    return product
  }
}
