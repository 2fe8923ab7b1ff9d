import Graphics
import Tables
import Typography

/// Places the texts of a layer: where the author says, or at the first of eight places that is free.
struct TextPainter {
  let painter: MarkPainter
  private var layer: LayerData { painter.layer }

  /// - Returns: how many texts found no place.
  func paint(_ geometry: MarkGeometry, into canvas: inout Canvas) -> Int {
    let style = TextStyle(layer.mark.isBold ? .sansBold : .sans, size: max(7, layer.mark.fontSize ?? layer.mark.size ?? ChartStyle.annotation.size))
    let colors = painter.visuals.colors(.color) ?? painter.visuals.colors(.fill)
    let isCellText = layer.channel(.x).map { $0.type.isDiscrete || $0.isBinned } ?? false && layer.channel(.y).map { $0.type.isDiscrete || $0.isBinned } ?? false
    let isFixed = isCellText || layer.mark.align != nil || layer.mark.baseline != nil || layer.mark.dx != 0 || layer.mark.dy != 0 || layer.mark.angle != 0 || layer.channel(.angle) != nil
    var taken: [Rect] = canvas.textBoxes.map(\.rect)
    let angles = painter.visuals.angles()
    var skipped = 0
    for series in geometry.series {
      for (index, row) in series.rows.enumerated() {
        guard let text = series.texts?[index], !text.isEmpty else { continue }
        let place = painter.point(series.x[index], series.y[index])
        guard painter.clip.insetBy(-2).contains(place) else { continue }
        let label = canvas.label(text, style)
        let paint = Paint(Self.textColor(colors?[row] ?? painter.plainColor), opacity: layer.mark.opacity ?? 1)
        if isFixed {
          fixed(label, place, angles?[row] ?? layer.mark.angle, paint, &canvas)
        } else if let spot = free(label, place, taken) {
          canvas.text(label, at: spot.point, anchor: spot.anchor, baseline: spot.baseline, paint: paint, isData: true)
          taken.append(label.bounds(at: spot.point, anchor: spot.anchor, baseline: spot.baseline))
        } else {
          skipped += 1
        }
      }
    }
    return skipped
  }

  /// Series colours darken for text.
  static func textColor(_ color: Color) -> Color {
    switch color {
    case .series(let index): .seriesText(index)
    case .rgb(let r, let g, let b): Theme.RGB(r, g, b).luminance > 0.9 ? color : Theme.RGB(r, g, b).darkenedForText.color
    default: color
    }
  }

  private func fixed(_ label: ChartLabel, _ place: Point, _ angle: Double, _ paint: Paint, _ canvas: inout Canvas) {
    let anchor: LabelBox.Anchor = layer.mark.align == "left" ? .start : layer.mark.align == "right" ? .end : .middle
    let baseline: LabelBox.Baseline =
      switch layer.mark.baseline {
      case "top": .top
      case "bottom": .bottom
      case "alphabetic": .alphabetic
      default: .middle
      }
    canvas.text(
      label, at: Point(place.x + layer.mark.dx, place.y + layer.mark.dy), anchor: anchor, baseline: baseline, rotation: angle, paint: paint,
      isData: true)
  }

  private typealias Spot = (point: Point, anchor: LabelBox.Anchor, baseline: LabelBox.Baseline)

  /// Right, left, above, below, then the corners.
  private func free(_ label: ChartLabel, _ place: Point, _ taken: [Rect]) -> Spot? {
    // Beside the circle of a node, not in it.
    let gap = layer.writtenType == .graph ? (NetworkGraph.nodeArea / .pi).squareRoot() + 2 : 4
    let spots: [Spot] = [
      (Point(place.x + gap, place.y), .start, .middle), (Point(place.x, place.y - gap), .middle, .bottom), (Point(place.x - gap, place.y), .end, .middle),
      (Point(place.x, place.y + gap), .middle, .top), (Point(place.x + gap, place.y - gap), .start, .bottom),
      (Point(place.x + gap, place.y + gap), .start, .top), (Point(place.x - gap, place.y - gap), .end, .bottom), (Point(place.x - gap, place.y + gap), .end, .top),
    ]
    return spots.first { spot in
      let rect = label.bounds(at: spot.point, anchor: spot.anchor, baseline: spot.baseline)
      return painter.plot.contains(rect) && !taken.contains { $0.intersects(rect) }
    }
  }
}

extension Rect {
  func contains(_ point: Point) -> Bool { point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY }
  func contains(_ other: Rect) -> Bool { other.x >= x && other.maxX <= maxX && other.y >= y && other.maxY <= maxY }
}
