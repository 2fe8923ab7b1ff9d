import Diagnostics

/// Rows, columns and blocks: read, written and joined.
extension Matrix {
  /// Calls `body` with the i-th row in place.
  public func withUnsafeRow<R>(_ i: Int, _ body: (UnsafeBufferPointer<Double>) throws -> R) rethrows -> R {
    if i < 0 || i >= rows { trap("row \(i) of a matrix of \(shape)") }
    return try elements.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[(i * columns)..<((i + 1) * columns)]))
    }
  }

  /// Calls `body` with the i-th row in place and mutable.
  public mutating func withUnsafeMutableRow<R>(
    _ i: Int, _ body: (UnsafeMutableBufferPointer<Double>) throws -> R
  ) rethrows -> R {
    if i < 0 || i >= rows { trap("row \(i) of a matrix of \(shape)") }
    let range = (i * columns)..<((i + 1) * columns)
    return try elements.withUnsafeMutableBufferPointer { try body(UnsafeMutableBufferPointer(rebasing: $0[range])) }
  }

  /// Writes the i-th row.
  public mutating func setRow(_ i: Int, to values: [Double]) {
    if values.count != columns { trap("setRow: \(values.count) values for a matrix of \(shape)") }
    withUnsafeMutableRow(i) { row in
      for j in values.indices { row[j] = values[j] }
    }
  }

  /// Writes the j-th column.
  public mutating func setColumn(_ j: Int, to values: [Double]) {
    if values.count != rows || j < 0 || j >= columns {
      trap("setColumn \(j): \(values.count) values for a matrix of \(shape)")
    }
    for i in 0..<rows { elements[i * columns + j] = values[i] }
  }

  /// Writes `block` over the elements from (row, column) on.
  public mutating func setBlock(row: Int, column: Int, to block: Matrix) {
    if row < 0 || column < 0 || row + block.rows > rows || column + block.columns > columns {
      trap("setBlock: \(block.shape) at (\(row), \(column)) of a matrix of \(shape)")
    }
    for i in 0..<block.rows {
      let (target, source) = ((row + i) * columns + column, i * block.columns)
      for j in 0..<block.columns { elements[target + j] = block.elements[source + j] }
    }
  }

  /// The matrices below each other; equally many columns.
  public static func stacked(_ parts: [Matrix]) -> Matrix {
    let width = parts.first?.columns ?? 0
    if let other = parts.first(where: { $0.columns != width }) {
      trap("stacked: \(other.shape) below \(width) columns")
    }
    return Matrix(
      rows: parts.reduce(0) { $0 + $1.rows }, columns: width, elements: parts.flatMap(\.elements))
  }

  /// The matrices beside each other; equally many rows.
  public static func beside(_ parts: [Matrix]) -> Matrix {
    var result = Matrix(rows: parts.first?.rows ?? 0, columns: parts.reduce(0) { $0 + $1.columns })
    var column = 0
    for part in parts {
      if part.rows != result.rows { trap("beside: \(part.shape) beside \(result.rows) rows") }
      result.setBlock(row: 0, column: column, to: part)
      column += part.columns
    }
    return result
  }

  /// The Kronecker product a ⊗ b: block (i, j) is aᵢⱼ·b.
  /// - Complexity: O(a.rows · a.columns · b.rows · b.columns).
  public static func kronecker(_ a: Matrix, _ b: Matrix) -> Matrix {
    var result = Matrix(rows: a.rows * b.rows, columns: a.columns * b.columns)
    let width = result.columns
    for i in 0..<a.rows {
      for k in 0..<b.rows {
        for j in 0..<a.columns {
          let (factor, start) = (a.elements[i * a.columns + j], (i * b.rows + k) * width + j * b.columns)
          for l in 0..<b.columns { result.elements[start + l] = factor * b.elements[k * b.columns + l] }
        }
      }
    }
    return result
  }
}
