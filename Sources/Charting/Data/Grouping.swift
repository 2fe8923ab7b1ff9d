import Tables

/// The rows of a frame by the values of some columns.
struct Grouping: Sendable {
  /// Groups in the order of their first rows; rows ascend within a group.
  let groups: [[Int]]

  /// - Complexity: O(rows × columns).
  init(_ frame: DataFrame, by fields: [String]) {
    guard !fields.isEmpty else {
      groups = frame.rowCount == 0 ? [] : [Array(0..<frame.rowCount)]
      return
    }
    var keys = [Int](repeating: 0, count: frame.rowCount)
    for field in fields {
      let (codes, _) = frame.column(field).coded()
      var index: [Int: Int] = [:]
      var last = (key: Int.min, code: -1)
      for row in keys.indices {
        let key = keys[row] << 32 | Int(UInt32(bitPattern: codes[row]))
        if key != last.key { last = (key, index[key] ?? { index[key] = index.count; return index.count - 1 }()) }
        keys[row] = last.code
      }
    }
    var groups: [[Int]] = []
    var place: [Int: Int] = [:]
    for (row, key) in keys.enumerated() {
      if let index = place[key] {
        groups[index].append(row)
      } else {
        place[key] = groups.count
        groups.append([row])
      }
    }
    self.groups = groups
  }
}
