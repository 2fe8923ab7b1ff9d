import Diagnostics
import Tables

/// The type of a mark, as written.
enum MarkType: String, Sendable, CaseIterable {
  case line, trail, point, circle, square, area, bar, rect, rule, text, tick, errorband, errorbar, boxplot
  /// Reference lines and curves (not Vega-Lite).
  case slope, function
  /// Lines of equal value over a grid, paths with a direction, grids of small pictures, networks of nodes (not Vega-Lite).
  case contour, trajectory, images, graph
}

/// The interval that a band of replicates shows.
enum BandKind: String, Sendable, CaseIterable {
  case ci95, sd, sem, iqr, minmax
}

/// A mark with its properties; nil leaves a property to the rules.
struct MarkSpec: Sendable, Equatable {
  enum Orientation: String, Sendable { case horizontal, vertical }

  enum Interpolation: String, Sendable, CaseIterable {
    case linear, step, stepAfter = "step-after", stepBefore = "step-before", monotone, natural, basis, cardinal
    case catmullRom = "catmull-rom", bundle, linearClosed = "linear-closed", basisOpen = "basis-open", cardinalOpen = "cardinal-open"
    case basisClosed = "basis-closed", cardinalClosed = "cardinal-closed"
  }

  /// What becomes of rows whose place is missing or has no place on its scale.
  enum InvalidMode: String, Sendable, CaseIterable {
    case filter, show
    case breakPathsFilterDomains = "break-paths-filter-domains", breakPathsShowDomains = "break-paths-show-domains"
    case breakPathsShowPathDomains = "break-paths-show-path-domains"
  }

  enum Part: String, Sendable, CaseIterable { case box, median, outliers, rule }

  /// A length along an axis: in points, or as a share of the band.
  enum Length: Sendable, Equatable {
    case points(Double)
    case band(Double)
  }

  /// A reference line of known slope.
  struct Slope: Sendable, Equatable {
    enum Anchor: Sendable, Equatable {
      case point(Double, Double)
      case first
      case last
    }

    var exponent = 1.0
    var anchor: Anchor = .last
    /// The series whose point is meant; nil takes the lowest.
    var series: Value?
    /// The part of the x axis that is covered, in data space.
    var extent: ClosedRange<Double>?
    /// Factor (on a log axis) or difference (else) by which the line is moved off its anchor.
    var offset: Double?
    var isTriangle = false
    var label: TitleSetting = .automatic
  }

  var type: MarkType
  var range: SourceRange
  var band: BandKind?
  var center: AggregateOperation?
  var color: String?
  var fill: String?
  var stroke: String?
  var isFilled: Bool?
  var opacity: Double?
  var fillOpacity: Double?
  var strokeOpacity: Double?
  var strokeWidth: Double?
  var strokeDash: [Double]?
  var size: Double?
  var shape: PointShape?
  var interpolation = Interpolation.linear
  var tension: Double?
  var invalid: InvalidMode?
  var orientation: Orientation?
  var clip: Bool?
  /// `point: true` on lines and areas.
  var hasPoints = false
  var isPointHollow = false
  /// `line: true` on areas; `borders: true` on error bands.
  var hasLine = false
  var align: String?
  var baseline: String?
  var dx = 0.0
  var dy = 0.0
  var angle = 0.0
  var fontSize: Double?
  var isBold = false
  var text: String?
  var cornerRadius = 0.0
  /// Across and along the direction of bars: set by `width` and `height`, and by `bandSize` and `size`.
  var width: Length?
  var height: Length?
  var bandSize: Double?
  var binSpacing: Double?
  var minBandSize: Double?
  var xOffset = 0.0
  var yOffset = 0.0
  var x2Offset = 0.0
  var y2Offset = 0.0
  /// Properties that are expressions over a row.
  var expressions: [String: ExpressionSource] = [:]
  var thickness: Double?
  /// Of error bars and bands: stderr, stdev, ci, iqr; of box plots: min-max or a factor.
  var extent: String?
  var extentFactor: Double?
  var hasCaps = false
  /// The line of a box plot's median, as long as the box is wide.
  var isMedian = false
  /// Parts of a composite mark that are left out.
  var hiddenParts: Set<Part> = []
  var x: Value?
  var y: Value?
  var x2: Value?
  var y2: Value?
  var slope: Slope?
  var contour: ContourSpec?
  var images: ImagesSpec?
  var graph: GraphSpec?
  /// Of trajectories: an arrowhead at every so many steps; nil for four along the way.
  var every: Int?
  var isDirected = false
  var expression: ExpressionSource?

  init(_ type: MarkType, range: SourceRange) {
    self.type = type
    self.range = range
  }
}

/// The shape of a point.
enum PointShape: String, Sendable, CaseIterable {
  case circle, square, diamond, triangleUp = "triangle-up", triangleDown = "triangle-down", cross, x = "saltire"
}
