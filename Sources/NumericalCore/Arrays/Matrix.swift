import Diagnostics

/// A dense matrix of doubles: row-major, contiguous, a value.
public struct Matrix: Equatable, Sendable {
  /// Number of rows.
  public let rows: Int
  /// Number of columns.
  public let columns: Int
  /// The elements, row by row: `rows · columns` of them.
  public internal(set) var elements: [Double]

  /// A matrix whose elements are all `value`.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    if rows < 0 || columns < 0 { trap("Matrix: a shape of \(rows) × \(columns)") }
    self.rows = rows
    self.columns = columns
    elements = [Double](repeating: value, count: rows * columns)
  }

  /// A matrix of the given elements, row by row.
  public init(rows: Int, columns: Int, elements: [Double]) {
    if rows < 0 || columns < 0 || elements.count != rows * columns {
      trap("Matrix: \(elements.count) elements for a shape of \(rows) × \(columns)")
    }
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix whose element in row i and column j is `element(i, j)`.
  public init(rows: Int, columns: Int, _ element: (Int, Int) throws -> Double) rethrows {
    self.init(rows: rows, columns: columns)
    for i in 0..<rows {
      for j in 0..<columns { elements[i * columns + j] = try element(i, j) }
    }
  }

  /// A matrix of the given rows, which must be equally long.
  public init(_ rows: [[Double]]) {
    let width = rows.first?.count ?? 0
    for (index, row) in rows.enumerated() where row.count != width {
      trap("Matrix: row \(index) has \(row.count) elements, row 0 has \(width)")
    }
    self.init(rows: rows.count, columns: width, elements: rows.flatMap { $0 })
  }

  /// The identity of the given size.
  public static func identity(_ size: Int) -> Matrix { diagonal([Double](repeating: 1, count: size)) }

  /// The square matrix with `values` on its diagonal.
  public static func diagonal(_ values: [Double]) -> Matrix {
    var result = Matrix(rows: values.count, columns: values.count)
    for (index, value) in values.enumerated() { result.elements[index * (values.count + 1)] = value }
    return result
  }

  /// The element in row i and column j.
  public subscript(i: Int, j: Int) -> Double {
    @inline(__always) get { elements[offset(i, j)] }
    @inline(__always) set { elements[offset(i, j)] = newValue }
  }

  @inline(__always) private func offset(_ i: Int, _ j: Int) -> Int {
    if UInt(bitPattern: i) >= UInt(bitPattern: rows) || UInt(bitPattern: j) >= UInt(bitPattern: columns) {
      trap("Matrix[\(i), \(j)] of a matrix of \(shape)")
    }
    return i &* columns &+ j
  }

  /// The shape in words, such as "3 × 4".
  public var shape: String { "\(rows) × \(columns)" }

  /// Whether there are as many rows as columns.
  public var isSquare: Bool { rows == columns }

  /// The i-th row.
  public func row(_ i: Int) -> [Double] {
    if i < 0 || i >= rows { trap("row \(i) of a matrix of \(shape)") }
    return Array(elements[(i * columns)..<((i + 1) * columns)])
  }

  /// The j-th column.
  public func column(_ j: Int) -> [Double] {
    if j < 0 || j >= columns { trap("column \(j) of a matrix of \(shape)") }
    return (0..<rows).map { elements[$0 * columns + j] }
  }

  /// The elements with equal indices.
  public var diagonal: [Double] { (0..<min(rows, columns)).map { elements[$0 * columns + $0] } }

  /// The sum of the diagonal.
  public var trace: Double { diagonal.reduce(0, +) }

  /// The square root of the sum of the squared elements.
  public var frobeniusNorm: Double { Vector.norm(elements) }

  /// Edge of the square tiles in which a matrix is transposed: a tile is eight cache lines on both sides.
  static let tile = 8

  /// The matrix with rows and columns exchanged.
  public func transposed() -> Matrix {
    if rows <= 1 || columns <= 1 { return Matrix(rows: columns, columns: rows, elements: elements) }
    let (rows, columns) = (rows, columns)
    let result = elements.withUnsafeBufferPointer { source in
      [Double](unsafeUninitializedCapacity: rows * columns) { target, count in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        for columnStart in stride(from: 0, to: columns, by: Self.tile) {
          let columnEnd = min(columnStart &+ Self.tile, columns)
          for rowStart in stride(from: 0, to: rows, by: Self.tile) {
            let rowEnd = min(rowStart &+ Self.tile, rows)
            for j in columnStart..<columnEnd {
              for i in rowStart..<rowEnd { to[j &* rows &+ i] = from[i &* columns &+ j] }
            }
          }
        }
        count = rows * columns
      }
    }
    return Matrix(rows: columns, columns: rows, elements: result)
  }

  /// The matrix of the chosen columns, in the given order.
  public func selectingColumns(_ chosen: [Int]) -> Matrix {
    Matrix(rows: rows, columns: chosen.count) { i, j in self[i, chosen[j]] }
  }

  /// The matrix of the chosen rows, in the given order.
  public func selectingRows(_ chosen: [Int]) -> Matrix {
    var selected: [Double] = []
    selected.reserveCapacity(chosen.count * columns)
    for i in chosen {
      if i < 0 || i >= rows { trap("row \(i) of a matrix of \(shape)") }
      selected.append(contentsOf: elements[(i * columns)..<((i + 1) * columns)])
    }
    return Matrix(rows: chosen.count, columns: columns, elements: selected)
  }

  /// Calls `body` with the elements in place, row by row.
  public func withUnsafeElements<R>(_ body: (UnsafeBufferPointer<Double>) throws -> R) rethrows -> R {
    try elements.withUnsafeBufferPointer(body)
  }

  /// Calls `body` with the elements in place and mutable, row by row.
  public mutating func withUnsafeMutableElements<R>(
    _ body: (UnsafeMutableBufferPointer<Double>) throws -> R
  ) rethrows -> R {
    try elements.withUnsafeMutableBufferPointer { try body($0) }
  }
}
