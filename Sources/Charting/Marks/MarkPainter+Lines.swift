import Graphics
import Tables

extension MarkPainter {
  func paintLines(_ geometry: MarkGeometry, _ canvas: inout Canvas) {
    let colors = rowColors(.stroke, markColor: layer.mark.stroke)
    let alphas = opacities(.strokeOpacity, layer.mark.opacity ?? layer.mark.strokeOpacity ?? ChartStyle.lineOpacity(series: geometry.series.count))
    let dashes = visuals.dashes()
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
        }
      }
    }
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

  private func path(_ points: [Point]) -> Shape {
    switch layer.mark.interpolation {
    case .linear: .polyline(PolylineSimplification.forPainting(points))
    case .monotone: .path([.move(points[0])] + CurveShapes.monotone(points))
    default: .polyline(CurveShapes.stepped(points, layer.mark.interpolation))
    }
  }

  private func closed(_ edge: [Point], _ base: [Point]) -> Shape {
    switch layer.mark.interpolation {
    case .linear: return .polygon(PolylineSimplification.forPainting(edge) + PolylineSimplification.forPainting(base).reversed())
    case .monotone:
      let back = Array(base.reversed())
      return .path([.move(edge[0])] + CurveShapes.monotone(edge) + [.line(back[0])] + CurveShapes.monotone(back) + [.close])
    default:
      return .polygon(CurveShapes.stepped(edge, layer.mark.interpolation) + CurveShapes.stepped(base, layer.mark.interpolation).reversed())
    }
  }
}
