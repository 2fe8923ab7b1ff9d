import Graphics

/// Draws reference lines and triangles of known slope.
struct SlopePainter {
  let line: SlopeLine
  let plot: Rect

  private var slope: MarkSpec.Slope { line.slope }
  private func point(_ share: (x: Double, y: Double)) -> Point { Point(plot.x + share.x * plot.width, plot.y + share.y * plot.height) }

  func paint(_ mark: MarkSpec, into canvas: inout Canvas) {
    if slope.isTriangle { return triangle(&canvas) }
    let samples = line.points(count: ReferenceCurves.sampleCount).map(point)
    canvas.group(name: "slope", clip: plot) { $0.add(.polyline(samples), stroke: stroke(mark)) }
    if slope.label != .hidden { annotate(slope.label.text ?? Self.defaultLabel(slope.exponent), samples, &canvas) }
  }

  private func stroke(_ mark: MarkSpec) -> Stroke {
    var stroke = ChartStyle.referenceStroke
    if let name = mark.color ?? mark.stroke, let color = ColorNames.color(name) { stroke.paint = Paint(color) }
    if let width = mark.strokeWidth { stroke.width = width }
    if let dash = mark.strokeDash { stroke.dash = dash }
    return stroke
  }

  static func defaultLabel(_ exponent: Double) -> String { "slope " + NumberFormat.shortestRounded(exponent, 3) }

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
  private func triangle(_ canvas: inout Canvas) {
    guard let corners = line.corners(inset: 10 / min(plot.width, plot.height))?.map(point) else { return }
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
