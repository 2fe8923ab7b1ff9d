import Graphics

/// Legends above the plots: in one row where they fit; else each begins a row, and where its names take more than one its title
/// stands over columns of names.
extension LegendDrawing {
  private enum Item {
    case title(ChartLabel)
    case entry(LegendEntry, symbol: Double)
  }

  private struct Row {
    var items: [(x: Double, item: Item)] = []
    var width = 0.0
    var height = 0.0

    mutating func append(_ item: Item, width itemWidth: Double, height itemHeight: Double) {
      let x = items.isEmpty ? 0 : width + columnGap
      items.append((x, item))
      width = x + itemWidth
      height = max(height, itemHeight)
    }
  }

  private func rows(width: Double) -> [Row] {
    let isInColumns = legends.contains { $0.columns != nil }
    let inOne = legends.reduce(into: Row()) { Self.append($1, to: &$0) }
    if inOne.width <= width && !isInColumns { return [inOne] }
    return legends.flatMap { Self.rows($0, width: width) }
  }

  private static func append(_ legend: LegendModel, to row: inout Row) {
    if let title = legend.title { row.append(.title(title), width: title.width, height: title.height) }
    guard case .entries(let entries) = legend.content else { return }
    let symbol = symbolWidth(entries)
    for entry in entries {
      row.append(.entry(entry, symbol: symbol), width: symbol + symbolGap + entry.label.width, height: rowHeight([entry]))
    }
  }

  private static func rows(_ legend: LegendModel, width: Double) -> [Row] {
    var whole = Row()
    append(legend, to: &whole)
    guard case .entries(let entries) = legend.content, !entries.isEmpty, whole.width > width || (legend.columns ?? entries.count) < entries.count else {
      return [whole]
    }
    let (column, symbol) = (columnWidth(entries), symbolWidth(entries))
    let fitting = max(1, Int((width + columnGap) / (column + columnGap)))
    // As many in each row, rather than a last one alone.
    let rowCount = (entries.count + fitting - 1) / fitting
    let columns = max(1, min(fitting, legend.columns ?? (entries.count + rowCount - 1) / rowCount))
    var rows: [Row] = []
    if let title = legend.title {
      rows.append(Row())
      rows[0].append(.title(title), width: title.width, height: title.height)
    }
    for start in stride(from: 0, to: entries.count, by: columns) {
      let entries = Array(entries[start..<min(entries.count, start + columns)])
      var row = Row()
      for entry in entries { row.append(.entry(entry, symbol: symbol), width: column, height: rowHeight(entries)) }
      rows.append(row)
    }
    return rows
  }

  /// The widest title or entry, which a row above the plot must hold.
  var widestItem: Double {
    legends.map { legend in
      guard case .entries(let entries) = legend.content else { return legend.title?.width ?? 0 }
      return max(legend.title?.width ?? 0, Self.columnWidth(entries))
    }.max() ?? 0
  }

  func heightAbove(width: Double) -> Double {
    rows(width: width).reduce(-Self.rowGap) { $0 + $1.height + Self.rowGap }
  }

  func drawAbove(at corner: Point, width: Double, into canvas: inout Canvas) {
    var y = corner.y
    for row in rows(width: width) {
      for (x, item) in row.items {
        switch item {
        case .title(let title): canvas.text(title, at: Point(corner.x + x, y + (row.height - title.height) / 2), baseline: .top, paint: ChartStyle.ink)
        case .entry(let entry, let symbol): draw(entry, at: Point(corner.x + x, y + row.height / 2), symbol: symbol, &canvas)
        }
      }
      y += row.height + Self.rowGap
    }
  }
}
