import Graphics
import Tables

/// Names of series at the right ends of their lines.
struct DirectLabels {
  struct Item {
    var label: ChartLabel
    var value: Value
    var color: Color
    /// Of the line's end, and of the label's centre, as distances from the top of the plot.
    var end: Double
    /// Share of the plot's width at which the line ends.
    var endX: Double
    var center: Double
  }

  static let gap = 5.0
  static let leaderRoom = 12.0
  var items: [Item]

  /// Room that the labels need beside the plot.
  var width: Double { Self.leaderRoom + (items.map(\.label.width).max() ?? 0) }

  /// Nil when the lines are not fit for it: a label would move too far, or there is no one line for each name.
  init?(_ legend: LegendModel, panel: PanelData, scales: [Int: ResolvedScale], width: Double, height: Double) {
    guard case .entries(let entries) = legend.content, (2...8).contains(entries.count) else { return nil }
    var ends: [Value: (x: Double, y: Double)] = [:]
    for layer in panel.layers where layer.primitive == .line && !layer.isAuxiliary {
      guard layer.channel(.x)?.isQuantitative ?? false, layer.orientation == .vertical else { continue }
      for series in GeometryBuilder(layer, scales: scales, width: width, height: height).geometry().series {
        guard let value = series.key.first(where: { $0.channel.isColor })?.value else { continue }
        guard let last = series.x.indices.last(where: { series.x[$0].isFinite && series.y[$0].isFinite }) else { continue }
        // Several lines of one name (runs, say) cannot share one end.
        if ends[DiscreteScale.key(value)] != nil { return nil }
        ends[DiscreteScale.key(value)] = (series.x[last], series.y[last])
      }
    }
    let rightmost = ends.values.map(\.x).max() ?? 0
    items = []
    for entry in entries {
      guard let end = ends[DiscreteScale.key(entry.value)], end.x > rightmost - 0.08, end.x <= 1.001, end.y > -0.001, end.y < 1.001 else { return nil }
      let color = entry.line?.paint.color ?? entry.point?.paint.color ?? .role(.ink)
      items.append(Item(label: entry.label, value: entry.value, color: TextPainter.textColor(color), end: end.y * height, endX: end.x, center: end.y * height))
    }
    let centers = LabelSpacing.centers(items.map(\.end), sizes: items.map { $0.label.height * 1.1 }, bounds: -4...(height + 4))
    for index in items.indices { items[index].center = centers[index] }
    if items.contains(where: { abs($0.center - $0.end) > 24 }) { return nil }
  }

  func draw(plot: Rect, into canvas: inout Canvas) {
    canvas.group(name: "labels") { group in
      for item in items { group.group(name: "entry", key: item.value.description) { draw(item, plot, &$0) } }
    }
  }

  private func draw(_ item: Item, _ plot: Rect, _ canvas: inout Canvas) {
    let x = plot.maxX + Self.leaderRoom
    let y = plot.y + item.center
    let isMoved = abs(item.center - item.end) > 2 || item.endX < 0.985
    if isMoved {
      canvas.line(
        Point(plot.x + item.endX * plot.width + 2, plot.y + item.end), Point(x - 2, y), Stroke(Paint(item.color), width: 0.4, cap: .butt))
    }
    canvas.text(item.label, at: Point(isMoved ? x : plot.maxX + Self.gap, y - item.label.height / 2), baseline: .top, paint: Paint(item.color))
  }
}
