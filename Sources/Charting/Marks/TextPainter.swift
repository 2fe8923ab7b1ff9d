import Graphics
import Tables
import Typography

/// Places the texts of a layer: where the author says, or at the first of eight places that is free.
struct TextPainter {
  let painter: MarkPainter
  /// Whether the texts stand on coloured cells, which are the same in light and dark: then so are the texts.
  var standsOnCells = false
  private var layer: LayerData { painter.layer }

  /// - Returns: how many texts found no place.
  func paint(_ geometry: MarkGeometry, into canvas: inout Canvas) -> Int {
    let style = TextStyle(layer.mark.isBold ? .sansBold : .sans, size: max(7, layer.mark.fontSize ?? layer.mark.size ?? ChartStyle.annotation.size))
    let colors = painter.visuals.colors(.color) ?? painter.visuals.colors(.fill)
    let isCellText = layer.channel(.x).map { $0.type.isDiscrete || $0.isBinned } ?? false && layer.channel(.y).map { $0.type.isDiscrete || $0.isBinned } ?? false
    let isFixed = isCellText || layer.mark.align != nil || layer.mark.baseline != nil || layer.mark.dx != 0 || layer.mark.dy != 0 || layer.mark.angle != 0 || layer.channel(.angle) != nil
    var taken = TakenPlaces(painter.plot, canvas.textBoxes.map(\.rect))
    // No text is smaller than this; where it has no place, no text is measured.
    let least = spots(canvas.label(".", style))
    let angles = painter.visuals.angles()
    var refusals = RefusedTexts(count: geometry.series.reduce(0) { $0 + $1.rows.count })
    var skipped = 0
    for series in geometry.series {
      guard let texts = series.texts else { continue }
      for (index, row) in series.rows.enumerated() where !texts.isEmpty(row) {
        let place = painter.point(series.x[index], series.y[index])
        guard painter.clip.insetBy(-2).contains(place) else { continue }
        if !isFixed, refusals.refuses(place) || free(least, place, taken) == nil {
          skipped += 1
          continue
        }
        let label = canvas.label(texts[row], style)
        let color = colors?[row] ?? painter.plainColor
        let paint = Paint(Self.textColor(standsOnCells ? Theme.light.rgb(color).color : color), opacity: layer.mark.opacity ?? 1)
        if isFixed {
          fixed(label, place, angles?[row] ?? layer.mark.angle, paint, &canvas)
        } else if let spot = free(spots(label), place, taken) {
          let point = Point(place.x + spot.offset.x, place.y + spot.offset.y)
          canvas.text(label, at: point, anchor: spot.anchor, baseline: spot.baseline, paint: paint, isData: true)
          taken.insert(spot.box.moved(place))
        } else {
          skipped += 1
          refusals.insert(place)
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

  /// A place for a label beside its point.
  private struct Spot {
    var offset: Point
    var anchor: LabelBox.Anchor
    var baseline: LabelBox.Baseline
    /// The label's box, from its point.
    var box: Rect
  }

  /// Right, left, above, below, then the corners.
  private func spots(_ label: ChartLabel) -> [Spot] {
    // Beside the circle of a node, not in it.
    let gap = layer.writtenType == .graph ? (NetworkGraph.nodeArea / .pi).squareRoot() + 2 : 4
    let places: [(Double, Double, LabelBox.Anchor, LabelBox.Baseline)] = [
      (gap, 0, .start, .middle), (0, -gap, .middle, .bottom), (-gap, 0, .end, .middle), (0, gap, .middle, .top), (gap, -gap, .start, .bottom),
      (gap, gap, .start, .top), (-gap, -gap, .end, .bottom), (-gap, gap, .end, .top),
    ]
    return places.map { x, y, anchor, baseline in
      let offset = Point(x, y)
      return Spot(offset: offset, anchor: anchor, baseline: baseline, box: label.bounds(at: offset, anchor: anchor, baseline: baseline))
    }
  }

  /// The first spot inside the plot where nothing else stands.
  private func free(_ spots: [Spot], _ place: Point, _ taken: TakenPlaces) -> Spot? {
    spots.first { spot in
      let box = spot.box.moved(place)
      return painter.plot.contains(box) && taken.isFree(box)
    }
  }
}

extension Rect {
  func moved(_ offset: Point) -> Rect { Rect(x: x + offset.x, y: y + offset.y, width: width, height: height) }
  func contains(_ point: Point) -> Bool { point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY }
  func contains(_ other: Rect) -> Bool { other.x >= x && other.maxX <= maxX && other.y >= y && other.maxY <= maxY }
}
