import Notebook

/// Where text stands on a page, in points from the top left corner.
struct PageGeometry: Sendable, Hashable {
  var width: Double
  var height: Double
  var left: Double
  var top: Double
  /// Width of the text with all columns; that of one column is also the width of a full chart.
  var measure: Double
  var textHeight: Double
  var headBaseline: Double
  var footBaseline: Double
  var columns: Int

  init(_ options: FrontMatter.PDFOptions) {
    switch options.paperSize {
    case .a4:
      (width, height, top, textHeight) = (595.276, 841.89, 74, 702)
      (headBaseline, footBaseline) = (54, 806)
    case .letter:
      (width, height, top, textHeight) = (612, 792, 66, 661.5)
      (headBaseline, footBaseline) = (47, 757)
    }
    columns = max(1, options.columns)
    measure = columns == 1 ? 456 : 496
    left = (width - measure) / 2
  }

  var right: Double { left + measure }
  var bottom: Double { top + textHeight }

  static let columnGap = 22.0

  var columnMeasure: Double { (measure - Double(columns - 1) * Self.columnGap) / Double(columns) }

  /// The left edge of a column from that of the text.
  func columnLeft(_ column: Int) -> Double { Double(column) * (columnMeasure + Self.columnGap) }
}
