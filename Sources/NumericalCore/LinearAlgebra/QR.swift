import CLAPACKE
import Diagnostics

/// The thin factorisation A = Q·R of an m × n matrix, m ≥ n, with orthonormal columns in Q and R upper triangular with a
/// diagonal ≥ 0.
public struct QR: Sendable {
  /// Q, `[m × n]`.
  public let orthonormal: Matrix
  /// R, `[n × n]`.
  public let upper: Matrix

  /// Factorises `matrix` by Householder reflections.
  /// - Complexity: O(m·n²).
  public init(_ matrix: Matrix) {
    let (rows, columns) = (matrix.rows, matrix.columns)
    if rows < columns { trap("QR of a matrix of \(matrix.shape): it needs at least as many rows as columns") }
    var q = matrix
    var upper = Matrix(rows: columns, columns: columns)
    if columns > 0 {
      var reflectors = [Double](repeating: 0, count: columns)
      BLAS.prepare()
      q.withUnsafeMutableElements {
        _ = LAPACKE_dgeqrf(LAPACK_ROW_MAJOR, Int32(rows), Int32(columns), $0.baseAddress, Int32(columns), &reflectors)
      }
      for i in 0..<columns {
        for j in i..<columns { upper[i, j] = q[i, j] }
      }
      q.withUnsafeMutableElements {
        _ = LAPACKE_dorgqr(
          LAPACK_ROW_MAJOR, Int32(rows), Int32(columns), Int32(columns), $0.baseAddress, Int32(columns), reflectors)
      }
      for j in 0..<columns where upper[j, j] < 0 {
        for k in j..<columns { upper[j, k].negate() }
        for i in 0..<rows { q[i, j].negate() }
      }
    }
    orthonormal = q
    self.upper = upper
  }

  /// The x that minimises ‖A·x − b‖.
  /// - Throws: `LinearAlgebraError.singular(pivot:)` if a diagonal element of R is below n·2⁻⁵² times the largest.
  public func leastSquares(_ b: [Double]) throws(LinearAlgebraError) -> [Double] {
    if b.count != orthonormal.rows { trap("QR: a right-hand side of \(b.count) for \(orthonormal.rows) rows") }
    let count = upper.rows
    let cut = upper.diagonal.reduce(0, max) * Double(count) * 0x1p-52
    var x = [Double](repeating: 0, count: count)
    orthonormal.multiplyTransposed(b, into: &x)
    for i in stride(from: count - 1, through: 0, by: -1) {
      if !(upper[i, i] > cut) { throw .singular(pivot: i) }
      for j in (i + 1)..<max(count, i + 1) { x[i] -= upper[i, j] * x[j] }
      x[i] /= upper[i, i]
    }
    return x
  }
}
