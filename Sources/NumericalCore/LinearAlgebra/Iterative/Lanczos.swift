import CLAPACKE
import COpenBLAS
import Diagnostics

/// Some eigenvalues at one end of the spectrum of a symmetric operator that is given by its products.
///
/// Lanczos' method with every new vector made orthogonal to all before it, twice. An eigenvalue of several
/// eigenvectors may be found only once, for a start sees one direction of its eigenspace.
///
/// - Source: Parlett, "The symmetric eigenvalue problem" (1980), chapter 13.
public struct Lanczos: Sendable {
  /// An end of the spectrum.
  public enum End: Sendable {
    /// The least eigenvalues.
    case smallest
    /// The greatest eigenvalues.
    case largest
  }

  /// The eigenvalues, from the end inwards.
  public let values: [Double]
  /// The eigenvectors, `[dimension × values]`: column j belongs to `values[j]`; its element of largest magnitude is > 0.
  public let vectors: Matrix
  /// ‖A·v − λ·v‖ for each pair: an eigenvalue lies within it of λ.
  public let residuals: [Double]
  /// Products with A.
  public let steps: Int
  /// Whether all residuals are small enough.
  public let outcome: IterationOutcome

  /// Finds `count` eigenpairs.
  /// - Parameters:
  ///   - dimension: ≥ 1.
  ///   - count: in 1 … dimension.
  ///   - source: draws the start.
  ///   - tolerance: > 0; a residual up to this times the largest Ritz value's modulus counts as zero.
  ///   - maximumSteps: the largest size of the Krylov space, 300 or the dimension if nil.
  ///   - multiply: writes A·x into its second argument, all elements.
  /// - Complexity: O(steps) products and O(dimension · steps²), memory O(dimension · steps).
  public init(
    dimension: Int, count: Int = 1, at end: End = .largest, source: RandomSource, tolerance: Double = 1e-10,
    maximumSteps: Int? = nil, multiply: ([Double], inout [Double]) -> Void
  ) {
    if count < 1 || count > dimension { trap("Lanczos: \(count) eigenvalues of an operator of dimension \(dimension)") }
    let limit = max(count, min(dimension, maximumSteps ?? 300))
    var space = KrylovSpace(dimension: dimension, source: source)
    var nextCheck = count
    while true {
      if !space.extend(multiply) { break }
      if space.size < nextCheck && space.size < limit { continue }
      nextCheck = space.size + max(5, space.size / 8)
      guard let ritz = space.ritzPairs(count: count, end: end) else { break }
      let isConverged = ritz.residuals.allSatisfy { $0 <= tolerance * ritz.scale }
      if !isConverged && space.size < limit { continue }
      values = ritz.values
      vectors = space.vectors(ritz.coordinates)
      residuals = ritz.residuals
      steps = space.size
      outcome = isConverged ? .converged : .limitReached
      return
    }
    (values, vectors, residuals) = ([], Matrix(rows: dimension, columns: 0), [])
    (steps, outcome) = (space.size, .notFinite)
  }
}

/// An orthonormal basis of a Krylov space, in which the operator is tridiagonal.
private struct KrylovSpace {
  let dimension: Int
  /// The basis, vector by vector.
  private var basis: [Double] = []
  private var diagonal: [Double] = []
  private var offDiagonal: [Double] = []
  private var current: [Double]
  private var image: [Double]
  private var source: RandomSource

  var size: Int { diagonal.count }

  init(dimension: Int, source: RandomSource) {
    self.dimension = dimension
    self.source = source
    image = [Double](repeating: 0, count: dimension)
    current = self.source.normals(dimension)
    Vector.scale(&current, by: 1 / Vector.norm(current))
  }

  /// Adds a vector; false if the operator gave something that is not finite.
  mutating func extend(_ multiply: ([Double], inout [Double]) -> Void) -> Bool {
    basis.append(contentsOf: current)
    multiply(current, &image)
    let value = Vector.dot(current, image)
    if !value.isFinite { return false }
    diagonal.append(value)
    let before = Vector.norm(image)
    orthogonalize()
    orthogonalize()
    var rest = Vector.norm(image)
    if !rest.isFinite { return false }
    if rest <= 0x1p-50 * before || size == dimension {
      // The space is invariant: go on with a new direction.
      rest = 0
      source.fillNormals(&image)
      orthogonalize()
      orthogonalize()
    }
    offDiagonal.append(rest)
    let scale = 1 / Vector.norm(image)
    for i in 0..<dimension { current[i] = image[i] * scale }
    return true
  }

  /// image ← image − Qᵀ·Q·image for the basis in the rows of Q.
  private mutating func orthogonalize() {
    BLAS.prepare()
    var coordinates = [Double](repeating: 0, count: size)
    let (rows, columns) = (blasint(size), blasint(dimension))
    basis.withUnsafeBufferPointer { q in
      image.withUnsafeMutableBufferPointer { w in
        cblas_dgemv(
          CblasRowMajor, CblasNoTrans, rows, columns, 1, q.baseAddress, columns, w.baseAddress, 1, 0, &coordinates, 1)
        cblas_dgemv(
          CblasRowMajor, CblasTrans, rows, columns, -1, q.baseAddress, columns, coordinates, 1, 1, w.baseAddress, 1)
      }
    }
  }

  /// The eigenpairs of the tridiagonal matrix at one end, with the bounds of their residuals.
  func ritzPairs(count: Int, end: Lanczos.End) -> (
    values: [Double], coordinates: Matrix, residuals: [Double], scale: Double
  )? {
    var values = diagonal
    var beside = offDiagonal
    var rows = Matrix(rows: size, columns: size)
    let n = Int32(size)
    let info = rows.withUnsafeMutableElements { z in
      BLAS.withWorkspaces {
        LAPACKE_dstevd_work(LAPACK_COL_MAJOR, BLAS.option("V"), n, &values, &beside, z.baseAddress, n, $0, $1, $2, $3)
      }
    }
    if info != 0 { return nil }
    let chosen = (0..<count).map { end == .smallest ? $0 : size - 1 - $0 }
    let last = offDiagonal[size - 1]
    return (
      chosen.map { values[$0] }, rows.selectingRows(chosen), chosen.map { abs(last * rows[$0, size - 1]) },
      Vector.maxNorm(values)
    )
  }

  /// The vectors with the given coordinates (rows), in columns.
  func vectors(_ coordinates: Matrix) -> Matrix {
    var result = coordinates * Matrix(rows: size, columns: dimension, elements: basis)
    result.makeLargestOfRowsPositive()
    return result.transposed()
  }
}
