import CLAPACKE
import Diagnostics

/// The solutions X of least norm among those that minimise ‖A·X − B‖, for any A, whatever its rank.
public struct LeastSquares: Sendable {
  /// X, `[columns of A × columns of B]`.
  public let solution: Matrix
  /// The number of singular values of A above the cut.
  public let rank: Int
  /// The singular values of A, descending.
  public let singularValues: [Double]
  /// ‖A·x − b‖² for every column.
  public let squaredResiduals: [Double]

  /// Solves for all columns of `targets` by a divide-and-conquer singular value decomposition.
  /// - Parameters:
  ///   - design: A, `[m × n]`.
  ///   - targets: B, `[m × k]`.
  ///   - tolerance: singular values up to this times the largest count as zero; max(m, n)·2⁻⁵² if it is nil.
  /// - Throws: `LinearAlgebraError.noConvergence` if an element is not finite or the iteration fails.
  /// - Complexity: O(m·n·min(m, n) + m·n·k), without forming singular vectors.
  public init(_ design: Matrix, _ targets: Matrix, tolerance: Double? = nil) throws(LinearAlgebraError) {
    let (rows, columns, count) = (design.rows, design.columns, targets.columns)
    if targets.rows != rows { trap("LeastSquares: a design of \(design.shape), targets of \(targets.shape)") }
    if !design.isFinite || !targets.isFinite { throw .noConvergence }
    let height = max(rows, columns)
    var values = [Double](repeating: 0, count: min(rows, columns))
    var rank: Int32 = 0
    var unknowns = Matrix(rows: count, columns: height)
    for j in 0..<count {
      for i in 0..<rows { unknowns[j, i] = targets[i, j] }
    }
    if !values.isEmpty {
      var work = design.transposed()
      BLAS.prepare()
      let info = work.withUnsafeMutableElements { a in
        unknowns.withUnsafeMutableElements { b in
          BLAS.withWorkspaces { work, size, integers, _ in
            LAPACKE_dgelsd_work(
              LAPACK_COL_MAJOR, Int32(rows), Int32(columns), Int32(count), a.baseAddress,
              Int32(rows), b.baseAddress, Int32(height), &values, tolerance ?? Double(height) * 0x1p-52, &rank,
              work, size, integers)
          }
        }
      }
      if info != 0 { throw .noConvergence }
    }
    let solution =
      values.isEmpty
      ? Matrix(rows: columns, columns: count) : Matrix(rows: columns, columns: count) { unknowns[$1, $0] }
    var residuals = targets
    Matrix.multiply(design, solution, times: -1, keeping: 1, into: &residuals)
    squaredResiduals = (0..<count).map { Vector.squaredNorm(residuals.column($0)) }
    self.solution = solution
    self.rank = Int(rank)
    singularValues = values
  }

  /// Solves for one right-hand side `[m]`; the first column of the result is x.
  public init(_ design: Matrix, _ targets: [Double], tolerance: Double? = nil) throws(LinearAlgebraError) {
    try self.init(design, Matrix(rows: targets.count, columns: 1, elements: targets), tolerance: tolerance)
  }

  /// The first column of the solution, `[n]`.
  public var coefficients: [Double] { solution.column(0) }
}
