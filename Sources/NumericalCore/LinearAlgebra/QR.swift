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
  public init(_ matrix: consuming Matrix) {
    var q = matrix
    let (rows, columns) = (q.rows, q.columns)
    if rows < columns { trap("QR of a matrix of \(q.shape): it needs at least as many rows as columns") }
    var upper = Matrix(rows: columns, columns: columns)
    if columns > 0 {
      Self.factorize(&q, &upper)
      for i in 0..<columns where upper[i, i] < 0 {
        for k in i..<columns { upper[i, k].negate() }
        for row in 0..<rows { q[row, i].negate() }
      }
    }
    orthonormal = q
    self.upper = upper
  }

  /// In column-major order the storage is Aᵀ = Rᵀ·Qᵀ, which is what the LQ factorisation gives.
  private static func factorize(_ q: inout Matrix, _ upper: inout Matrix) {
    let (rows, columns) = (Int32(q.rows), Int32(q.columns))
    var reflectors = [Double](repeating: 0, count: q.columns)
    BLAS.prepare()
    q.withUnsafeMutableElements { a in
      _ = BLAS.withWorkspace {
        LAPACKE_dgelqf_work(LAPACK_COL_MAJOR, columns, rows, a.baseAddress, columns, &reflectors, $0, $1)
      }
    }
    for i in 0..<q.columns {
      for j in i..<q.columns { upper[i, j] = q[i, j] }
    }
    q.withUnsafeMutableElements { a in
      _ = BLAS.withWorkspace {
        LAPACKE_dorglq_work(LAPACK_COL_MAJOR, columns, rows, columns, a.baseAddress, columns, reflectors, $0, $1)
      }
    }
  }

  /// The x that minimises ‖A·x − b‖.
  /// - Throws: `LinearAlgebraError.singular(pivot:)` if a diagonal element of R is below n·2⁻⁵² times the largest.
  public func leastSquares(_ b: [Double]) throws(LinearAlgebraError) -> [Double] {
    if b.count != orthonormal.rows { trap("QR: a right-hand side of \(b.count) for \(orthonormal.rows) rows") }
    let diagonal = upper.diagonal
    let cut = diagonal.reduce(0, max) * Double(upper.rows) * 0x1p-52
    if let pivot = diagonal.lastIndex(where: { !($0 > cut) }) { throw .singular(pivot: pivot) }
    var x = [Double](repeating: 0, count: upper.rows)
    orthonormal.multiplyTransposed(b, into: &x)
    upper.solveTriangular(.upper, into: &x)
    return x
  }
}
