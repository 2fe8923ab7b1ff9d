import Diagnostics

/// A rectangular part of a matrix, possibly transposed, that shares the matrix's storage: making one copies nothing.
///
///     let part = a[rows: 0..<10, columns: 5...]
///     let product = Matrix.multiply(part, part.transposed)
///
/// A value: changing the matrix afterwards does not change the view (the matrix then takes storage of its own).
public struct MatrixView: Sendable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  private let storage: [Double]
  private let offset: Int
  private let leadingDimension: Int
  private let isTransposed: Bool

  /// The whole of a matrix.
  public init(_ matrix: Matrix) {
    self.init(
      rows: matrix.rows, columns: matrix.columns, storage: matrix.elements, offset: 0,
      leadingDimension: matrix.columns, isTransposed: false)
  }

  private init(
    rows: Int, columns: Int, storage: [Double], offset: Int, leadingDimension: Int, isTransposed: Bool
  ) {
    self.rows = rows
    self.columns = columns
    self.storage = storage
    self.offset = offset
    self.leadingDimension = leadingDimension
    self.isTransposed = isTransposed
  }

  /// The shape in words, such as "3 × 4".
  public var shape: String { "\(rows) × \(columns)" }

  /// The element in row i and column j.
  public subscript(i: Int, j: Int) -> Double {
    if i < 0 || i >= rows || j < 0 || j >= columns { trap("MatrixView[\(i), \(j)] of a view of \(shape)") }
    return storage[offset + (isTransposed ? j * leadingDimension + i : i * leadingDimension + j)]
  }

  /// The view with rows and columns exchanged; O(1).
  public var transposed: MatrixView {
    MatrixView(
      rows: columns, columns: rows, storage: storage, offset: offset, leadingDimension: leadingDimension,
      isTransposed: !isTransposed)
  }

  /// A part of the view; O(1).
  public subscript(rows chosenRows: some RangeExpression<Int>, columns chosenColumns: some RangeExpression<Int>)
    -> MatrixView
  {
    let (r, c) = (chosenRows.relative(to: 0..<rows), chosenColumns.relative(to: 0..<columns))
    if r.lowerBound < 0 || r.upperBound > rows || c.lowerBound < 0 || c.upperBound > columns {
      trap("rows \(r) and columns \(c) of \(shape)")
    }
    let (down, right) = isTransposed ? (c.lowerBound, r.lowerBound) : (r.lowerBound, c.lowerBound)
    return MatrixView(
      rows: r.count, columns: c.count, storage: storage, offset: offset + down * leadingDimension + right,
      leadingDimension: leadingDimension, isTransposed: isTransposed)
  }

  /// The elements row by row, copied.
  fileprivate var elements: [Double] {
    if isTransposed { return Matrix(transposed).transposed().elements }
    if columns == leadingDimension { return Array(storage[offset..<(offset + rows * columns)]) }
    var copy: [Double] = []
    copy.reserveCapacity(rows * columns)
    for i in 0..<rows {
      let start = offset + i * leadingDimension
      copy.append(contentsOf: storage[start..<(start + columns)])
    }
    return copy
  }

  /// Calls `body` with the view as an operand of a product.
  func withOperand<R>(_ body: (BLAS.Operand) throws -> R) rethrows -> R {
    try storage.withUnsafeBufferPointer { buffer in
      let start = buffer.baseAddress.map { $0 + offset }
      return try body(
        BLAS.Operand(start: start, leadingDimension: max(1, leadingDimension), isTransposed: isTransposed))
    }
  }
}

extension Matrix {
  /// The whole matrix as a view; O(1).
  public var view: MatrixView { MatrixView(self) }

  /// A rectangular part without copying; O(1).
  public subscript(rows rows: some RangeExpression<Int>, columns columns: some RangeExpression<Int>) -> MatrixView {
    view[rows: rows, columns: columns]
  }

  /// Some consecutive rows without copying; O(1).
  public subscript(rows rows: some RangeExpression<Int>) -> MatrixView { view[rows: rows, columns: 0..<columns] }

  /// Some consecutive columns without copying; O(1).
  public subscript(columns columns: some RangeExpression<Int>) -> MatrixView { view[rows: 0..<rows, columns: columns] }

  /// A matrix with the elements of a view.
  public init(_ view: MatrixView) { self.init(rows: view.rows, columns: view.columns, elements: view.elements) }

  /// The product of two views.
  public static func multiply(_ a: MatrixView, _ b: MatrixView) -> Matrix {
    var result = Matrix(rows: a.rows, columns: b.columns)
    multiply(a, b, into: &result)
    return result
  }

  /// The block of `result` that begins at (row, column) ← factor·(a·b) + keep·block, without allocating.
  /// - Complexity: O(a.rows · a.columns · b.columns).
  public static func multiply(
    _ a: MatrixView, _ b: MatrixView, times factor: Double = 1, keeping keep: Double = 0, into result: inout Matrix,
    row: Int = 0, column: Int = 0
  ) {
    if a.columns != b.rows || row < 0 || column < 0 || row + a.rows > result.rows
      || column + b.columns > result.columns
    {
      trap("product of \(a.shape) and \(b.shape) into \(result.shape) from (\(row), \(column))")
    }
    if a.rows == 0 || b.columns == 0 { return }
    let (width, inner) = (result.columns, a.columns)
    result.elements.withUnsafeMutableBufferPointer { c in
      if inner == 0 {
        for i in row..<(row + a.rows) {
          for j in column..<(column + b.columns) { c[i * width + j] *= keep }
        }
        return
      }
      a.withOperand { left in
        b.withOperand { right in
          BLAS.multiply(
            left, right, rows: a.rows, inner: inner, columns: b.columns, times: factor, keeping: keep,
            into: c.baseAddress.map { $0 + row * width + column }, leadingDimension: width)
        }
      }
    }
  }
}
