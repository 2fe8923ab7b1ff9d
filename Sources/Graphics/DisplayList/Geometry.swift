/// A point in points, y down.
package struct Point: Sendable, Hashable {
  package var x: Double
  package var y: Double

  package init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle in points.
package struct Rect: Sendable, Hashable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var maxX: Double { x + width }
  package var maxY: Double { y + height }

  package func intersects(_ other: Rect) -> Bool {
    x < other.maxX && other.x < maxX && y < other.maxY && other.y < maxY
  }
}

/// A geometric figure.
package indirect enum Shape: Sendable, Equatable {
  /// An open chain of straight segments.
  case polyline([Point])
  /// A closed chain.
  case polygon([Point])
  case rect(Rect, cornerRadius: Double)
  case circle(center: Point, radius: Double)
  case path([PathCommand])
}

package enum PathCommand: Sendable, Equatable {
  case move(Point)
  case line(Point)
  case curve(Point, Point, to: Point)
  case close
}
