import Graphics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The outlines of points, all of the same area.
enum PointShapes {
  static func isOpen(_ shape: PointShape) -> Bool { shape == .x || shape == .cross }

  /// - Parameter angle: degrees clockwise.
  static func turned(_ shape: Shape, by angle: Double, around center: Point) -> Shape {
    guard angle.isFinite, angle != 0 else { return shape }
    let (sine, cosine) = (sin(angle * .pi / 180), cos(angle * .pi / 180))
    func moved(_ point: Point) -> Point {
      let (dx, dy) = (point.x - center.x, point.y - center.y)
      return Point(center.x + dx * cosine - dy * sine, center.y + dx * sine + dy * cosine)
    }
    switch shape {
    case .polygon(let points): return .polygon(points.map(moved))
    case .rect(let rect, _):
      return .polygon([Point(rect.x, rect.y), Point(rect.maxX, rect.y), Point(rect.maxX, rect.maxY), Point(rect.x, rect.maxY)].map(moved))
    case .path(let commands):
      return .path(commands.map { command in
        switch command {
        case .move(let point): .move(moved(point))
        case .line(let point): .line(moved(point))
        default: command
        }
      })
    default: return shape
    }
  }

  static func shape(_ shape: PointShape, at center: Point, area: Double) -> Shape {
    func around(_ corners: [(Double, Double)], _ scale: Double) -> [Point] {
      corners.map { Point(center.x + $0.0 * scale, center.y + $0.1 * scale) }
    }
    switch shape {
    case .circle: return .circle(center: center, radius: (area / .pi).squareRoot())
    case .square:
      let side = area.squareRoot()
      return .rect(Rect(x: center.x - side / 2, y: center.y - side / 2, width: side, height: side), cornerRadius: 0)
    case .diamond: return .polygon(around([(0, -1), (1, 0), (0, 1), (-1, 0)], (area / 2).squareRoot() * 1.1))
    case .triangleUp: return .polygon(around([(0, -1.1547), (1, 0.57735), (-1, 0.57735)], (area / 1.732).squareRoot() * 1.1))
    case .triangleDown: return .polygon(around([(0, 1.1547), (1, -0.57735), (-1, -0.57735)], (area / 1.732).squareRoot() * 1.1))
    case .cross:
      let arm = area.squareRoot() * 0.62
      return .path([
        .move(Point(center.x - arm, center.y)), .line(Point(center.x + arm, center.y)), .move(Point(center.x, center.y - arm)),
        .line(Point(center.x, center.y + arm)),
      ])
    case .x:
      let arm = area.squareRoot() * 0.5
      return .path([
        .move(Point(center.x - arm, center.y - arm)), .line(Point(center.x + arm, center.y + arm)), .move(Point(center.x - arm, center.y + arm)),
        .line(Point(center.x + arm, center.y - arm)),
      ])
    }
  }
}
