import Graphics
import NumericalCore
import Tables

/// Draws lines of equal value, and the bands between them.
struct ContourPainter {
  let painter: MarkPainter
  private var layer: LayerData { painter.layer }
  private var contour: ContourSpec { layer.mark.contour ?? ContourSpec() }

  func paint(_ geometry: MarkGeometry, into canvas: inout Canvas) {
    guard let lines = ContourLines(layer, geometry) else { return }
    let (grid, levels) = (lines.grid, lines.levels)
    canvas.add(CellLattice(grid, plot: painter.plot, title: contour.value ?? layer.channel(lines.channel)?.title ?? ""))
    let scale = contour.value == nil ? layer.scaleIDs[lines.channel].flatMap { painter.scales[$0] } : nil
    if contour.isFilled { fill(grid, levels, lines.low, lines.high, scale, &canvas) }
    canvas.group(name: "contour", clip: painter.plot) { group in
      for level in levels {
        let stroke = self.stroke(level, scale)
        for line in grid.lines(at: level) { group.add(.polyline(line.map { painter.point($0.x, $0.y) }), stroke: stroke) }
      }
    }
  }

  /// The levels in numbers, over all other marks of the panel.
  func paintLabels(_ geometry: MarkGeometry, clearOf marks: DrawnMarks, into canvas: inout Canvas) {
    guard contour.hasLabels, let lines = ContourLines(layer, geometry) else { return }
    label(lines.grid, lines.levels, marks, &canvas)
  }

  private func stroke(_ level: Double, _ scale: ResolvedScale?) -> Stroke {
    let width = layer.mark.strokeWidth ?? (contour.isFilled ? 0.4 : 1)
    if let name = layer.mark.color ?? layer.mark.stroke, let color = ColorNames.color(name) {
      return Stroke(Paint(color, opacity: layer.mark.opacity ?? 1), width: width, dash: layer.mark.strokeDash ?? [])
    }
    if contour.isFilled { return Stroke(Paint(.role(.ink), opacity: 0.45), width: width) }
    let color = color(level, scale)
    return Stroke(Paint(color ?? .role(.axis), opacity: layer.mark.opacity ?? 1), width: width, dash: layer.mark.strokeDash ?? [])
  }

  private func color(_ value: Double, _ scale: ResolvedScale?) -> Color? {
    guard let scale, let ramp = scale.ramp, let position = scale.continuous?.position(value), position.isFinite else { return nil }
    return ramp.color(position).color
  }

  // MARK: Bands

  /// The bands as one image of two pixels a point, whose edges the lines cover.
  private func fill(_ grid: ContourGrid, _ levels: [Double], _ low: Double, _ high: Double, _ scale: ResolvedScale?, _ canvas: inout Canvas) {
    let bounds = [low] + levels.filter { $0 > low && $0 < high } + [high]
    let colors = zip(bounds, bounds.dropFirst()).map { a, b -> Theme.RGB in
      let isLog = scale?.continuous?.transform.isLog ?? false
      let middle = isLog && a > 0 ? (a * b).squareRoot() : (a + b) / 2
      return Theme.light.rgb(color(middle, scale) ?? .role(.muted))
    }
    let plot = painter.plot
    let (columns, rows) = (max(1, Int(plot.width * 2)), max(1, Int(plot.height * 2)))
    var rgba = [UInt8](repeating: 0, count: 4 * columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let value = grid.value(atX: (Double(column) + 0.5) / Double(columns), y: (Double(row) + 0.5) / Double(rows))
        guard value.isFinite else { continue }
        var band = 0
        while band < colors.count - 1, value >= bounds[band + 1] { band += 1 }
        let place = 4 * (row * columns + column)
        (rgba[place], rgba[place + 1], rgba[place + 2], rgba[place + 3]) = (colors[band].red, colors[band].green, colors[band].blue, 255)
      }
    }
    canvas.add([.image(ImageItem(frame: plot, pixelWidth: columns, pixelHeight: rows, rgba: rgba, isSmooth: true))])
  }

  // MARK: Labels

  /// The level on its longest line, where the line is flattest and nothing else stands.
  private func label(_ grid: ContourGrid, _ levels: [Double], _ marks: DrawnMarks, _ canvas: inout Canvas) {
    for level in levels {
      let lines = grid.lines(at: level).map { $0.map { painter.point($0.x, $0.y) } }
      guard let line = lines.max(by: { Self.length($0) < Self.length($1) }) else { continue }
      let label = canvas.label(NumberFormat.shortestRounded(level, 4), ChartStyle.annotation)
      guard Self.length(line) > 2.5 * label.width else { continue }
      let taken = canvas.textBoxes.map(\.rect)
      let places = line.indices.dropFirst().dropLast().sorted { Self.slope(line, $0) < Self.slope(line, $1) }
      let free = places.lazy.map { line[$0] }.first { place in
        let rect = label.bounds(at: place, anchor: .middle, baseline: .middle)
        return painter.plot.contains(rect.insetBy(-1)) && !taken.contains { $0.intersects(rect.insetBy(-1)) } && !marks.touch(rect)
      }
      guard let free else { continue }
      let rect = label.bounds(at: free, anchor: .middle, baseline: .middle)
      canvas.add(.rect(rect.insetBy(-0.8), cornerRadius: 1.5), fill: ChartStyle.behindText)
      canvas.text(label, at: free, anchor: .middle, baseline: .middle, paint: ChartStyle.ink, isData: true)
    }
  }

  private static func length(_ line: [Point]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + (($1.1.x - $1.0.x) * ($1.1.x - $1.0.x) + ($1.1.y - $1.0.y) * ($1.1.y - $1.0.y)).squareRoot() }
  }

  /// How steep a line is at one of its points, 0…1.
  private static func slope(_ line: [Point], _ index: Int) -> Double {
    let (a, b) = (line[index - 1], line[index + 1])
    let (dx, dy) = (abs(b.x - a.x), abs(b.y - a.y))
    return dx + dy == 0 ? 1 : dy / (dx + dy)
  }
}
