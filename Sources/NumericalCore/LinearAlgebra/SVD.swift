import CLAPACKE
import Diagnostics

/// The thin singular value decomposition A = U·diag(σ)·Vᵀ of an m × n matrix, with k = min(m, n).
public struct SVD: Sendable {
  /// U, `[m × k]`: left singular vectors in columns.
  public let left: Matrix
  /// σ, `[k]`, descending, ≥ 0.
  public let values: [Double]
  /// Vᵀ, `[k × n]`: right singular vectors in rows.
  public let rightTransposed: Matrix

  /// Decomposes `matrix`.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite or the iteration fails.
  /// - Complexity: O(m·n·min(m, n)).
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    let (rows, columns) = (Int32(matrix.rows), Int32(matrix.columns))
    let count = min(matrix.rows, matrix.columns)
    var left = Matrix(rows: matrix.rows, columns: count)
    var right = Matrix(rows: count, columns: matrix.columns)
    var values = [Double](repeating: 0, count: count)
    if !matrix.elements.allSatisfy(\.isFinite) { throw .noConvergence }
    if count > 0 {
      var work = matrix
      BLAS.prepare()
      // In column-major order the storage is Aᵀ = V·diag(σ)·Uᵀ.
      let info = work.withUnsafeMutableElements { a in
        left.withUnsafeMutableElements { u in
          right.withUnsafeMutableElements { vt in
            LAPACKE_dgesdd(
              LAPACK_COL_MAJOR, Int8(UInt8(ascii: "S")), columns, rows, a.baseAddress, columns, &values,
              vt.baseAddress, columns, u.baseAddress, Int32(count))
          }
        }
      }
      if info != 0 { throw .noConvergence }
    }
    self.left = left
    self.values = values
    rightTransposed = right
  }

  /// The largest singular value; 0 for an empty matrix.
  public var spectralNorm: Double { values.first ?? 0 }

  /// The sum of the singular values.
  public var nuclearNorm: Double { values.reduce(0, +) }

  /// The number of singular values above `tolerance` (relative to the largest).
  public func rank(tolerance: Double = 1e-12) -> Int { values.count { $0 > tolerance * spectralNorm } }

  /// U·diag(f(σ))·Vᵀ.
  public func map(_ function: (Double) -> Double) -> Matrix {
    let images = values.map(function)
    let scaled = Matrix(rows: left.rows, columns: left.columns) { i, j in left[i, j] * images[j] }
    return scaled * rightTransposed
  }

  /// The least-squares solution of A·x = b of least norm; singular values up to `tolerance` (relative) count as zero.
  public func leastSquares(_ b: [Double], tolerance: Double = 1e-12) -> [Double] {
    if b.count != left.rows { trap("SVD: a right-hand side of \(b.count) for \(left.rows) rows") }
    var coordinates = [Double](repeating: 0, count: values.count)
    left.multiplyTransposed(b, into: &coordinates)
    for (index, value) in values.enumerated() {
      coordinates[index] = value > tolerance * spectralNorm ? coordinates[index] / value : 0
    }
    var x = [Double](repeating: 0, count: rightTransposed.columns)
    rightTransposed.multiplyTransposed(coordinates, into: &x)
    return x
  }
}
