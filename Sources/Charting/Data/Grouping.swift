import Tables

/// The rows of a frame by the values of some columns; missing values are values of their own.
struct Grouping: Sendable {
  /// The group of each row, from zero, in the order of the groups' first rows.
  let codes: [Int]
  let count: Int

  /// - Complexity: O(rows × columns).
  init(_ frame: DataFrame, by fields: [String]) {
    var codes = [Int](repeating: 0, count: frame.rowCount)
    var count = min(frame.rowCount, 1)
    for field in fields {
      let column = frame.column(field)
      let (found, levels) = column.coded()
      // Texts may be coded in another order, with levels that no row has.
      if fields.count == 1, case .numbers = column.cells, !found.contains(-1) {
        (codes, count) = (found.map { Int($0) }, levels.count)
      } else {
        // One more for what is missing.
        (codes, count) = Grouping.renumbered(codes, found, count, levels.count + 1)
      }
    }
    self.codes = codes
    self.count = count
  }

  /// Rows ascend within a group.
  var groups: [[Int]] {
    var sizes = [Int](repeating: 0, count: count)
    for code in codes { sizes[code] += 1 }
    var groups = sizes.map { size in
      var rows: [Int] = []
      rows.reserveCapacity(size)
      return rows
    }
    for (row, code) in codes.enumerated() { groups[code].append(row) }
    return groups
  }

  /// The first row of each group.
  var firstRows: [Int] {
    var rows: [Int] = []
    rows.reserveCapacity(count)
    for (row, code) in codes.enumerated() where code == rows.count { rows.append(row) }
    return rows
  }

  /// Pairs of codes as codes, numbered as they first appear.
  private static func renumbered(_ first: [Int], _ second: [Int32], _ firstCount: Int, _ secondCount: Int) -> (codes: [Int], count: Int) {
    var numbers = PairNumbers(firstCount, secondCount, rows: first.count)
    let codes = zip(first, second).map { numbers.number($0, Int($1) + 1) }
    return (codes, numbers.count)
  }
}
