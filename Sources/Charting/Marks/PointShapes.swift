import Graphics

/// The outlines of points, all of the same area.
enum PointShapes {
  static func isOpen(_ shape: PointShape) -> Bool { shape == .x || shape == .cross }

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
