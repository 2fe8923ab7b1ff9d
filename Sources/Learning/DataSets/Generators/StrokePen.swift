/// One drawing of a digit: its line segments in the unit square, x to the right and y downwards, and the pen.
struct StrokePen {
  /// From `start` along `(dx, dy)`; `inverseSquare` is one over the squared length.
  private struct Segment {
    var x: Double
    var y: Double
    var dx: Double
    var dy: Double
    var inverseSquare: Double
  }

  let digit: Int
  private let halfThickness: Double
  private let amplitude: Double
  private let segments: [Segment]

  /// Draws digit, angle, two scales, shear, two shifts, thickness and amplitude, in this order.
  init(from generator: inout SplitMix64) {
    digit = Int(10 * generator.uniform())
    let angle = 0.6 * (generator.uniform() - 0.5)
    let scaleX = 0.7 + 0.3 * generator.uniform()
    let scaleY = 0.7 + 0.3 * generator.uniform()
    let shear = 0.5 * (generator.uniform() - 0.5)
    let shiftX = 0.2 * (generator.uniform() - 0.5)
    let shiftY = 0.2 * (generator.uniform() - 0.5)
    halfThickness = 0.03 + 0.04 * generator.uniform()
    amplitude = 0.6 + 0.4 * generator.uniform()
    let (sine, cosine) = StrokePen.sineAndCosine(angle)
    let points = StrokeGlyphs.points[digit].map { point in
      let a = scaleX * (point.x - 0.5 + shear * (point.y - 0.5))
      let b = scaleY * (point.y - 0.5)
      return SIMD2(a * cosine - b * sine + 0.5 + shiftX, a * sine + b * cosine + 0.5 + shiftY)
    }
    segments = zip(points, points.dropFirst()).map { start, end in
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      return Segment(x: start.x, y: start.y, dx: dx, dy: dy, inverseSquare: 1 / (dx * dx + dy * dy))
    }
  }

  /// The value of a pixel around (x, y) in an image of the given side: the amplitude within the line, fading over a pixel.
  func ink(x: Double, y: Double, side: Int) -> Double {
    var nearest = Double.infinity
    for segment in segments {
      let (px, py) = (x - segment.x, y - segment.y)
      let along = min(max((px * segment.dx + py * segment.dy) * segment.inverseSquare, 0), 1)
      let (ex, ey) = (px - along * segment.dx, py - along * segment.dy)
      nearest = min(nearest, ex * ex + ey * ey)
    }
    let coverage = 0.5 + (halfThickness - nearest.squareRoot()) * Double(side)
    return amplitude * min(max(coverage, 0), 1)
  }

  /// Sine and cosine of a small angle by their series, as the system's differ in the last bit from machine to machine.
  /// - Accuracy: 2⁻⁵² relative for |angle| ≤ 0.3.
  static func sineAndCosine(_ angle: Double) -> (sine: Double, cosine: Double) {
    let square = angle * angle
    var sine = 1.0
    var cosine = 1.0
    for n in stride(from: 14, through: 2, by: -2) {
      sine = 1 - square / Double(n * (n + 1)) * sine
      cosine = 1 - square / Double(n * (n - 1)) * cosine
    }
    return (angle * sine, cosine)
  }
}
