import Graphics

/// Measures and draws legends: stacked at the right, or in wrapped rows above.
struct LegendDrawing {
  /// Of a piece of line; a point or a swatch takes the room of itself.
  static let lineWidth = 18.0
  static let swatchSide = 8.0
  static let symbolGap = 5.0
  static let rowGap = 3.0
  static let columnGap = 12.0
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

  /// The room of the widest symbol, so that the names of a legend stand below each other.
  static func symbolWidth(_ entries: [LegendEntry]) -> Double { entries.map { symbolWidth($0) }.max() ?? 0 }

  private static func symbolWidth(_ entry: LegendEntry) -> Double {
    if entry.line != nil { return lineWidth }
    return max(swatchSide, entry.point.map { diameter($0.area) } ?? 0)
  }

  private static func diameter(_ area: Double) -> Double { 2 * (area / .pi).squareRoot() }

  static func columnWidth(_ entries: [LegendEntry]) -> Double {
    symbolWidth(entries) + symbolGap + (entries.map(\.label.width).max() ?? 0)
  }

  /// Of a legend at the right.
  private static func columns(_ legend: LegendModel, _ entries: [LegendEntry]) -> Int { max(1, min(legend.columns ?? 1, entries.count)) }

  private static func rows(_ legend: LegendModel, _ entries: [LegendEntry]) -> [[LegendEntry]] {
    let columns = columns(legend, entries)
    return stride(from: 0, to: entries.count, by: columns).map { Array(entries[$0..<min(entries.count, $0 + columns)]) }
  }

  static func rowHeight(_ row: [LegendEntry]) -> Double { row.map { rowHeight($0) }.max() ?? 0 }

  private static func rowHeight(_ entry: LegendEntry) -> Double {
    max(entry.label.height, entry.point.map { diameter($0.area) } ?? 0)
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
        let symbol = Self.symbolWidth(entries)
        for row in Self.rows(legend, entries) {
          let height = Self.rowHeight(row)
          for (column, entry) in row.enumerated() { draw(entry, at: Point(corner.x + Double(column) * step, y + height / 2), symbol: symbol, &canvas) }
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
  func draw(_ entry: LegendEntry, at middle: Point, symbol: Double, _ canvas: inout Canvas) {
    canvas.group(name: "entry", key: entry.value.description) { paint(entry, at: middle, symbol: symbol, &$0) }
  }

  private func paint(_ entry: LegendEntry, at middle: Point, symbol: Double, _ canvas: inout Canvas) {
    let end = middle.x + symbol
    let center = Point(middle.x + symbol / 2, middle.y)
    if let band = entry.band { canvas.add(.rect(Rect(x: middle.x, y: middle.y - 4, width: symbol, height: 8), cornerRadius: 0), fill: band) }
    if let swatch = entry.swatch {
      canvas.add(.rect(Rect(x: center.x - Self.swatchSide / 2, y: middle.y - Self.swatchSide / 2, width: Self.swatchSide, height: Self.swatchSide), cornerRadius: 0), fill: swatch)
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
}
