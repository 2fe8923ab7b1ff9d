import Diagnostics

/// Small matrices of one shape, one after the other in memory, for products that cost less than a call each.
public struct MatrixBatch: Equatable, Sendable {
  /// Number of matrices.
  public let count: Int
  /// Number of rows of each.
  public let rows: Int
  /// Number of columns of each.
  public let columns: Int
  /// The elements, matrix by matrix and row by row: `count · rows · columns` of them.
  public internal(set) var elements: [Double]

  /// A batch whose elements are all `value`.
  public init(count: Int, rows: Int, columns: Int, repeating value: Double = 0) {
    if count < 0 || rows < 0 || columns < 0 { trap("MatrixBatch: \(count) matrices of \(rows) × \(columns)") }
    self.count = count
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: value, count: count * rows * columns)
  }

  /// A batch of the given matrices, which must have one shape.
  public init(_ matrices: [Matrix]) {
    self.init(count: matrices.count, rows: matrices.first?.rows ?? 0, columns: matrices.first?.columns ?? 0)
    for (index, matrix) in matrices.enumerated() { self[index] = matrix }
  }

  /// The matrix at an index, copied.
  public subscript(index: Int) -> Matrix {
    get { Matrix(rows: rows, columns: columns, elements: Array(elements[range(index)])) }
    set {
      if newValue.rows != rows || newValue.columns != columns { trap("\(newValue.shape) into a batch of \(shape)") }
      elements.replaceSubrange(range(index), with: newValue.elements)
    }
  }

  private func range(_ index: Int) -> Range<Int> {
    if index < 0 || index >= count { trap("matrix \(index) of a batch of \(shape)") }
    return (index * rows * columns)..<((index + 1) * rows * columns)
  }

  /// The shape in words, such as "5 of 3 × 4".
  public var shape: String { "\(count) of \(rows) × \(columns)" }

  /// result[i] ← factor·(a[i]·b[i]) + keep·result[i] for every i, either factor transposed, without allocating.
  /// - Complexity: O(count · rows · inner · columns).
  public static func multiply(
    _ a: MatrixBatch, _ b: MatrixBatch, transposingLeft: Bool = false, transposingRight: Bool = false,
    times factor: Double = 1, keeping keep: Double = 0, into result: inout MatrixBatch
  ) {
    let (rows, inner) = transposingLeft ? (a.columns, a.rows) : (a.rows, a.columns)
    let (innerRight, columns) = transposingRight ? (b.columns, b.rows) : (b.rows, b.columns)
    if a.count != b.count || a.count != result.count || inner != innerRight || result.rows != rows
      || result.columns != columns
    {
      trap("batched product of \(a.shape) and \(b.shape) into \(result.shape)")
    }
    if result.elements.isEmpty { return }
    if inner == 0 { return Vector.scale(&result.elements, by: keep) }
    result.elements.withUnsafeMutableBufferPointer { c in
      a.elements.withUnsafeBufferPointer { a1 in
        b.elements.withUnsafeBufferPointer { b1 in
          guard let c = c.baseAddress, let a1 = a1.baseAddress, let b1 = b1.baseAddress else { return }
          for i in 0..<a.count {
            BLAS.multiply(
              BLAS.Operand(start: a1 + i * rows * inner, leadingDimension: a.columns, isTransposed: transposingLeft),
              BLAS.Operand(start: b1 + i * inner * columns, leadingDimension: b.columns, isTransposed: transposingRight),
              rows: rows, inner: inner, columns: columns, times: factor, keeping: keep,
              into: c + i * rows * columns, leadingDimension: columns)
          }
        }
      }
    }
  }

  /// result[i] ← a[i]·b for every i, in one product.
  public static func multiply(_ a: MatrixBatch, _ b: Matrix, into result: inout MatrixBatch) {
    if a.columns != b.rows || result.count != a.count || result.rows != a.rows || result.columns != b.columns {
      trap("product of a batch of \(a.shape) and \(b.shape) into \(result.shape)")
    }
    if result.elements.isEmpty { return }
    if b.rows == 0 { return Vector.scale(&result.elements, by: 0) }
    result.elements.withUnsafeMutableBufferPointer { c in
      a.elements.withUnsafeBufferPointer { a1 in
        b.withUnsafeElements { b1 in
          BLAS.multiply(
            BLAS.Operand(start: a1.baseAddress, leadingDimension: a.columns, isTransposed: false),
            BLAS.Operand(start: b1.baseAddress, leadingDimension: b.columns, isTransposed: false),
            rows: a.count * a.rows, inner: b.rows, columns: b.columns, times: 1, keeping: 0, into: c.baseAddress,
            leadingDimension: b.columns)
        }
      }
    }
  }

  /// Calls `body` with the elements in place, matrix by matrix.
  public func withUnsafeElements<R>(_ body: (UnsafeBufferPointer<Double>) throws -> R) rethrows -> R {
    try elements.withUnsafeBufferPointer(body)
  }

  /// Calls `body` with the elements in place and mutable, matrix by matrix.
  public mutating func withUnsafeMutableElements<R>(
    _ body: (UnsafeMutableBufferPointer<Double>) throws -> R
  ) rethrows -> R {
    try elements.withUnsafeMutableBufferPointer { try body($0) }
  }
}
