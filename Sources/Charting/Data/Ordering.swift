import Tables

/// Orders of rows and values.
enum Ordering {
  /// For each row the rank of its cell: missing first, numbers by size, texts by their characters.
  static func ranks(_ column: FrameColumn) -> [Int] {
    let (codes, levels) = column.coded()
    let order = levels.indices.sorted { isBefore(levels[$0], levels[$1]) }
    var rank = [Int](repeating: 0, count: levels.count)
    for (place, level) in order.enumerated() { rank[level] = place }
    return codes.map { $0 < 0 ? -1 : rank[Int($0)] }
  }

  /// Numbers before texts, false before true.
  static func isBefore(_ a: Value, _ b: Value) -> Bool {
    switch (a.number, b.number) {
    case (let x?, let y?): return x < y
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil): return a.description.utf16.lexicographicallyPrecedes(b.description.utf16)
    }
  }
}
