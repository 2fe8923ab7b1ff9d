/// The order of rows by some columns, whose ranks are worked out once for all groups of rows.
struct RowOrder {
  private let keys: [(ranks: [Int], isDescending: Bool)]

  init(_ frame: DataFrame, by keys: [(field: String, descending: Bool)]) {
    self.keys = keys.map { (Ordering.ranks(frame.column($0.field)), $0.descending) }
  }

  /// Rows of equal cells stay as they are.
  func sorted(_ rows: [Int]) -> [Int] {
    guard !keys.isEmpty, rows.count > 1 else { return rows }
    return rows.enumerated().sorted { a, b in
      for (rank, isDescending) in keys where rank[a.element] != rank[b.element] {
        return (rank[a.element] < rank[b.element]) != isDescending
      }
      return a.offset < b.offset
    }.map(\.element)
  }
}
