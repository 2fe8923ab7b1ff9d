extension Shape {
  /// Coordinates beyond this are as good as infinite: they overflow the fixed-point numbers of the painters.
  static let farthest = 1e6

  /// What of the shape can be painted: itself when all its coordinates are sound.
  ///
  /// A line breaks where a coordinate is not a number or infinite; other shapes lose the vertex, or vanish.
  /// Coordinates farther than `farthest` are clamped.
  var paintable: [Shape] {
    switch self {
    case .polyline(let points):
      if points.allSatisfy(\.isNear) { return points.isEmpty ? [] : [self] }
      let runs = points.split(omittingEmptySubsequences: true) { !$0.isFinite }
      return runs.filter { $0.count > 1 }.map { .polyline($0.map(\.clamped)) }
    case .polygon(let points):
      if points.allSatisfy(\.isNear) { return points.count < 2 ? [] : [self] }
      let kept = points.filter(\.isFinite).map(\.clamped)
      return kept.count < 3 ? [] : [.polygon(kept)]
    case .rect(let rect, let radius):
      guard rect.isFinite, radius.isFinite else { return [] }
      let limits = Rect(x: -Shape.farthest, y: -Shape.farthest, width: 2 * Shape.farthest, height: 2 * Shape.farthest)
      return [.rect(rect.standardized.intersection(limits), cornerRadius: max(0, radius))]
    case .circle(let center, let radius):
      return center.isNear && radius > 0 && radius < Shape.farthest ? [self] : []
    case .path(let commands):
      if commands.allSatisfy({ $0.points.allSatisfy(\.isNear) }) { return commands.isEmpty ? [] : [self] }
      let kept = Shape.sound(commands)
      return kept.isEmpty ? [] : [.path(kept)]
    }
  }

  /// Drops commands with unsound points; the next one then moves to where it would have gone.
  private static func sound(_ commands: [PathCommand]) -> [PathCommand] {
    var kept: [PathCommand] = []
    var isBroken = true
    for command in commands {
      guard command.points.allSatisfy(\.isFinite) else {
        isBroken = true
        continue
      }
      switch command {
      case .move(let point): kept.append(.move(point.clamped))
      case .line(let point): kept.append(isBroken ? .move(point.clamped) : .line(point.clamped))
      case .curve(let a, let b, let point):
        kept.append(isBroken ? .move(point.clamped) : .curve(a.clamped, b.clamped, to: point.clamped))
      case .close:
        if isBroken { continue }
        kept.append(.close)
      }
      isBroken = false
    }
    return kept
  }
}

extension PathCommand {
  var points: [Point] {
    switch self {
    case .move(let point), .line(let point): [point]
    case .curve(let a, let b, let point): [a, b, point]
    case .close: []
    }
  }
}

extension Point {
  var isFinite: Bool { x.isFinite && y.isFinite }
  /// Finite and not absurdly far away.
  var isNear: Bool { abs(x) <= Shape.farthest && abs(y) <= Shape.farthest }
  var clamped: Point {
    Point(min(max(x, -Shape.farthest), Shape.farthest), min(max(y, -Shape.farthest), Shape.farthest))
  }
}

extension Rect {
  var isFinite: Bool { x.isFinite && y.isFinite && width.isFinite && height.isFinite }

  /// The same area with sides that are not negative.
  var standardized: Rect {
    Rect(x: min(x, x + width), y: min(y, y + height), width: abs(width), height: abs(height))
  }

  /// The common area; empty at a corner when there is none.
  func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: max(0, min(maxX, other.maxX) - left), height: max(0, min(maxY, other.maxY) - top))
  }
}
