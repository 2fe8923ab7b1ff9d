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
  public init(_ matrix: consuming Matrix) throws(LinearAlgebraError) {
    var work = matrix
    let count = min(work.rows, work.columns)
    var left = Matrix(rows: work.rows, columns: count)
    var right = Matrix(rows: count, columns: work.columns)
    values = try Self.decompose(&work, "S", &left, &right)
    self.left = left
    rightTransposed = right
  }

  /// The singular values alone, descending.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite or the iteration fails.
  /// - Complexity: O(m·n·min(m, n)), several times less than with the vectors.
  public static func values(of matrix: consuming Matrix) throws(LinearAlgebraError) -> [Double] {
    var work = matrix
    var (left, right) = (Matrix(rows: 0, columns: 0), Matrix(rows: 0, columns: 0))
    return try decompose(&work, "N", &left, &right)
  }

  /// In column-major order the storage is Aᵀ = V·diag(σ)·Uᵀ, so LAPACK's left vectors are the right ones.
  private static func decompose(
    _ work: inout Matrix, _ job: Unicode.Scalar, _ left: inout Matrix, _ right: inout Matrix
  ) throws(LinearAlgebraError) -> [Double] {
    let (rows, columns, count) = (work.rows, work.columns, min(work.rows, work.columns))
    var values = [Double](repeating: 0, count: count)
    if count == 0 { return values }
    if !work.isFinite { throw .noConvergence }
    var integers = [Int32](repeating: 0, count: 8 * count)
    BLAS.prepare()
    let info = work.withUnsafeMutableElements { a in
      left.withUnsafeMutableElements { u in
        right.withUnsafeMutableElements { vt in
          BLAS.withWorkspace {
            LAPACKE_dgesdd_work(
              LAPACK_COL_MAJOR, BLAS.option(job), Int32(columns), Int32(rows), a.baseAddress,
              Int32(columns), &values, vt.baseAddress, Int32(columns), u.baseAddress, Int32(count), $0,
              $1, &integers)
          }
        }
      }
    }
    if info != 0 { throw .noConvergence }
    return values
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

extension Matrix {
  /// The largest singular value; 0 for an empty matrix.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite or the iteration fails.
  /// - Complexity: O(rows · columns · min(rows, columns)).
  public func spectralNorm() throws(LinearAlgebraError) -> Double { try SVD.values(of: self).first ?? 0 }

  /// Whether no element is infinite or NaN.
  public var isFinite: Bool {
    // The sum of zeros is zero unless an element is infinite or NaN.
    elements.withUnsafeBufferPointer { values in
      var lanes = SIMD4<Double>.zero
      var index = 0
      while index &+ 4 <= values.count {
        lanes += SIMD4(values[index], values[index &+ 1], values[index &+ 2], values[index &+ 3]) * 0
        index &+= 4
      }
      var rest = (lanes[0] + lanes[1]) + (lanes[2] + lanes[3])
      while index < values.count {
        rest += values[index] * 0
        index &+= 1
      }
      return rest == 0
    }
  }
}
