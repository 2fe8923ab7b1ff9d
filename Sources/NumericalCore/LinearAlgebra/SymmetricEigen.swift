import CLAPACKE
import Diagnostics

/// The factorisation A = V·diag(λ)·Vᵀ of a symmetric matrix.
///
/// - Accuracy: backward error of a few ulp of ‖A‖.
public struct SymmetricEigen: Sendable {
  /// The eigenvalues, ascending.
  public let values: [Double]
  /// The orthonormal eigenvectors: column j belongs to `values[j]`; its element of largest magnitude is positive.
  public let vectors: Matrix

  /// Factorises `matrix`, of which only the lower triangle is read.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite or the iteration fails.
  /// - Complexity: O(n³).
  public init(_ matrix: consuming Matrix) throws(LinearAlgebraError) {
    var vectors = matrix
    values = try Self.decompose(&vectors, job: "V")
    // LAPACK left the eigenvectors in the rows.
    vectors.makeLargestOfRowsPositive()
    self.vectors = vectors.transposed()
  }

  /// The eigenvalues alone, ascending; only the lower triangle is read.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite or the iteration fails.
  public static func values(of matrix: consuming Matrix) throws(LinearAlgebraError) -> [Double] {
    var work = matrix
    return try decompose(&work, job: "N")
  }

  private static func decompose(_ matrix: inout Matrix, job: Unicode.Scalar) throws(LinearAlgebraError) -> [Double] {
    if !matrix.isSquare { trap("eigenvalues of a matrix of \(matrix.shape)") }
    let size = matrix.rows
    if size == 0 { return [] }
    if !matrix.isFinite { throw .noConvergence }
    var values = [Double](repeating: 0, count: size)
    BLAS.prepare()
    let info = matrix.withUnsafeMutableElements { a in
      BLAS.withWorkspaces {
        LAPACKE_dsyevd_work(
          LAPACK_COL_MAJOR, BLAS.option(job), BLAS.option("U"), Int32(size), a.baseAddress, Int32(size),
          &values, $0, $1, $2, $3)
      }
    }
    if info != 0 { throw .noConvergence }
    return values
  }

  /// V·diag(f(λ))·Vᵀ.
  public func map(_ function: (Double) -> Double) -> Matrix {
    let images = values.map(function)
    let scaled = Matrix(rows: vectors.rows, columns: vectors.columns) { i, j in vectors[i, j] * images[j] }
    return Matrix.multiply(scaled, vectors, transposingRight: true)
  }
}

extension Matrix {
  /// Negates the rows whose element of largest magnitude is negative.
  mutating func makeLargestOfRowsPositive() {
    let (rows, columns) = (rows, columns)
    withUnsafeMutableElements { elements in
      for row in 0..<rows {
        let vector = UnsafeMutableBufferPointer(rebasing: elements[(row * columns)..<((row + 1) * columns)])
        var largest = 0.0
        for value in vector where abs(value) > abs(largest) { largest = value }
        if largest < 0 { Vector.scale(vector, by: -1) }
      }
    }
  }
}
