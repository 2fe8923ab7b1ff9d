import CLAPACKE
import Diagnostics

/// The factorisation of a square matrix by elimination with partial pivoting.
///
/// - Determinism: same bits for the same input and BLAS build.
public struct LU: Sendable {
  /// What LAPACK makes of the storage, which to it is Aᵀ = P·L·U: read by rows, Uᵀ in the lower triangle with its
  /// diagonal and Lᵀ above it, so that A = Uᵀ·Lᵀ·Pᵀ.
  private let factors: Matrix
  /// Row i of Aᵀ was exchanged with row `pivots[i]` − 1, in this order.
  private let pivots: [Int32]

  /// Factorises `matrix`; the factors take over its storage if it is given away.
  /// - Throws: `LinearAlgebraError.singular(pivot:)` if a pivot is exactly zero, or is NaN.
  /// - Complexity: 2n³/3 operations.
  public init(_ matrix: consuming Matrix) throws(LinearAlgebraError) {
    var factors = matrix
    if !factors.isSquare { trap("LU of a matrix of \(factors.shape)") }
    let size = Int32(factors.rows)
    var pivots = [Int32](repeating: 0, count: factors.rows)
    BLAS.prepare()
    let info = factors.withUnsafeMutableElements {
      LAPACKE_dgetrf_work(LAPACK_COL_MAJOR, size, size, $0.baseAddress, max(size, 1), &pivots)
    }
    if info > 0 { throw .singular(pivot: Int(info) - 1) }
    if let bad = factors.diagonal.firstIndex(where: \.isNaN) { throw .singular(pivot: bad) }
    self.factors = factors
    self.pivots = pivots
  }

  /// The solution x of A·x = b.
  /// - Complexity: 2n² operations.
  public func solve(_ b: [Double]) -> [Double] { solve(Matrix(rows: b.count, columns: 1, elements: b)).elements }

  /// The solution X of A·X = B, of the shape of B.
  public func solve(_ b: consuming Matrix) -> Matrix {
    var x = b
    solve(into: &x)
    return x
  }

  /// B ← A⁻¹·B, without allocating.
  /// - Complexity: 2n² operations a column.
  public func solve(into b: inout Matrix) {
    if b.rows != factors.rows { trap("LU of \(factors.shape): a right-hand side of \(b.shape)") }
    factors.solveTriangular(.lower, into: &b)
    factors.solveTriangular(.upper, unitDiagonal: true, into: &b)
    for row in stride(from: b.rows - 1, through: 0, by: -1) { b.exchangeRows(row, Int(pivots[row]) - 1) }
  }

  /// B ← (Aᵀ)⁻¹·B, without allocating.
  public func solveTransposed(into b: inout Matrix) {
    if b.rows != factors.rows { trap("LU of \(factors.shape): a right-hand side of \(b.shape)") }
    for row in 0..<b.rows { b.exchangeRows(row, Int(pivots[row]) - 1) }
    factors.solveTriangular(.upper, transposing: true, unitDiagonal: true, into: &b)
    factors.solveTriangular(.lower, transposing: true, into: &b)
  }

  /// A⁻¹.
  /// - Complexity: 2n³ operations beside the factorisation.
  public func inverse() -> Matrix { solve(.identity(factors.rows)) }

  /// The determinant of A, which overflows where its logarithm does not.
  public var determinant: Double {
    factors.diagonal.reduce(permutationSign, *)
  }

  /// The logarithm of |det A|, and the sign of det A.
  public var logDeterminant: (logMagnitude: Double, sign: Double) {
    var (logMagnitude, sign) = (0.0, permutationSign)
    for pivot in factors.diagonal {
      logMagnitude += Elementary.log(abs(pivot))
      if pivot < 0 { sign.negate() }
    }
    return (logMagnitude, sign)
  }

  private var permutationSign: Double {
    pivots.enumerated().reduce(1.0) { Int($1.element) == $1.offset + 1 ? $0 : -$0 }
  }
}

extension Matrix {
  /// Exchanges two rows.
  mutating func exchangeRows(_ i: Int, _ k: Int) {
    if i == k { return }
    let columns = columns
    withUnsafeMutableElements { elements in
      for j in 0..<columns { elements.swapAt(i &* columns &+ j, k &* columns &+ j) }
    }
  }
}
