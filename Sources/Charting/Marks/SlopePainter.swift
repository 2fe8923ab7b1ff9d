import Graphics

/// Draws reference lines and triangles of known slope.
struct SlopePainter {
  let line: SlopeLine
  let plot: Rect
  /// What words keep clear of.
  var marks = DrawnMarks()

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

  /// Beside the middle of what is seen of the line, on the side with more room, clear of other labels and, if it can be, of other marks.
  private func annotate(_ text: String, _ samples: [Point], _ canvas: inout Canvas) {
    let seen = samples.filter { plot.contains($0) }
    guard seen.count > 1 else { return }
    let label = canvas.label(text, ChartStyle.annotation)
    let taken = canvas.textBoxes.map(\.rect)
    let falls = seen[seen.count - 1].y > seen[0].y
    let spots = [0.5, 0.35, 0.65, 0.2, 0.8, 0.08, 0.92].flatMap { part -> [Spot] in
      let place = seen[min(seen.count - 1, Int(part * Double(seen.count)))]
      return [true, false].map { isAbove in
        let point = Point(place.x + (isAbove == falls ? 3 : -3), place.y + (isAbove ? -2.5 : 2.5))
        return Spot(label, at: point, anchor: isAbove == falls ? .start : .end, baseline: isAbove ? .bottom : .top)
      }
    }
    let free = spots.filter { spot in plot.contains(spot.box) && !taken.contains { $0.intersects(spot.box) } }
    guard let spot = free.first(where: { !marks.touch($0.box) }) ?? free.first else { return }
    write(label, spot, &canvas)
  }

  /// A place for a label.
  private struct Spot {
    var point: Point
    var anchor: LabelBox.Anchor
    var baseline: LabelBox.Baseline
    var box: Rect

    init(_ label: ChartLabel, at point: Point, anchor: LabelBox.Anchor, baseline: LabelBox.Baseline) {
      (self.point, self.anchor, self.baseline) = (point, anchor, baseline)
      box = label.bounds(at: point, anchor: anchor, baseline: baseline)
    }
  }

  /// On thin paper of its own where there is no place without marks, which stay visible.
  private func write(_ label: ChartLabel, _ spot: Spot, _ canvas: inout Canvas) {
    if marks.touch(spot.box) { canvas.add(.rect(spot.box.insetBy(-0.5), cornerRadius: 1), fill: Paint(.role(.paper), opacity: 0.6)) }
    canvas.text(label, at: spot.point, anchor: spot.anchor, baseline: spot.baseline, paint: ChartStyle.muted, isData: true)
  }

  /// Legs of one unit along x (a decade, where there is one) and of the slope along y.
  private func triangle(_ canvas: inout Canvas) {
    guard let corners = line.corners(inset: 10 / min(plot.width, plot.height))?.map(point) else { return }
    canvas.add(.polygon(corners), stroke: Stroke(Paint(.role(.axis)), width: 0.75, join: .miter))
    let one = canvas.label("1", ChartStyle.annotation)
    let ratio = canvas.label(slope.label.text ?? NumberFormat.shortestRounded(abs(slope.exponent), 3), ChartStyle.annotation)
    let flat = slope.exponent < 0 ? corners[1].y : corners[0].y
    let steep = slope.exponent < 0 ? corners[0].x : corners[1].x
    let middle = Point((corners[0].x + corners[1].x) / 2, (corners[0].y + corners[1].y) / 2)
    let isLeft = slope.exponent < 0
    // Outside the triangle, else inside it.
    let across = [Spot(one, at: Point(middle.x, flat + 2), anchor: .middle, baseline: .top), Spot(one, at: Point(middle.x, flat - 2), anchor: .middle, baseline: .bottom)]
    let upright = [true, false].map { isOutside in
      Spot(ratio, at: Point(steep + (isLeft == isOutside ? -2.5 : 2.5), middle.y), anchor: isLeft == isOutside ? .end : .start, baseline: .middle)
    }
    for (label, spots) in [(one, across), (ratio, upright)] { write(label, spots.first { !marks.touch($0.box) } ?? spots[0], &canvas) }
  }
}
