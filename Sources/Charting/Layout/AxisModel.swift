import Graphics
import Tables

/// The ticks of one axis for a given length.
struct AxisModel {
  struct Tick {
    /// Share of the axis from the left or top.
    var place: Double
    var label: ChartLabel?
  }

  var channel: Channel
  var ticks: [Tick]
  var minor: [Double] = []
  var title: String
  var spec: AxisSpec
  var isDiscrete: Bool
  /// Labels under the axis are turned by so many degrees.
  var angle = 0.0
  var hasGrid = false
  /// A place on the axis where the value 0 lies inside the domain.
  var zero: Double?
  var skippedLabels = 0

  var isHidden: Bool { spec.isHidden }
  var showsLabels: Bool { !spec.isHidden && spec.labels != false }

  /// How far the labels reach away from the plot, ticks included.
  var extent: Double {
    guard showsLabels else { return isHidden ? 0 : ChartStyle.tickLength }
    let shown = ticks.compactMap(\.label)
    guard !shown.isEmpty else { return ChartStyle.tickLength }
    let reach = ChartStyle.tickLength + ChartStyle.tickLabelGap
    if channel == .y { return reach + (shown.map(\.width).max() ?? 0) }
    return reach + (shown.map { Self.turned($0, at: 0, angle).maxY }.max() ?? 0)
  }

  /// How far the first and last label reach beyond the ends of an axis of a length.
  func overhang(length: Double) -> (before: Double, after: Double) {
    guard showsLabels else { return (0, 0) }
    var (before, after) = (0.0, 0.0)
    for tick in ticks {
      guard let label = tick.label else { continue }
      let place = tick.place * length
      if channel == .y {
        before = max(before, label.height / 2 - place)
        after = max(after, place + label.height / 2 - length)
      } else if angle == 0 {
        before = max(before, label.width / 2 - place)
        after = max(after, place + label.width / 2 - length)
      } else {
        let bounds = Self.turned(label, at: place, angle)
        before = max(before, -bounds.x)
        after = max(after, bounds.maxX - length)
      }
    }
    return (before, after)
  }

  /// Where a label under the axis comes to stand, from the start of the axis and the top of the labels.
  static func turned(_ label: ChartLabel, at place: Double, _ angle: Double) -> Rect {
    let (point, anchor, baseline) = placement(of: label, at: place, angle)
    return label.bounds(at: point, anchor: anchor, baseline: baseline, rotation: angle)
  }

  /// The point that a label under the axis hangs by: its middle, or the end that is nearer to the axis.
  static func placement(of label: ChartLabel, at place: Double, _ angle: Double) -> (point: Point, anchor: LabelBox.Anchor, baseline: LabelBox.Baseline) {
    if angle == 0 { return (Point(place, 0), .middle, .top) }
    let anchor: LabelBox.Anchor = angle < 0 ? .end : .start
    let top = label.bounds(at: Point(place, 0), anchor: anchor, baseline: .middle, rotation: angle).y
    return (Point(place, -top), anchor, .middle)
  }
}
