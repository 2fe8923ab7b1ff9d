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
  public init(_ matrix: Matrix) throws(LinearAlgebraError) {
    let size = matrix.rows
    var vectors = matrix
    values = try Self.decompose(&vectors, job: "V")
    // LAPACK left the eigenvectors in the rows.
    vectors.withUnsafeMutableElements { elements in
      for row in 0..<size {
        let vector = UnsafeMutableBufferPointer(rebasing: elements[(row * size)..<((row + 1) * size)])
        var largest = 0.0
        for value in vector where abs(value) > abs(largest) { largest = value }
        if largest < 0 { Vector.scale(vector, by: -1) }
      }
    }
    self.vectors = vectors.transposed()
  }

  /// The eigenvalues alone, ascending; only the lower triangle is read.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite or the iteration fails.
  public static func values(of matrix: Matrix) throws(LinearAlgebraError) -> [Double] {
    var work = matrix
    return try decompose(&work, job: "N")
  }

  private static func decompose(_ matrix: inout Matrix, job: Unicode.Scalar) throws(LinearAlgebraError) -> [Double] {
    if !matrix.isSquare { trap("eigenvalues of a matrix of \(matrix.shape)") }
    let size = matrix.rows
    if size == 0 { return [] }
    if !matrix.elements.allSatisfy(\.isFinite) { throw .noConvergence }
    var values = [Double](repeating: 0, count: size)
    BLAS.prepare()
    let info = matrix.withUnsafeMutableElements {
      LAPACKE_dsyevd(
        LAPACK_COL_MAJOR, Int8(UInt8(ascii: job)), Int8(UInt8(ascii: "U")), Int32(size), $0.baseAddress,
        Int32(size), &values)
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
