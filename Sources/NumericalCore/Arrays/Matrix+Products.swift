import COpenBLAS
import Diagnostics

/// Products, on BLAS with one thread.
extension Matrix {
  /// The product of two matrices.
  /// - Complexity: O(rows · inner · columns).
  public static func * (a: Matrix, b: Matrix) -> Matrix { multiply(a, b) }

  /// The product of a matrix and a vector.
  public static func * (a: Matrix, x: [Double]) -> [Double] {
    var y = [Double](repeating: 0, count: a.rows)
    a.multiply(x, into: &y)
    return y
  }

  /// The product of two matrices, either of them transposed.
  public static func multiply(
    _ a: Matrix, _ b: Matrix, transposingLeft: Bool = false, transposingRight: Bool = false
  ) -> Matrix {
    var result = Matrix(
      rows: transposingLeft ? a.columns : a.rows, columns: transposingRight ? b.rows : b.columns)
    multiply(a, b, transposingLeft: transposingLeft, transposingRight: transposingRight, into: &result)
    return result
  }

  /// result ← factor·(a·b) + keep·result, either factor transposed, without allocating.
  public static func multiply(
    _ a: Matrix, _ b: Matrix, transposingLeft: Bool = false, transposingRight: Bool = false, times factor: Double = 1,
    keeping keep: Double = 0, into result: inout Matrix
  ) {
    let (rows, inner) = transposingLeft ? (a.columns, a.rows) : (a.rows, a.columns)
    let (innerRight, columns) = transposingRight ? (b.columns, b.rows) : (b.rows, b.columns)
    if inner != innerRight || result.rows != rows || result.columns != columns {
      trap(
        "product of \(a.shape)\(transposingLeft ? "ᵀ" : "") and \(b.shape)\(transposingRight ? "ᵀ" : "")"
          + " into \(result.shape)")
    }
    if rows == 0 || columns == 0 { return }
    if inner == 0 { return Vector.scale(&result.elements, by: keep) }
    result.elements.withUnsafeMutableBufferPointer { c in
      a.elements.withUnsafeBufferPointer { a1 in
        b.elements.withUnsafeBufferPointer { b1 in
          BLAS.multiply(
            BLAS.Operand(start: a1.baseAddress, leadingDimension: a.columns, isTransposed: transposingLeft),
            BLAS.Operand(start: b1.baseAddress, leadingDimension: b.columns, isTransposed: transposingRight),
            rows: rows, inner: inner, columns: columns, times: factor, keeping: keep, into: c.baseAddress,
            leadingDimension: columns)
        }
      }
    }
  }

  /// y ← A·x, without allocating.
  public func multiply(_ x: [Double], into y: inout [Double]) {
    x.withUnsafeBufferPointer { x in y.withUnsafeMutableBufferPointer { multiply(x, into: $0) } }
  }

  /// y ← Aᵀ·x, without allocating.
  public func multiplyTransposed(_ x: [Double], into y: inout [Double]) {
    x.withUnsafeBufferPointer { x in y.withUnsafeMutableBufferPointer { multiplyTransposed(x, into: $0) } }
  }

  /// y ← factor·A·x + keep·y, without allocating.
  public func multiply(
    _ x: UnsafeBufferPointer<Double>, times factor: Double = 1, keeping keep: Double = 0,
    into y: UnsafeMutableBufferPointer<Double>
  ) {
    if x.count != columns || y.count != rows { trap("\(shape) times \(x.count) into \(y.count)") }
    gemv(CblasNoTrans, x, factor, keep, y)
  }

  /// y ← factor·Aᵀ·x + keep·y, without allocating.
  public func multiplyTransposed(
    _ x: UnsafeBufferPointer<Double>, times factor: Double = 1, keeping keep: Double = 0,
    into y: UnsafeMutableBufferPointer<Double>
  ) {
    if x.count != rows || y.count != columns { trap("(\(shape))ᵀ times \(x.count) into \(y.count)") }
    gemv(CblasTrans, x, factor, keep, y)
  }

  private func gemv(
    _ transposing: CBLAS_TRANSPOSE, _ x: UnsafeBufferPointer<Double>, _ factor: Double, _ keep: Double,
    _ y: UnsafeMutableBufferPointer<Double>
  ) {
    if rows == 0 || columns == 0 { return Vector.scale(y, by: keep) }
    BLAS.prepare()
    elements.withUnsafeBufferPointer { a in
      cblas_dgemv(
        CblasRowMajor, transposing, blasint(rows), blasint(columns), factor, a.baseAddress, blasint(columns),
        x.baseAddress, 1, keep, y.baseAddress, 1)
    }
  }
}
