import Graphics
import Tables

/// Paints the geometry of a layer into a plot.
struct MarkPainter {
  let layer: LayerData
  let scales: [Int: ResolvedScale]
  let plot: Rect
  let visuals: VisualValues
  /// How many series the chart's lines have, which decides on their width.
  let seriesCount: Int
  /// Dashes and shapes repeat what the colours say.
  let isRedundant: Bool

  init(_ layer: LayerData, scales: [Int: ResolvedScale], plot: Rect, seriesCount: Int) {
    self.layer = layer
    self.scales = scales
    self.plot = plot
    self.seriesCount = seriesCount
    visuals = VisualValues(Positioner(layer: layer, scales: scales, width: plot.width, height: plot.height))
    isRedundant = Redundancy.applies(layer, scales)
  }

  func paint(_ geometry: MarkGeometry, into canvas: inout Canvas) {
    switch geometry.primitive {
    case .line: paintLines(geometry, &canvas)
    case .area: paintAreas(geometry, &canvas)
    case .point: paintPoints(geometry, &canvas)
    case .rect: paintRectangles(geometry, &canvas)
    case .rule: paintRules(geometry, &canvas)
    case .contour: ContourPainter(painter: self).paint(geometry, into: &canvas)
    case .image: PicturePainter(painter: self).paint(geometry, into: &canvas)
    case .text: break
    }
  }

  // MARK: Shared

  func point(_ x: Double, _ y: Double) -> Point { Point(plot.x + x * plot.width, plot.y + y * plot.height) }

  var clip: Rect { Rect(x: plot.x - 1, y: plot.y - 1, width: plot.width + 2, height: plot.height + 2) }

  func key(_ series: MarkGeometry.Series) -> String? {
    series.key.isEmpty ? nil : series.key.map { $0.value.description }.joined(separator: " · ")
  }

  /// The colour of a layer where no channel sets one.
  var plainColor: Color {
    if let name = layer.mark.color, let color = ColorNames.color(name) { return color }
    switch layer.primitive {
    case .rule where layer.mark.type != .errorbar: return .role(layer.mark.type == .tick ? .ink : .axis)
    case .text: return .role(.ink)
    default: return .series(0)
    }
  }

  /// The colour of each row, from the channels by order of precedence.
  func rowColors(_ specific: Channel, markColor: String?) -> [Color?] {
    let fallback: Color? = markColor == "transparent" ? nil : markColor.flatMap(ColorNames.color) ?? plainColor
    return visuals.colors(specific) ?? visuals.colors(.color) ?? [Color?](repeating: fallback, count: layer.frame.rowCount)
  }

  func opacities(_ specific: Channel, _ fallback: Double) -> [Double] {
    let base = visuals.outputs(specific) ?? visuals.outputs(.opacity)
    return base?.map { $0.isNaN ? fallback : $0 } ?? [Double](repeating: fallback, count: layer.frame.rowCount)
  }

  // MARK: Rules

  private func paintRules(_ geometry: MarkGeometry, _ canvas: inout Canvas) {
    let isReference = layer.frame.rowCount <= 1 || layer.channel(.x)?.column == nil && layer.channel(.y)?.column == nil
    let isInterval = layer.mark.type == .errorbar || layer.isAuxiliary
    let width = layer.mark.thickness ?? layer.mark.strokeWidth ?? (layer.mark.type == .tick ? 1 : isInterval ? 0.9 : isReference ? 0.75 : 0.75)
    let plainDash = layer.mark.strokeDash ?? (isReference && !isInterval && layer.mark.type == .rule ? [4, 2] : [])
    let colors = rowColors(.stroke, markColor: layer.mark.stroke)
    let alphas = opacities(.strokeOpacity, layer.mark.opacity ?? layer.mark.strokeOpacity ?? 1)
    let dashes = visuals.dashes()
    let widths = visuals.outputs(.strokeWidth)
    if geometry.series.reduce(0, { $0 + $1.rows.count }) > MarkRaster.threshold, rasterise(geometry, colors, width, &canvas) { return }
    for series in geometry.series {
      canvas.group(name: "rule", key: key(series), clip: clip) { group in
        for (index, row) in series.rows.enumerated() {
          guard let color = colors[row], let x2 = series.x2?[index], let y2 = series.y2?[index] else { continue }
          let stroke = Stroke(
            Paint(color, opacity: alphas[row]), width: widths?[row] ?? width, dash: dashes?[row] ?? plainDash, cap: .butt)
          var (a, b) = (point(series.x[index], series.y[index]), point(x2, y2))
          if layer.mark.isDirected { b = arrow(&a, b, stroke, &group) }
          group.line(a, b, stroke)
          if layer.mark.hasCaps { caps(a, b, stroke, &group) }
        }
      }
    }
  }

  /// Very many upright rules as one image.
  /// - Returns: false if one of them is oblique.
  private func rasterise(_ geometry: MarkGeometry, _ colors: [Color?], _ width: Double, _ canvas: inout Canvas) -> Bool {
    var raster = MarkRaster(plot: plot)
    for series in geometry.series.reversed() {
      for index in series.rows.indices.reversed() {
        let row = series.rows[index]
        guard let x2 = series.x2?[index], let y2 = series.y2?[index], let color = colors[row] else { continue }
        let (a, b) = (point(series.x[index], series.y[index]), point(x2, y2))
        let (isUpright, isLevel) = (abs(a.x - b.x) < 0.01, abs(a.y - b.y) < 0.01)
        guard isUpright || isLevel else { return false }
        let half = width / 2
        raster.fillBehind(
          Rect(
            x: min(a.x, b.x) - (isUpright ? half : 0), y: min(a.y, b.y) - (isLevel ? half : 0), width: isUpright ? width : abs(a.x - b.x),
            height: isLevel ? width : abs(a.y - b.y)), color)
      }
    }
    canvas.add([.image(raster.image)])
    return true
  }

  /// An arrowhead at the rim of the node at the end.
  /// - Returns: where the line is to end.
  private func arrow(_ start: inout Point, _ end: Point, _ stroke: Stroke, _ canvas: inout Canvas) -> Point {
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    let radius = (NetworkGraph.nodeArea / .pi).squareRoot() + 1
    guard length > 2 * radius + 4 else { return end }
    let tip = Point(end.x - dx / length * radius, end.y - dy / length * radius)
    canvas.add(Arrowhead.shape(tip: tip, dx: dx / length, dy: dy / length, length: 4 + stroke.width), fill: stroke.paint)
    return Point(tip.x - dx / length * 3, tip.y - dy / length * 3)
  }

  private func caps(_ a: Point, _ b: Point, _ stroke: Stroke, _ canvas: inout Canvas) {
    let half = 2.5
    for end in [a, b] {
      if abs(a.x - b.x) < abs(a.y - b.y) {
        canvas.line(Point(end.x - half, end.y), Point(end.x + half, end.y), stroke)
      } else {
        canvas.line(Point(end.x, end.y - half), Point(end.x, end.y + half), stroke)
      }
    }
  }
}
