/// Puts bars and areas of one place on each other: the rule of Vega-Lite.
enum Stacking {
  static func apply(_ layer: inout LayerData) {
    // The line and the points over an area stand on its stacks.
    let isOverlay = layer.writtenType == .area && layer.primitive != .area
    guard layer.mark.type == .bar || layer.mark.type == .area || isOverlay || explicit(layer) != nil else { return }
    guard let channel = stackedChannel(layer), let measure = layer.channel(channel), let column = measure.column else { return }
    let other: Channel = channel == .y ? .x : .y
    if layer.encoding[channel == .y ? .y2 : .x2] != nil { return }
    if let kind = measure.definition.scale?.kind, kind != .linear { return }
    let mode = measure.definition.stack ?? .zero
    if mode == .none { return }
    // A field on both axes is stacked over all rows.
    let place = [layer.channel(other), layer.channel(other == .x ? .xOffset : .yOffset)].compactMap { $0?.column }.filter { $0 != column }
    let ends = [layer.channel(other)?.binEnd].compactMap { $0 }
    let stackBy = stackFields(layer).filter { !place.contains($0) }
    let isAggregate = layer.encoding.values.contains { $0.contains { $0.aggregate != nil } }
    if isAggregate && stackBy.isEmpty { return }
    if layer.primitive == .area || isOverlay { impute(&layer, place + ends, stackBy, column) }
    let sort: [(field: String, descending: Bool)] =
      layer.encoding[.order]?.compactMap { order in order.column.map { ($0, order.definition.sort == .descending) } } ?? domainOrder(&layer, channel) ?? stackBy.map { ($0, channel == .y) }
    let (lower, upper) = stacked(layer.frame, column, place, sort, mode)
    layer.frame = layer.frame.setting([FrameColumn("\u{0}start", lower), FrameColumn("\u{0}end", upper)])
    layer.encoding[channel]?[0].column = "\u{0}end"
    layer.encoding[channel]?[0].isStacked = true
    if isOverlay { return }
    var second = measure
    second.column = "\u{0}start"
    second.isStacked = true
    layer.encoding[channel == .y ? .y2 : .x2] = [second]
  }

  /// Names whose colours are listed are put on each other in the order of the list, the first at the top or at the left.
  private static func domainOrder(_ layer: inout LayerData, _ channel: Channel) -> [(field: String, descending: Bool)]? {
    for colour in [Channel.color, .fill, .stroke] {
      guard let resolved = layer.channel(colour), let column = resolved.column, resolved.type == .nominal, let domain = resolved.definition.scale?.domain else { continue }
      let (codes, levels) = layer.frame.column(column).coded()
      let places = levels.map { level in Double(domain.firstIndex { TransformRunner.isSame($0, level) } ?? -1) }
      layer.frame = layer.frame.setting([FrameColumn("\u{0}domain", codes.map { $0 < 0 ? -1 : places[Int($0)] })])
      return [("\u{0}domain", channel == .y)]
    }
    return nil
  }

  private static func explicit(_ layer: LayerData) -> ChannelDefinition.Stack? {
    [layer.channel(.x), layer.channel(.y)].compactMap { $0?.definition.stack }.first { $0 != .none }
  }

  private static func stackedChannel(_ layer: LayerData) -> Channel? {
    func field(_ channel: Channel) -> ResolvedChannel? { layer.channel(channel).flatMap { $0.column == nil ? nil : $0 } }
    let (x, y) = (field(.x), field(.y))
    let isFilled = layer.mark.type == .bar || layer.mark.type == .area
    switch (x?.isMeasure ?? false, y?.isMeasure ?? false) {
    case (false, false): return nil
    case (true, false): return isFilled && y == nil && layer.channel(.y) == nil && layer.orientation == .vertical ? nil : .x
    case (false, true): return isFilled && x == nil && layer.channel(.x) == nil && layer.orientation == .horizontal ? nil : .y
    case (true, true):
      if let stack = x?.definition.stack, stack != .none { return .x }
      if let stack = y?.definition.stack, stack != .none { return .y }
      if (x?.aggregate != nil) != (y?.aggregate != nil) { return x?.aggregate != nil ? .x : .y }
      return layer.orientation == .vertical ? .y : .x
    }
  }

  private static func stackFields(_ layer: LayerData) -> [String] {
    var fields: [String] = []
    for channel in Channel.groupingChannels + [.order] where channel != .order {
      for resolved in layer.encoding[channel] ?? [] {
        if let column = resolved.column, resolved.aggregate == nil, !fields.contains(column) { fields.append(column) }
      }
    }
    return fields
  }

  /// Areas get a zero where a series has no row at a place of another.
  private static func impute(_ layer: inout LayerData, _ place: [String], _ stackBy: [String], _ column: String) {
    guard !stackBy.isEmpty, !place.isEmpty else { return }
    let places = Grouping(layer.frame, by: place)
    let series = Grouping(layer.frame, by: stackBy)
    var pairs = PairNumbers(places.count, series.count, rows: layer.frame.rowCount)
    for (p, s) in zip(places.codes, series.codes) { _ = pairs.number(p, s) }
    let present = pairs.count
    guard present < places.count * series.count else { return }
    let (placeRows, seriesRows) = (places.firstRows, series.firstRows)
    var extra: [(place: Int, series: Int)] = []
    for p in placeRows.indices {
      for s in seriesRows.indices where pairs.number(p, s) >= present { extra.append((placeRows[p], seriesRows[s])) }
    }
    let original = layer.frame
    let columns = original.columns.map { source -> FrameColumn in
      let rows = Array(0..<original.rowCount) + extra.map { place.contains(source.name) ? $0.place : $0.series }
      let selected = source.selecting(rows)
      guard source.name == column, case .numbers(var values, let kind) = selected.cells else { return selected }
      for index in original.rowCount..<values.count { values[index] = 0 }
      return FrameColumn(source.name, values, kind)
    }
    layer.frame = DataFrame(columns, rowCount: original.rowCount + extra.count)
  }

  static func stacked(
    _ frame: DataFrame, _ column: String, _ place: [String], _ sort: [(field: String, descending: Bool)], _ mode: ChannelDefinition.Stack
  ) -> ([Double], [Double]) {
    let values = frame.column(column).numbers
    var starts = [Double](repeating: .nan, count: values.count)
    var ends = starts
    let groups = Grouping(frame, by: place).groups
    let totals = groups.map { rows in rows.reduce(0) { $0 + (values[$1].isNaN ? 0 : abs(values[$1])) } }
    let largest = totals.max() ?? 0
    let order = RowOrder(frame, by: sort)
    for (rows, total) in zip(groups, totals) {
      var (positive, negative) = (mode == .center ? (largest - total) / 2 : 0, 0.0)
      for row in order.sorted(rows) where !values[row].isNaN {
        let value = mode == .zero ? values[row] : abs(values[row])
        if value < 0 {
          starts[row] = negative
          negative += value
          ends[row] = negative
        } else {
          starts[row] = positive
          positive += value
          ends[row] = positive
        }
      }
      // Divided at the end, so that the last one ends at 1 exactly.
      if mode == .normalize { for row in rows { (starts[row], ends[row]) = positive == 0 ? (0, 0) : (starts[row] / positive, ends[row] / positive) } }
    }
    return (starts, ends)
  }
}
