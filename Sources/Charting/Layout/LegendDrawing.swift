import Graphics

/// Measures and draws legends: stacked at the right, or in wrapped rows above.
struct LegendDrawing {
  static let symbolWidth = 18.0
  static let symbolGap = 5.0
  static let rowGap = 3.0
  static let columnGap = 14.0
  static let blockGap = 10.0
  static let barWidth = 6.0

  let legends: [LegendModel]

  // MARK: At the right

  var width: Double {
    legends.map { legend -> Double in
      let title = legend.title?.width ?? 0
      switch legend.content {
      case .entries(let entries):
        let columns = Double(Self.columns(legend, entries))
        return max(title, columns * Self.columnWidth(entries) + (columns - 1) * Self.columnGap)
      case .bar(_, _, let ticks): return max(title, Self.barWidth + 6 + (ticks.map(\.label.width).max() ?? 0))
      }
    }.max() ?? 0
  }

  func height(plotHeight: Double) -> Double {
    legends.map { self.height($0, plotHeight: plotHeight) }.reduce(0, +) + Self.blockGap * Double(max(0, legends.count - 1))
  }

  private func height(_ legend: LegendModel, plotHeight: Double) -> Double {
    let title = legend.title.map { $0.height + 4 } ?? 0
    switch legend.content {
    case .entries(let entries): return title + Self.rows(legend, entries).reduce(0) { $0 + Self.rowHeight($1) + Self.rowGap } - Self.rowGap
    case .bar: return title + barHeight(plotHeight)
    }
  }

  private func barHeight(_ plotHeight: Double) -> Double {
    let others = legends.count > 1 ? min(plotHeight, 90) : plotHeight
    return max(40, min(others, 220))
  }

  private static func entryWidth(_ entry: LegendEntry) -> Double { symbolWidth + symbolGap + entry.label.width }

  private static func columnWidth(_ entries: [LegendEntry]) -> Double { entries.map { entryWidth($0) }.max() ?? 0 }

  /// Of a legend at the right.
  private static func columns(_ legend: LegendModel, _ entries: [LegendEntry]) -> Int { max(1, min(legend.columns ?? 1, entries.count)) }

  private static func rows(_ legend: LegendModel, _ entries: [LegendEntry]) -> [[LegendEntry]] {
    let columns = columns(legend, entries)
    return stride(from: 0, to: entries.count, by: columns).map { Array(entries[$0..<min(entries.count, $0 + columns)]) }
  }

  private static func rowHeight(_ row: [LegendEntry]) -> Double { row.map { rowHeight($0) }.max() ?? 0 }

  private static func rowHeight(_ entry: LegendEntry) -> Double {
    max(entry.label.height, entry.point.map { 2 * ($0.area / .pi).squareRoot() } ?? 0)
  }

  /// - Parameter corner: the top left of the column; legends start at the top of the plot.
  func drawRight(at corner: Point, plotHeight: Double, into canvas: inout Canvas) {
    var y = corner.y
    for legend in legends {
      if let title = legend.title {
        canvas.text(title, at: Point(corner.x, y), baseline: .top, paint: ChartStyle.ink)
        y += title.height + 4
      }
      switch legend.content {
      case .entries(let entries):
        let step = Self.columnWidth(entries) + Self.columnGap
        for row in Self.rows(legend, entries) {
          let height = Self.rowHeight(row)
          for (column, entry) in row.enumerated() { draw(entry, at: Point(corner.x + Double(column) * step, y + height / 2), &canvas) }
          y += height + Self.rowGap
        }
        y -= Self.rowGap
      case .bar(let ramp, _, let ticks):
        let height = barHeight(plotHeight) - (legend.title.map { $0.height + 4 } ?? 0) * (legends.count == 1 ? 1 : 0)
        drawBar(ramp, ticks, Rect(x: corner.x, y: y, width: Self.barWidth, height: max(30, height)), &canvas)
        y += max(30, height)
      }
      y += Self.blockGap
    }
  }

