import Diagnostics
import Graphics
import Tables

/// A chart or a part of it, as written.
struct ViewSpec: Sendable, Equatable {
  indirect enum Content: Sendable, Equatable {
    case unit(MarkSpec)
    case layer([ViewSpec])
    /// Small multiples by `row`, `column` or a wrapped `facet`.
    case facet(FacetSpec, ViewSpec)
    /// Side by side (`columns` nil), or wrapped after so many.
    case concat([ViewSpec], columns: Int?)
  }

  struct FacetSpec: Sendable, Equatable {
    var row: ChannelDefinition?
    var column: ChannelDefinition?
    var wrap: ChannelDefinition?
    var columns: Int?
  }

  enum Size: Sendable, Equatable {
    /// Of the plot area, in points.
    case points(Double)
    case step(Double)
    /// Of a category, whatever stands beside each other in it.
    case positionStep(Double)
    /// Of the whole chart.
    case full, half, third
  }

  enum Resolution: String, Sendable { case shared, independent }

  struct Resolve: Sendable, Equatable {
    var scale: [Channel: Resolution] = [:]
    var axis: [Channel: Resolution] = [:]
    var legend: [Channel: Resolution] = [:]
  }

  var content: Content
  var data: DataSpec?
  var transforms: [LocatedTransform] = []
  var encoding: Encoding = [:]
  var title: String?
  var titleAnchor = LabelBox.Anchor.start
  var subtitle: String?
  var description: String?
  var width: Size?
  var height: Size?
  var resolve = Resolve()
  var legend: LegendPlacement?
  var spacing: Double?
  /// Of the whole chart; only the outermost view has one.
  var configuration = Configuration()
  var range: SourceRange

  init(_ content: Content, range: SourceRange) {
    self.content = content
    self.range = range
  }
}
