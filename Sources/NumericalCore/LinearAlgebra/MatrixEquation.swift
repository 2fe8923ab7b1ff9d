import CLAPACKE
import Diagnostics

/// Linear equations whose unknown is a matrix.
public enum MatrixEquation {
  /// The X with A·X + X·B = C (Sylvester's equation).
  /// - Parameters:
  ///   - a: `[m × m]`.
  ///   - b: `[n × n]`.
  ///   - c: `[m × n]`.
  /// - Throws: `LinearAlgebraError.singularEquation` if an eigenvalue of A is, to rounding, minus one of B;
  ///   `noConvergence` if an element is not finite.
  /// - Complexity: O(m³ + n³ + m·n·(m + n)).
  /// - Source: Bartels and Stewart, "Solution of the matrix equation AX + XB = C" (CACM 1972).
  public static func sylvester(_ a: Matrix, _ b: Matrix, _ c: Matrix) throws(LinearAlgebraError) -> Matrix {
    if !a.isSquare || !b.isSquare || c.rows != a.rows || c.columns != b.rows {
      trap("sylvester: matrices of \(a.shape), \(b.shape) and \(c.shape)")
    }
    if c.elements.isEmpty { return c }
    let (left, right) = (try Schur(a), try Schur(b))
    // By columns the storage reads Bᵀ·Xᵀ + Xᵀ·Aᵀ = Cᵀ.
    var z = Matrix.multiply(left.vectors * c, right.vectors, transposingRight: true)
    try solve(right.triangle, false, left.triangle, &z)
    return Matrix.multiply(left.vectors, z, transposingLeft: true) * right.vectors
  }

  /// The X with A·X + X·Aᵀ + Q = 0 (Lyapunov's equation): for a stable A and a symmetric Q the covariance of the
  /// stationary law of dx = A·x dt + noise of covariance Q a unit of time.
  /// - Throws: `LinearAlgebraError.singularEquation` if two eigenvalues of A add up to 0, to rounding;
  ///   `noConvergence` if an element is not finite.
  /// - Complexity: O(n³).
  public static func lyapunov(_ a: Matrix, _ q: Matrix) throws(LinearAlgebraError) -> Matrix {
    if !a.isSquare || q.rows != a.rows || q.columns != a.rows { trap("lyapunov: matrices of \(a.shape), \(q.shape)") }
    if q.elements.isEmpty { return q }
    let schur = try Schur(a)
    var z = Matrix.multiply((-1) * (schur.vectors * q), schur.vectors, transposingRight: true)
    try solve(schur.triangle, true, schur.triangle, &z)
    return Matrix.multiply(schur.vectors, z, transposingLeft: true) * schur.vectors
  }

  /// The X with X = A·X·Aᵀ + Q (Stein's equation): for a symmetric Q the covariance of the stationary law of
  /// xₜ₊₁ = A·xₜ + noise of covariance Q.
  ///
  /// Sums X = Σ Aᵏ·Q·(Aᵏ)ᵀ by doubling the number of terms.
  /// - Throws: `LinearAlgebraError.unstable` if the powers of A do not die out within 2⁶⁰ steps.
  /// - Complexity: O(n³ · log₂(1 / (1 − spectral radius))).
  /// - Source: Smith, "Matrix equation XA + BX = C" (SIAM J. Appl. Math. 1968).
  public static func stein(_ a: Matrix, _ q: Matrix) throws(LinearAlgebraError) -> Matrix {
    if !a.isSquare || q.rows != a.rows || q.columns != a.rows { trap("stein: matrices of \(a.shape), \(q.shape)") }
    var (power, sum) = (a, q)
    for _ in 0..<60 {
      let growth = Matrix.multiply(power * sum, power, transposingRight: true)
      sum += growth
      let (change, size) = (growth.frobeniusNorm, sum.frobeniusNorm)
      if !size.isFinite { throw .unstable }
      if change <= 0x1p-54 * size { return sum }
      power = power * power
    }
    throw .unstable
  }

  /// The real Schur form of the storage by columns: Mᵀ = Vᵀ'·T·V' with `vectors` the rows of V'.
  private struct Schur {
    /// T by columns: quasi-triangular.
    var triangle: Matrix
    /// Read by rows, the transpose of the orthogonal matrix of Schur vectors.
    var vectors: Matrix

    init(_ matrix: Matrix) throws(LinearAlgebraError) {
      if !matrix.isFinite { throw .noConvergence }
      let size = Int32(matrix.rows)
      var (t, v) = (matrix, Matrix(rows: matrix.rows, columns: matrix.rows))
      var (real, imaginary) = ([Double](repeating: 0, count: matrix.rows), [Double](repeating: 0, count: matrix.rows))
      var selected: Int32 = 0
      BLAS.prepare()
      let info = t.withUnsafeMutableElements { t in
        v.withUnsafeMutableElements { v in
          BLAS.withWorkspace {
            LAPACKE_dgees_work(
              LAPACK_COL_MAJOR, BLAS.option("V"), BLAS.option("N"), nil, size, t.baseAddress, size, &selected, &real,
              &imaginary, v.baseAddress, size, $0, $1, nil)
          }
        }
      }
      if info != 0 { throw .noConvergence }
      (triangle, vectors) = (t, v)
    }
  }

  /// By columns, z ← the Z with op(S)·Z + Z·T = z, for S and T in Schur form.
  private static func solve(
    _ s: Matrix, _ transposing: Bool, _ t: Matrix, _ z: inout Matrix
  ) throws(LinearAlgebraError) {
    let (m, n) = (Int32(s.rows), Int32(t.rows))
    var scale = 1.0
    let info = s.withUnsafeElements { s in
      t.withUnsafeElements { t in
        z.withUnsafeMutableElements { z in
          LAPACKE_dtrsyl_work(
            LAPACK_COL_MAJOR, BLAS.option(transposing ? "T" : "N"), BLAS.option("N"), 1, m, n, s.baseAddress, m,
            t.baseAddress, n, z.baseAddress, m, &scale)
        }
      }
    }
    if info != 0 || scale == 0 { throw .singularEquation }
    if scale != 1 { z = (1 / scale) * z }
  }
}
