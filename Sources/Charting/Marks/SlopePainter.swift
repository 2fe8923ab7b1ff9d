import Graphics
import NumericalCore
import Tables

/// Reference lines and triangles of known slope, and curves of expressions.
struct SlopePainter {
  let x: ContinuousScale
  let y: ContinuousScale
  let plot: Rect

  private func point(_ a: Double, _ b: Double) -> Point {
    Point(plot.x + x.position(a) * plot.width, plot.y + (1 - y.position(b)) * plot.height)
  }

  /// y as a function of x through a place: a power on log-log axes, an exponential on a log y axis, a line else.
  private func curve(_ exponent: Double, through place: (Double, Double)) -> (Double) -> Double {
    switch (x.transform.isLog, y.transform.isLog) {
    case (true, true): { place.1 * FractionalPower.of($0 / place.0, exponent) }
    case (false, true): { place.1 * Elementary.exp(exponent * ($0 - place.0)) }
    case (true, false): { place.1 + exponent * Elementary.log($0 / place.0) }
    case (false, false): { place.1 + exponent * ($0 - place.0) }
    }
  }

  /// - Parameter anchor: the place that the line goes through, in data space.
  func paint(_ slope: MarkSpec.Slope, mark: MarkSpec, anchor: (Double, Double), isOnSeries: Bool, into canvas: inout Canvas) {
    var place = anchor
    if let offset = slope.offset {
      place.1 = y.transform.isLog ? place.1 * offset : place.1 + offset
    } else if isOnSeries {
      // Off the curve by a tenth of the plot, so that both can be seen.
      let shifted = y.position(place.1) + 0.1
      place.1 = y.value(at: shifted < 1 ? shifted : y.position(place.1) - 0.1)
    }
    let value = curve(slope.exponent, through: place)
    let label = slope.label == .hidden ? nil : slope.label.text ?? Self.defaultLabel(slope.exponent)
    if slope.isTriangle {
      triangle(slope, value, place, mark, &canvas)
      return
    }
    let ends = extent(slope, place)
    let samples = sampled(ends.0, ends.1, value)
    canvas.group(name: "slope", clip: plot) { $0.add(.polyline(samples), stroke: stroke(mark)) }
    if let label { annotate(label, samples, &canvas) }
  }

  private func stroke(_ mark: MarkSpec) -> Stroke {
    var stroke = ChartStyle.referenceStroke
    if let name = mark.color ?? mark.stroke, let color = ColorNames.color(name) { stroke.paint = Paint(color) }
    if let width = mark.strokeWidth { stroke.width = width }
    if let dash = mark.strokeDash { stroke.dash = dash }
    return stroke
  }

  static func defaultLabel(_ exponent: Double) -> String { "slope " + NumberFormat.shortestRounded(exponent, 3) }

  private func extent(_ slope: MarkSpec.Slope, _ place: (Double, Double)) -> (Double, Double) {
    if let extent = slope.extent { return (extent.lowerBound, extent.upperBound) }
    let center = x.position(place.0)
    switch slope.anchor {
    case .last: return (x.value(at: max(0, center - 0.55)), place.0)
    case .first: return (place.0, x.value(at: min(1, center + 0.55)))
    case .point: return (x.value(at: 0), x.value(at: 1))
    }
  }

  func sampled(_ from: Double, _ to: Double, count: Int = 200, _ value: (Double) -> Double) -> [Point] {
    let (a, b) = (x.position(from), x.position(to))
    return (0..<count).compactMap { index in
      let place = x.value(at: a + (b - a) * Double(index) / Double(count - 1))
      let result = point(place, value(place))
      return result.x.isFinite && result.y.isFinite && abs(result.y) < 1e5 ? result : nil
    }
  }

  /// Beside the middle of what is seen of the line, on the side with more room, and clear of other labels.
  private func annotate(_ text: String, _ samples: [Point], _ canvas: inout Canvas) {
    let seen = samples.filter { plot.contains($0) }
    guard seen.count > 1 else { return }
    let label = canvas.label(text, ChartStyle.annotation)
    let taken = canvas.textBoxes.map(\.rect)
    let falls = seen[seen.count - 1].y > seen[0].y
    for part in [0.5, 0.35, 0.65, 0.2, 0.8, 0.08, 0.92] {
      let place = seen[min(seen.count - 1, Int(part * Double(seen.count)))]
      for isAbove in [true, false] {
        let spot = Point(place.x + (isAbove == falls ? 3 : -3), place.y + (isAbove ? -2.5 : 2.5))
        let anchor: LabelBox.Anchor = isAbove == falls ? .start : .end
        let rect = label.bounds(at: spot, anchor: anchor, baseline: isAbove ? .bottom : .top)
        if plot.contains(rect), !taken.contains(where: { $0.intersects(rect) }) {
          canvas.text(label, at: spot, anchor: anchor, baseline: isAbove ? .bottom : .top, paint: ChartStyle.muted, isData: true)
          return
        }
      }
    }
  }

  /// Legs of one unit along x (a decade, where there is one) and of the slope along y.
  private func triangle(_ slope: MarkSpec.Slope, _ value: (Double) -> Double, _ place: (Double, Double), _ mark: MarkSpec, _ canvas: inout Canvas) {
    let inner = plot.insetBy(10)
    let center = min(0.9, max(0.1, x.position(place.0)))
    var width = 0.18
    var corners: [Point] = []
    for _ in 0..<6 {
      let ends = (x.value(at: max(0.04, center - width / 2)), x.value(at: min(0.96, center + width / 2)))
      let (a, b) = (point(ends.0, value(ends.0)), point(ends.1, value(ends.1)))
      corners = [a, b, slope.exponent < 0 ? Point(a.x, b.y) : Point(b.x, a.y)]
      if corners.allSatisfy(inner.contains) { break }
      width *= 0.8
    }
    guard corners.count == 3, corners.allSatisfy(plot.contains) else { return }
    canvas.add(.polygon(corners), stroke: Stroke(Paint(.role(.axis)), width: 0.75, join: .miter))
    let one = canvas.label("1", ChartStyle.annotation)
    let ratio = canvas.label(slope.label.text ?? NumberFormat.shortestRounded(abs(slope.exponent), 3), ChartStyle.annotation)
    let flat = slope.exponent < 0 ? corners[1].y : corners[0].y
    let steep = slope.exponent < 0 ? corners[0].x : corners[1].x
    canvas.text(one, at: Point((corners[0].x + corners[1].x) / 2, flat + 2), anchor: .middle, baseline: .top, paint: ChartStyle.muted, isData: true)
    canvas.text(
      ratio, at: Point(steep + (slope.exponent < 0 ? -2.5 : 2.5), (corners[0].y + corners[1].y) / 2), anchor: slope.exponent < 0 ? .end : .start,
      baseline: .middle, paint: ChartStyle.muted, isData: true)
  }
}
