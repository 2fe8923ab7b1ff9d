import CLAPACKE
import Diagnostics

/// The eigenvalues and right eigenvectors of a square matrix that need not be symmetric: A·vⱼ = λⱼ·vⱼ.
///
/// - Accuracy: backward error of a few ulp of ‖A‖; an ill-conditioned eigenvalue moves by much more.
public struct GeneralEigen: Sendable {
  /// The eigenvalues by falling modulus, then falling real part; of a complex pair the one with imaginary part > 0 first.
  public let values: [Complex]
  /// Real parts of the eigenvectors: column j belongs to `values[j]`, and has Euclidean norm 1 with its imaginary part.
  public let realVectors: Matrix
  /// Imaginary parts of the eigenvectors; zeros in the columns of real eigenvalues.
  public let imaginaryVectors: Matrix

  /// Decomposes `matrix`.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite or the QR iteration fails.
  /// - Complexity: about 25 n³ operations.
  public init(_ matrix: consuming Matrix) throws(LinearAlgebraError) {
    var work = matrix
    var vectors = Matrix(rows: work.rows, columns: work.rows)
    let values = try Self.decompose(&work, "V", &vectors)
    let order = Self.order(values)
    // The storage is Aᵀ to LAPACK, whose left eigenvectors u (in rows here) are the conjugates of those sought; of a
    // complex pair rows j and j + 1 hold the real and the imaginary part for the eigenvalue with imaginary part > 0.
    var real = Matrix(rows: work.rows, columns: work.rows)
    var imaginary = real
    for (target, j) in order.enumerated() {
      let sign = values[j].imaginary == 0 ? 0.0 : (values[j].imaginary > 0 ? -1 : 1)
      let first = sign > 0 ? j - 1 : j
      for i in 0..<work.rows {
        real[i, target] = vectors[first, i]
        if sign != 0 { imaginary[i, target] = sign * vectors[first + 1, i] }
      }
    }
    self.values = order.map { values[$0] }
    realVectors = real
    imaginaryVectors = imaginary
  }

  /// The eigenvalues alone, in the same order.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite or the QR iteration fails.
  /// - Complexity: about 10 n³ operations.
  public static func values(of matrix: consuming Matrix) throws(LinearAlgebraError) -> [Complex] {
    var work = matrix
    var none = Matrix(rows: 0, columns: 0)
    let values = try decompose(&work, "N", &none)
    return order(values).map { values[$0] }
  }

  /// The largest modulus of an eigenvalue; 0 for an empty matrix.
  public var spectralRadius: Double { values.first?.magnitude ?? 0 }

  /// The largest modulus of an eigenvalue of `matrix`.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite or the QR iteration fails.
  public static func spectralRadius(of matrix: consuming Matrix) throws(LinearAlgebraError) -> Double {
    try values(of: matrix).first?.magnitude ?? 0
  }

  private static func decompose(
    _ work: inout Matrix, _ job: Unicode.Scalar, _ vectors: inout Matrix
  ) throws(LinearAlgebraError) -> [Complex] {
    if !work.isSquare { trap("eigenvalues of a matrix of \(work.shape)") }
    let size = Int32(work.rows)
    if size == 0 { return [] }
    if !work.isFinite { throw .noConvergence }
    var real = [Double](repeating: 0, count: work.rows)
    var imaginary = real
    BLAS.prepare()
    let info = work.withUnsafeMutableElements { a in
      vectors.withUnsafeMutableElements { left in
        BLAS.withWorkspace {
          LAPACKE_dgeev_work(
            LAPACK_COL_MAJOR, BLAS.option(job), BLAS.option("N"), size, a.baseAddress, size, &real, &imaginary,
            left.baseAddress, size, nil, 1, $0, $1)
        }
      }
    }
    if info != 0 { throw .noConvergence }
    return zip(real, imaginary).map { Complex($0, $1) }
  }

  private static func order(_ values: [Complex]) -> [Int] {
    values.indices.sorted { i, j in
      let (a, b) = (values[i], values[j])
      return (a.magnitude, a.real, a.imaginary, j) > (b.magnitude, b.real, b.imaginary, i)
    }
  }
}
