import Graphics

/// Where the lines and points of a panel stand, for words that keep clear of them.
struct DrawnMarks {
  private var lines: [[Point]] = []
  private var points: [Point] = []

  init() {}

  init(_ layers: [LayerData], _ geometries: [MarkGeometry], plot: Rect) {
    for (layer, geometry) in zip(layers, geometries) where layer.mark.type != .slope {
      for series in geometry.series {
        let places = zip(series.x, series.y).map { Point(plot.x + $0 * plot.width, plot.y + $1 * plot.height) }
        switch layer.primitive {
        case .line: lines.append(places)
        case .point: points += places
        default: break
        }
      }
    }
  }

  /// Whether a line or a point stands in a box or at its edge.
  ///
  /// - Complexity: O(points of the panel).
  func touch(_ box: Rect) -> Bool {
    let near = box.insetBy(-1)
    if points.contains(where: { near.contains($0) }) { return true }
    return lines.contains { line in zip(line, line.dropFirst()).contains { Self.crosses(near, $0, $1) } }
  }

  /// Whether a segment has a point in the box: clipped by its two pairs of sides (Liang and Barsky).
  static func crosses(_ box: Rect, _ a: Point, _ b: Point) -> Bool {
    var (from, to) = (0.0, 1.0)
    for (start, step, low, high) in [(a.x, b.x - a.x, box.x, box.maxX), (a.y, b.y - a.y, box.y, box.maxY)] {
      if step == 0 {
        guard start >= low && start <= high else { return false }
        continue
      }
      let (first, second) = ((low - start) / step, (high - start) / step)
      from = max(from, min(first, second))
      to = min(to, max(first, second))
    }
    return from <= to
  }
}
