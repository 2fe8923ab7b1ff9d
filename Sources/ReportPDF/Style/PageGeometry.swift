import Notebook

/// Where text stands on a page, in points from the top left corner.
struct PageGeometry: Sendable, Hashable {
  var width: Double
  var height: Double
  var left: Double
  var top: Double
  /// Width of the text, which is also that of a full chart.
  var measure = 456.0
  var textHeight: Double
  var headBaseline: Double
  var footBaseline: Double

  init(_ size: FrontMatter.PaperSize) {
    switch size {
    case .a4:
      (width, height, top, textHeight) = (595.276, 841.89, 82, 680)
      (headBaseline, footBaseline) = (58, 800)
    case .letter:
      (width, height, top, textHeight) = (612, 792, 76, 640)
      (headBaseline, footBaseline) = (54, 753)
    }
    left = (width - measure) / 2
  }

  var right: Double { left + measure }
  var bottom: Double { top + textHeight }
}
