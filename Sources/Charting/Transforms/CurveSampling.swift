#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Points along a smooth curve, denser where it bends: the rule of Vega, so that curves have the same vertices.
enum CurveSampling {
  /// Half a degree: below it a curve is straight enough.
  private static let straightness = 0.5 * Double.pi / 180

  /// - Parameters:
  ///   - minimum: how many equal steps the extent has at least.
  ///   - maximum: no step is halved below the extent over this; equal to `minimum` for equal steps.
  static func points(_ extent: ClosedRange<Double>, minimum: Int, maximum: Int, _ value: (Double) -> Double) -> [(x: Double, y: Double)] {
    let (low, high) = (extent.lowerBound, extent.upperBound)
    let span = high - low
    func point(_ x: Double) -> (x: Double, y: Double) { (x, value(x)) }
    let even = (0...minimum).map { step in point(step == minimum ? high : low + Double(step) / Double(minimum) * span) }
    if minimum == maximum || span <= 0 { return even }
    var done = [even[0]]
    var waiting = Array(even.dropFirst().reversed())
    let ys = even.map(\.y)
    let (scaleX, scaleY) = (1 / span, 1 / ((ys.max() ?? 1) - (ys.min() ?? 0)))
    let shortest = span / Double(maximum)
    while let next = waiting.last, let previous = done.last {
      let middle = point((previous.x + next.x) / 2)
      let whole = atan2(scaleY * (next.y - previous.y), scaleX * (next.x - previous.x))
      let half = atan2(scaleY * (middle.y - previous.y), scaleX * (middle.x - previous.x))
      if middle.x - previous.x >= shortest && abs(whole - half) > straightness {
        waiting.append(middle)
      } else {
        done.append(next)
        waiting.removeLast()
      }
    }
    return done
  }
}
