import Graphics

@testable import Charting

/// What no chart may do: texts on each other, anything cut off by the edge, panels of a row at different heights.
enum LayoutChecks {
  /// How far boxes may reach into each other, in points: the rooms above and below letters, which no ink fills.
  static let slack = 0.6

  static func faults(_ result: ChartResult) -> [String] {
    guard let list = result.list else { return ["no drawing"] }
    return texts(result, list) + marks(list) + panels(result)
  }

  // MARK: Texts

  private static func texts(_ result: ChartResult, _ list: DisplayList) -> [String] {
    var faults: [String] = []
    let boxes = result.textBoxes.filter { !$0.text.isEmpty }
    for (index, box) in boxes.enumerated() {
      let rect = box.rect
      if rect.x < -0.5 || rect.y < -0.5 || rect.maxX > list.width + 0.5 || rect.maxY > list.height + 0.5 {
        faults.append("'\(box.text)' leaves the frame: \(rect) of \(list.width) × \(list.height)")
      }
      for other in boxes[(index + 1)...] where rect.insetBy(slack).intersects(other.rect.insetBy(slack)) && overlap(box.corners, other.corners) {
        faults.append("'\(box.text)' overlaps '\(other.text)'")
      }
    }
    return faults
  }

  /// Whether two convex quadrangles share more than the slack: no side of either separates them.
  static func overlap(_ a: [Point], _ b: [Point]) -> Bool {
    for (first, second) in [(a[0], a[1]), (a[1], a[2]), (b[0], b[1]), (b[1], b[2])] {
      let (dx, dy) = (second.x - first.x, second.y - first.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0 else { return false }
      func extent(_ corners: [Point]) -> (Double, Double) {
        let places = corners.map { ($0.x * -dy + $0.y * dx) / length }
        return (places.min() ?? 0, places.max() ?? 0)
      }
      let (one, two) = (extent(a), extent(b))
      if one.1 - slack <= two.0 + slack || two.1 - slack <= one.0 + slack { return false }
    }
    return true
  }

  // MARK: Marks

  /// Shapes and images outside the frame, or at places that are no numbers.
  private static func marks(_ list: DisplayList) -> [String] {
    var worst: [String] = []
    walk(list.items, within: nil, by: Point(0, 0)) { rect, what in
      if !rect.x.isFinite || !rect.y.isFinite || !rect.width.isFinite || !rect.height.isFinite {
        worst.append("\(what) at no place")
      } else if rect.x < -0.5 || rect.y < -0.5 || rect.maxX > list.width + 0.5 || rect.maxY > list.height + 0.5 {
        worst.append("\(what) leaves the frame: \(rect) of \(list.width) × \(list.height)")
      }
    }
    return Array(worst.prefix(3))
  }

  /// What is seen of every shape and image: its bounds cut by the clips around it.
  private static func walk(_ items: [DisplayItem], within clip: Rect?, by shift: Point, _ visit: (Rect, String) -> Void) {
    for item in items {
      switch item {
      case .group(let group):
        let inner = Point(shift.x + group.translation.x, shift.y + group.translation.y)
        var narrowed = clip
        if let own = group.clip {
          let moved = Rect(x: own.x + inner.x, y: own.y + inner.y, width: own.width, height: own.height)
          narrowed = clip.map { cut(moved, $0) } ?? moved
        }
        walk(group.items, within: narrowed, by: inner, visit)
      case .shape(let shape):
        let half = (shape.stroke?.width ?? 0) / 2
        let bounds = bounds(shape.shape).insetBy(-half)
        visit(seen(bounds, clip, shift), "a shape")
      case .image(let image): visit(seen(image.frame, clip, shift), "an image")
      case .text, .glyphs: break
      }
    }
  }

  private static func seen(_ bounds: Rect, _ clip: Rect?, _ shift: Point) -> Rect {
    let moved = Rect(x: bounds.x + shift.x, y: bounds.y + shift.y, width: bounds.width, height: bounds.height)
    guard moved.x.isFinite, moved.y.isFinite, moved.width.isFinite, moved.height.isFinite else { return moved }
    return clip.map { cut(moved, $0) } ?? moved
  }

  private static func cut(_ rect: Rect, _ clip: Rect) -> Rect {
    let (x, y) = (min(max(rect.x, clip.x), clip.maxX), min(max(rect.y, clip.y), clip.maxY))
    return Rect(x: x, y: y, width: max(0, min(rect.maxX, clip.maxX) - x), height: max(0, min(rect.maxY, clip.maxY) - y))
  }

  private static func bounds(_ shape: Shape) -> Rect {
    switch shape {
    case .polyline(let points), .polygon(let points): return around(points)
    case .rect(let rect, _): return rect
    case .circle(let center, let radius): return Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
    case .path(let commands):
      return around(
        commands.flatMap { command -> [Point] in
          switch command {
          case .move(let point), .line(let point): [point]
          case .curve(_, _, let point): [point]
          case .close: []
          }
        })
    }
  }

  private static func around(_ points: [Point]) -> Rect {
    guard let first = points.first else { return Rect(x: 0, y: 0, width: 0, height: 0) }
    var (low, high) = (first, first)
    for point in points {
      if !point.x.isFinite || !point.y.isFinite { return Rect(x: .nan, y: .nan, width: 0, height: 0) }
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    return Rect(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }

  // MARK: Panels

  /// Panels side by side share the top edges of their plots; panels above each other share the left ones.
  private static func panels(_ result: ChartResult) -> [String] {
    var faults: [String] = []
    for (index, plot) in result.plots.enumerated() {
      if plot.width < 20 || plot.height < 15 { faults.append("a plot of \(plot.width) × \(plot.height) points") }
      for other in result.plots[(index + 1)...] where plot.intersects(other) { faults.append("plots on each other: \(plot) and \(other)") }
    }
    return faults
  }
}
