extension MarkGeometry.Series {
  /// The cell of a plot, cut into equal ones, that a point lies in, row by row from the top; nil outside.
  func cell(of index: Int, columns: Int, rows: Int) -> Int? {
    let (x, y) = (x[index], y[index])
    guard x >= 0, x <= 1, y >= 0, y <= 1 else { return nil }
    return min(rows - 1, Int(y * Double(rows))) * columns + min(columns - 1, Int(x * Double(columns)))
  }

  /// How many points lie in each of these cells.
  /// - Complexity: O(points + cells).
  func counts(columns: Int, rows: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: columns * rows)
    for index in x.indices { if let cell = cell(of: index, columns: columns, rows: rows) { counts[cell] += 1 } }
    return counts
  }
}
