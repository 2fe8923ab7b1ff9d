/// Ranks, neighbours and running summaries within sorted groups.
enum WindowTransform {
  static func apply(_ window: TransformSpec.Window, _ frame: DataFrame) -> DataFrame {
    let order = RowOrder(frame, by: window.sort.map { ($0.field, $0.isDescending) })
    let groups = Grouping(frame, by: window.groupby).groups.map(order.sorted)
    let keys = window.sort.map { Ordering.ranks(frame.column($0.field)) }
    let columns = window.outputs.map { output -> FrameColumn in
      if case .text(let column) = textResult(output, frame, groups) { return column }
      var values = [Double](repeating: .nan, count: frame.rowCount)
      let numbers = output.field.map { frame.column($0).numbers } ?? [Double](repeating: 1, count: frame.rowCount)
      for rows in groups {
        let peers = peerEnds(rows, keys)
        for (index, row) in rows.enumerated() { values[row] = value(output, window, rows, index, peers, numbers) }
      }
      return FrameColumn(output.name, values, isInteger(output.operation) ? .integer : .real)
    }
    return frame.setting(columns)
  }

  private enum TextResult { case text(FrameColumn), number }

  /// Neighbours of a text column stay texts.
  private static func textResult(_ output: TransformSpec.Window.Output, _ frame: DataFrame, _ groups: [[Int]]) -> TextResult {
    guard let field = output.field, let column = frame[field], column.isText else { return .number }
    var texts = [String?](repeating: nil, count: frame.rowCount)
    for rows in groups {
      for (index, row) in rows.enumerated() {
        guard let source = neighbour(output.operation, index, rows.count) else { continue }
        if case .text(let text) = column[rows[source]] { texts[row] = text }
      }
    }
    if case .aggregate = output.operation { return .number }
    return .text(FrameColumn(output.name, texts: texts))
  }

  private static func neighbour(_ operation: TransformSpec.Window.Operation, _ index: Int, _ count: Int) -> Int? {
    let place: Int
    switch operation {
    case .lag(let distance): place = index - distance
    case .lead(let distance): place = index + distance
    case .firstValue: place = 0
    case .lastValue: place = index
    case .nthValue(let n): place = n - 1
    default: return nil
    }
    return place >= 0 && place < count ? place : nil
  }

  private static func isInteger(_ operation: TransformSpec.Window.Operation) -> Bool {
    switch operation {
    case .rowNumber, .rank, .denseRank, .ntile, .aggregate(.count): true
    default: false
    }
  }

  /// For each place the first and last place of equal sort keys; without keys all rows are peers of none.
  private static func peerEnds(_ rows: [Int], _ keys: [[Int]]) -> [(first: Int, last: Int, dense: Int)] {
    var result: [(first: Int, last: Int, dense: Int)] = []
    var start = 0
    var dense = 0
    while start < rows.count {
      var end = start
      while !keys.isEmpty, end + 1 < rows.count, keys.allSatisfy({ $0[rows[end + 1]] == $0[rows[start]] }) { end += 1 }
      dense += 1
      for _ in start...end { result.append((start, end, dense)) }
      start = end + 1
    }
    return result
  }

  private static func value(
    _ output: TransformSpec.Window.Output, _ window: TransformSpec.Window, _ rows: [Int], _ index: Int,
    _ peers: [(first: Int, last: Int, dense: Int)], _ numbers: [Double]
  ) -> Double {
    let count = Double(rows.count)
    switch output.operation {
    case .rowNumber: return Double(index + 1)
    case .rank: return Double(peers[index].first + 1)
    case .denseRank: return Double(peers[index].dense)
    case .percentRank: return count > 1 ? Double(peers[index].first) / (count - 1) : 0
    case .cumeDist: return Double(peers[index].last + 1) / count
    case .ntile(let parts): return ((Double(parts) * peersShare(peers[index].last, count))).rounded(.up)
    case .firstValue, .lastValue, .nthValue:
      guard let bounds = bounds(window, rows.count, index, peers) else { return .nan }
      switch output.operation {
      case .firstValue: return numbers[rows[bounds.lowerBound]]
      case .lastValue: return numbers[rows[bounds.upperBound]]
      case .nthValue(let n): return bounds.contains(bounds.lowerBound + n - 1) ? numbers[rows[bounds.lowerBound + n - 1]] : .nan
      default: return .nan
      }
    case .lag, .lead:
      return neighbour(output.operation, index, rows.count).map { numbers[rows[$0]] } ?? .nan
    case .aggregate(let operation):
      guard let bounds = bounds(window, rows.count, index, peers) else { return .nan }
      let slice = rows[bounds].map { numbers[$0] }
      return Aggregation.value(operation, of: slice, rows: slice.count)
    }
  }

  private static func peersShare(_ last: Int, _ count: Double) -> Double { Double(last + 1) / count }

  /// The places of a row's frame, widened to peers unless they are ignored.
  private static func bounds(
    _ window: TransformSpec.Window, _ count: Int, _ index: Int, _ peers: [(first: Int, last: Int, dense: Int)]
  ) -> ClosedRange<Int>? {
    var low = window.frame.before.map { Swift.max(0, index - $0) } ?? 0
    var high = window.frame.after.map { Swift.min(count - 1, index + $0) } ?? count - 1
    guard low <= high, high >= 0, low < count else { return nil }
    if !window.ignorePeers && !window.sort.isEmpty {
      low = peers[low].first
      high = peers[high].last
    }
    return low...high
  }
}
