import Graphics
import Tables

extension MarkPainter {
  func paintLines(_ geometry: MarkGeometry, _ canvas: inout Canvas) {
    let colors = rowColors(.stroke, markColor: layer.mark.stroke)
    let alphas = opacities(.strokeOpacity, layer.mark.opacity ?? layer.mark.strokeOpacity ?? ChartStyle.lineOpacity(series: geometry.series.count))
    let dashes = visuals.dashes()
    if layer.mark.type == .trail, let widths = visuals.outputs(.size) { return paintTrails(geometry, widths, colors, alphas, &canvas) }
    let widths = visuals.outputs(.strokeWidth)
    for series in geometry.series {
      guard let row = series.rows.first, let color = colors[row] else { continue }
      let dash = dashes?[row] ?? layer.mark.strokeDash ?? (isRedundant ? ChartStyle.dashes[Redundancy.level(series, layer, scales) % ChartStyle.dashes.count] : [])
      let width = widths?[row] ?? layer.mark.strokeWidth ?? ChartStyle.lineWidth(series: max(seriesCount, geometry.series.count))
      let stroke = Stroke(Paint(color, opacity: alphas[row]), width: width, dash: dash, cap: dash.isEmpty ? .round : .butt)
      canvas.group(name: "series", key: key(series), clip: clip) { group in
        for run in runs(series) {
          let points = run.map { point(series.x[$0], series.y[$0]) }
          if points.count == 1 {
            group.add(.circle(center: points[0], radius: max(width, 1.5)), fill: stroke.paint)
          } else {
            group.add(path(points), stroke: stroke)
          }
          if layer.mark.type == .trajectory { ends(of: points, stroke, &group) }
        }
      }
    }
  }

  /// A hollow start, a full end, and arrowheads along the way.
  private func ends(of points: [Point], _ stroke: Stroke, _ canvas: inout Canvas) {
    guard let first = points.first, let last = points.last, points.count > 1 else { return }
    for index in Arrowhead.places(points, every: layer.mark.every) {
      let (a, b) = (points[index - 1], points[index])
      let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
      guard length > 0 else { continue }
      canvas.add(Arrowhead.shape(tip: b, dx: (b.x - a.x) / length, dy: (b.y - a.y) / length, length: 5.5), fill: stroke.paint)
    }
    let ring = Stroke(stroke.paint, width: 1.1)
    canvas.add(.circle(center: first, radius: 2.4), fill: Paint(.role(.paper)), stroke: ring)
    canvas.add(.circle(center: last, radius: 2.4), fill: stroke.paint)
  }

  /// Lines whose width goes from point to point.
  private func paintTrails(_ geometry: MarkGeometry, _ widths: [Double], _ colors: [Color?], _ alphas: [Double], _ canvas: inout Canvas) {
    for series in geometry.series {
      guard let row = series.rows.first, let color = colors[row] else { continue }
      let paint = Paint(color, opacity: alphas[row])
      canvas.group(name: "series", key: key(series), clip: clip) { group in
        for run in runs(series) {
          let ends = run.map { (point: point(series.x[$0], series.y[$0]), half: max(0, widths[series.rows[$0]]) / 2) }
          group.add(.polygon(trail(ends)), fill: paint)
        }
      }
    }
  }

  /// The outline of a line of changing width, on both sides of its middle.
  private func trail(_ ends: [(point: Point, half: Double)]) -> [Point] {
    var (left, right): ([Point], [Point]) = ([], [])
    for (index, end) in ends.enumerated() {
      let (before, after) = (ends[max(0, index - 1)].point, ends[min(ends.count - 1, index + 1)].point)
      let length = ((after.x - before.x) * (after.x - before.x) + (after.y - before.y) * (after.y - before.y)).squareRoot()
      let (dx, dy) = length > 0 ? (-(after.y - before.y) / length * end.half, (after.x - before.x) / length * end.half) : (0, end.half)
      left.append(Point(end.point.x + dx, end.point.y + dy))
      right.append(Point(end.point.x - dx, end.point.y - dy))
    }
    return left + right.reversed()
  }

  func paintAreas(_ geometry: MarkGeometry, _ canvas: inout Canvas) {
    let colors = rowColors(.fill, markColor: layer.mark.fill)
    let isStacked = layer.channel(.y)?.isStacked ?? false
    let alphas = opacities(.fillOpacity, layer.mark.opacity ?? layer.mark.fillOpacity ?? (isStacked ? 0.85 : geometry.series.count > 1 ? 0.4 : 0.6))
    for series in geometry.series {
      guard let row = series.rows.first, let color = colors[row] else { continue }
      canvas.group(name: "area", key: key(series), clip: clip) { group in
        for run in runs(series) where run.count > 1 {
          let edge = run.map { point(series.x[$0], series.y[$0]) }
          let base = run.map { point(series.x2?[$0] ?? series.x[$0], series.y2?[$0] ?? series.y[$0]) }
          group.add(closed(edge, base), fill: Paint(color, opacity: alphas[row]))
        }
      }
    }
  }

  /// Stretches without missing places.
  private func runs(_ series: MarkGeometry.Series) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for index in series.x.indices {
      let isThere = series.x[index].isFinite && series.y[index].isFinite && (series.y2?[index].isFinite ?? true) && (series.x2?[index].isFinite ?? true)
      if isThere {
        if start == nil { start = index }
      } else if let first = start {
        runs.append(first..<index)
        start = nil
      }
    }
    if let first = start { runs.append(first..<series.x.count) }
    return runs
  }

  /// Between points closer than this many to a plot no curve can be seen.
  private static let mostCurved = 2000

  private func path(_ points: [Point]) -> Shape {
    let isSmooth = ![.linear, .step, .stepAfter, .stepBefore].contains(layer.mark.interpolation)
    if isSmooth && points.count > Self.mostCurved { return .polyline(PolylineSimplification.forPainting(points)) }
    return switch layer.mark.interpolation {
    case .linear: .polyline(PolylineSimplification.forPainting(points))
    case .step, .stepAfter, .stepBefore: .polyline(CurveShapes.stepped(points, layer.mark.interpolation))
    default: .path([.move(points[0])] + CurveShapes.smooth(points, layer.mark.interpolation, tension: layer.mark.tension))
    }
  }

  private func closed(_ edge: [Point], _ base: [Point]) -> Shape {
    switch layer.mark.interpolation {
    case .linear: return .polygon(PolylineSimplification.forPainting(edge) + PolylineSimplification.forPainting(base).reversed())
    case .step, .stepAfter, .stepBefore:
      return .polygon(CurveShapes.stepped(edge, layer.mark.interpolation) + CurveShapes.stepped(base, layer.mark.interpolation).reversed())
    case _ where edge.count > Self.mostCurved:
      return .polygon(PolylineSimplification.forPainting(edge) + PolylineSimplification.forPainting(base).reversed())
    default:
      let back = Array(base.reversed())
      let (kind, tension) = (layer.mark.interpolation, layer.mark.tension)
      return .path([.move(edge[0])] + CurveShapes.smooth(edge, kind, tension: tension) + [.line(back[0])] + CurveShapes.smooth(back, kind, tension: tension) + [.close])
    }
  }
}
