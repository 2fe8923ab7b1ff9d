import Diagnostics
import Tables

/// Transforms that fill, spread, join and choose rows.
extension TransformRunner {
  func timed(_ frame: DataFrame, _ unit: TimeUnit, _ field: String, _ names: [String]) -> DataFrame {
    let instants = frame.column(field).instants
    let starts = unit.isBinned ? instants : instants.map(unit.floor)
    return frame.setting([FrameColumn(names[0], starts), FrameColumn(names[1], starts.map(unit.end))])
  }

  /// One row for each element of the lists; where lists differ in length the shorter ones are missing.
  func flattened(_ frame: DataFrame, _ fields: [String], _ names: [String]) -> DataFrame {
    let lists = fields.map { field -> [[Value]] in
      let column = frame.column(field)
      return (0..<frame.rowCount).map { row in
        if case .text(let text) = column[row], let list = ListText.values(text) { return list }
        return column[row].isNull ? [] : [column[row]]
      }
    }
    var rows: [Int] = []
    var cells = [[Value]](repeating: [], count: fields.count)
    for row in 0..<frame.rowCount {
      for place in 0..<(lists.map { $0[row].count }.max() ?? 0) {
        rows.append(row)
        for field in fields.indices { cells[field].append(place < lists[field][row].count ? lists[field][row][place] : .null) }
      }
    }
    return frame.selecting(rows).setting(fields.indices.map { FrameColumn(names[$0], values: cells[$0]) })
  }

  func smoothed(_ frame: DataFrame, _ spec: TransformSpec.Loess) -> DataFrame {
    let (x, y) = (frame.column(spec.x).instants, frame.column(spec.y).numbers)
    var (firsts, xs, ys): ([Int], [Double], [Double]) = ([], [], [])
    for rows in Grouping(frame, by: spec.groupby).groups {
      let curve = Loess.smoothed(x: rows.map { x[$0] }, y: rows.map { y[$0] }, bandwidth: spec.bandwidth)
      firsts += [Int](repeating: rows[0], count: curve.count)
      xs += curve.map(\.x)
      ys += curve.map(\.y)
    }
    let keys = spec.groupby.map { frame.column($0).selecting(firsts) }
    return DataFrame(keys + [FrameColumn(spec.names[0], xs), FrameColumn(spec.names[1], ys)], rowCount: xs.count)
  }

  // MARK: Missing rows

  /// Rows for the places that a group lacks, then values: given, or summaries of neighbours in the order of the rows.
  func imputed(_ frame: DataFrame, _ spec: TransformSpec.Impute) -> DataFrame {
    let keyColumn = frame.column(spec.key)
    var keys = keyColumn.coded().levels
    for key in spec.keyvals where !keys.contains(where: { Self.isSame($0, key) }) { keys.append(key) }
    let codes = keyColumn.coded().codes
    var extra: [(first: Int, key: Value)] = []
    for rows in Grouping(frame, by: spec.groupby).groups {
      let present = Set(rows.map { Int(codes[$0]) })
      for (index, key) in keys.enumerated() where !present.contains(index) { extra.append((rows[0], key)) }
    }
    let isGiven = spec.method == "value"
    let columns = frame.columns.map { column -> FrameColumn in
      let old = (0..<frame.rowCount).map { column[$0] }
      let added = extra.map { row -> Value in
        if column.name == spec.key { return row.key }
        if spec.groupby.contains(column.name) { return column[row.first] }
        return column.name == spec.field && isGiven ? spec.value ?? .null : .null
      }
      return extra.isEmpty ? column : FrameColumn(column.name, values: old + added)
    }
    let whole = DataFrame(columns, rowCount: frame.rowCount + extra.count)
    guard !isGiven, let operation = AggregateOperation(rawValue: spec.method) else { return whole }
    let window = TransformSpec.Window(
      outputs: [.init(operation: .aggregate(operation), field: spec.field, name: "\u{0}imputed")], groupby: spec.groupby, frame: spec.frame)
    let summaries = WindowTransform.apply(window, whole).column("\u{0}imputed").numbers
    let values = whole.column(spec.field).numbers
    return whole.setting([FrameColumn(spec.field, zip(values, summaries).map { $0.isNaN ? $1 : $0 })])
  }

  // MARK: Wide tables

  /// A column for each value of a field.
  func pivoted(_ frame: DataFrame, _ spec: TransformSpec.Pivot) -> DataFrame {
    let (codes, levels) = frame.column(spec.field).coded()
    var order = levels.indices.sorted { Ordering.isBefore(levels[$0], levels[$1]) }
    if let limit = spec.limit { order = Array(order.prefix(limit)) }
    let groups = Grouping(frame, by: spec.groupby).groups
    let values = frame.column(spec.value).numbers
    let columns = order.map { level -> FrameColumn in
      let name = levels[level].number.map { NumberFormat.shortest($0) } ?? levels[level].description
      return FrameColumn(
        name,
        groups.map { rows in
          let cells = rows.map { Int(codes[$0]) == level ? values[$0] : .nan }
          return spec.operation == .count ? Double(rows.count) : Aggregation.value(spec.operation, of: cells, rows: rows.count)
        })
    }
    return DataFrame(spec.groupby.map { frame.column($0).selecting(groups.map { $0[0] }) } + columns, rowCount: groups.count)
  }

  /// Columns of another table, by a key; the last row of a key counts.
  mutating func looked(up spec: TransformSpec.Lookup, in other: DataFrame, _ frame: DataFrame, _ range: SourceRange) -> DataFrame {
    for name in [spec.key] + spec.fields where other[name] == nil {
      diagnostics.append(ChartingDiagnostics.unknownColumn(name, known: other.columnNames, at: range))
      return frame
    }
    var place: [Value: Int] = [:]
    let keys = other.column(spec.key)
    for row in 0..<other.rowCount where !keys[row].isNull { place[DiscreteScale.key(keys[row])] = row }
    let own = frame.column(spec.field)
    let rows = (0..<frame.rowCount).map { place[DiscreteScale.key(own[$0])] }
    let fields = spec.fields.isEmpty ? other.columnNames.filter { $0 != spec.key } : spec.fields
    let names = spec.fields.isEmpty ? fields.map { name in spec.names.first.map { "\($0).\(name)" } ?? name } : spec.names
    return frame.setting(
      fields.enumerated().map { index, field in
        let column = other.column(field)
        return FrameColumn(index < names.count ? names[index] : field, values: rows.map { $0.map { column[$0] } ?? spec.fallback ?? .null })
      })
  }

  func stacked(_ frame: DataFrame, _ spec: TransformSpec.Stack) -> DataFrame {
    let (starts, ends) = Stacking.stacked(frame, spec.field, spec.groupby, spec.sort.map { ($0.field, $0.isDescending) }, spec.offset)
    return frame.setting([FrameColumn(spec.names[0], starts), FrameColumn(spec.names[1], ends)])
  }

  /// Some rows at random, the same ones each time, in their order.
  func sampled(_ frame: DataFrame, _ count: Int) -> DataFrame {
    guard count < frame.rowCount else { return frame }
    var state = seed &+ 0x9E37_79B9_7F4A_7C15
    func next() -> UInt64 {
      // SplitMix64 (Steele, Lea and Flood, 2014).
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    var chosen = Array(0..<count)
    for row in count..<frame.rowCount {
      let place = Int(next() % UInt64(row + 1))
      if place < count { chosen[place] = row }
    }
    return frame.selecting(chosen.sorted())
  }
}
