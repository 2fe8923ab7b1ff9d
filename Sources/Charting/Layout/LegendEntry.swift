import Graphics
import Tables

/// One row of a legend.
struct LegendEntry {
  var label: ChartLabel
  var value: Value
  /// The whole stack of layers in small: band, line, point.
  var line: Stroke?
  var band: Paint?
  var point: (shape: PointShape, paint: Paint, isFilled: Bool, area: Double)?
  var swatch: Paint?
}

/// A legend to be drawn.
struct LegendModel {
  enum Content {
    case entries([LegendEntry])
    case bar(ColorScheme, ContinuousScale, ticks: [(place: Double, label: ChartLabel)])
  }

  var channel: Channel
  var title: ChartLabel?
  var content: Content
  /// How many entries stand side by side, if the author says so.
  var columns: Int?

  var isBar: Bool { if case .bar = content { true } else { false } }
}
