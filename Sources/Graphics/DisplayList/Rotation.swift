#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A turn clockwise on the page (y down); quarter turns are exact.
package struct Rotation: Sendable, Hashable {
  package let degrees: Double
  package let cosine: Double
  package let sine: Double

  package init(degrees: Double) {
    self.degrees = degrees
    switch degrees.truncatingRemainder(dividingBy: 360) {
    case 0: (cosine, sine) = (1, 0)
    case 90, -270: (cosine, sine) = (0, 1)
    case 180, -180: (cosine, sine) = (-1, 0)
    case 270, -90: (cosine, sine) = (0, -1)
    case let angle: (cosine, sine) = (cos(angle * .pi / 180), sin(angle * .pi / 180))
    }
  }

  package var isNone: Bool { sine == 0 && cosine == 1 }

  /// Turns the vector `offset` and adds it to `center`.
  package func apply(_ offset: Point, about center: Point) -> Point {
    Point(center.x + offset.x * cosine - offset.y * sine, center.y + offset.x * sine + offset.y * cosine)
  }
}