  private func drawBar(_ ramp: ColorScheme, _ ticks: [(place: Double, label: ChartLabel)], _ frame: Rect, _ canvas: inout Canvas) {
    let steps = 128
    var rgba: [UInt8] = []
    for step in 0..<steps {
      let rgb = ramp.color(1 - (Double(step) + 0.5) / Double(steps))
      rgba += [rgb.red, rgb.green, rgb.blue, 255]
    }
    canvas.add([.image(ImageItem(frame: frame, pixelWidth: 1, pixelHeight: steps, rgba: rgba))])
    var last: Double?
    for tick in ticks {
      let y = frame.y + tick.place * frame.height
      canvas.line(Point(frame.maxX, y), Point(frame.maxX + 2.5, y), ChartStyle.axisStroke)
      let place = min(y, frame.maxY - tick.label.height / 2 + 2)
      // A short bar has no room for all of them.
      if let last, abs(place - last) < tick.label.height { continue }
      last = place
      canvas.text(tick.label, at: Point(frame.maxX + 5, place), baseline: .middle, paint: ChartStyle.muted)
    }
  }

  /// A group of its own, by which a script finds the series.
  private func draw(_ entry: LegendEntry, at middle: Point, _ canvas: inout Canvas) {
    canvas.group(name: "entry", key: entry.value.description) { paint(entry, at: middle, &$0) }
  }

  private func paint(_ entry: LegendEntry, at middle: Point, _ canvas: inout Canvas) {
    let end = middle.x + Self.symbolWidth
    let center = Point(middle.x + Self.symbolWidth / 2, middle.y)
    if let band = entry.band { canvas.add(.rect(Rect(x: middle.x, y: middle.y - 4, width: Self.symbolWidth, height: 8), cornerRadius: 0), fill: band) }
    if let swatch = entry.swatch {
      canvas.add(.rect(Rect(x: center.x - 4, y: middle.y - 4, width: 8, height: 8), cornerRadius: 0), fill: swatch)
    }
    if let line = entry.line { canvas.line(middle, Point(end, middle.y), line) }
    if let point = entry.point {
      let shape = PointShapes.shape(point.shape, at: center, area: point.area)
      if point.isFilled && !PointShapes.isOpen(point.shape) {
        canvas.add(shape, fill: point.paint)
      } else {
        canvas.add(shape, stroke: Stroke(point.paint, width: 1))
      }
    }
    canvas.text(
      entry.label, at: Point(end + Self.symbolGap, middle.y - entry.label.height / 2), baseline: .top, paint: ChartStyle.ink)
  }

  // MARK: Above

  /// Rows of (legend, entry range, y); titles stand before the first entry.
  private func rows(width: Double) -> [(height: Double, items: [(x: Double, item: RowItem)])] {
    var rows: [(height: Double, items: [(x: Double, item: RowItem)])] = [(0, [])]
    var x = 0.0
    func add(_ item: RowItem, _ itemWidth: Double, _ height: Double, beginsRow: Bool = false) {
      if x > 0 && (beginsRow || x + itemWidth > width) {
        rows.append((0, []))
        x = 0
      }
      rows[rows.count - 1].items.append((x, item))
      rows[rows.count - 1].height = max(rows[rows.count - 1].height, height)
      x += itemWidth + Self.columnGap
    }
    for legend in legends {
      if let title = legend.title { add(.title(title), title.width, title.height) }
      if case .entries(let entries) = legend.content {
        // In stated columns names stand below each other.
        let column = legend.columns.map { _ in Self.columnWidth(entries) }
        for (index, entry) in entries.enumerated() {
          let beginsRow = legend.columns.map { $0 > 0 && index % $0 == 0 } ?? false
          add(.entry(entry), column ?? Self.entryWidth(entry), Self.rowHeight(entry), beginsRow: beginsRow)
        }
      }
    }
    return rows
  }

  /// The widest title or entry, which a row above the plot must hold.
  var widestItem: Double {
    legends.flatMap { legend -> [Double] in
      guard case .entries(let entries) = legend.content else { return [legend.title?.width ?? 0] }
      return [legend.title?.width ?? 0] + entries.map { Self.entryWidth($0) }
    }.max() ?? 0
  }

  private enum RowItem { case title(ChartLabel), entry(LegendEntry) }

  func heightAbove(width: Double) -> Double {
    let rows = rows(width: width)
    return rows.reduce(0) { $0 + $1.height + Self.rowGap } - Self.rowGap
  }

  func drawAbove(at corner: Point, width: Double, into canvas: inout Canvas) {
    var y = corner.y
    for row in rows(width: width) {
      for (x, item) in row.items {
        switch item {
        case .title(let title): canvas.text(title, at: Point(corner.x + x, y + (row.height - title.height) / 2), baseline: .top, paint: ChartStyle.ink)
        case .entry(let entry): draw(entry, at: Point(corner.x + x, y + row.height / 2), &canvas)
        }
      }
      y += row.height + Self.rowGap
    }
  }
}
