import Diagnostics

/// Small pictures from numbers, one in each cell of two discrete axes.
struct ImagesSpec: Sendable, Equatable {
  /// The column of pixels: a tensor or a list in each row (one row a picture), or a number in each (one row a pixel).
  var pixels: String
  /// Where the column is named.
  var range: SourceRange
  /// The columns of a pixel's place, where each row is a pixel.
  var column: String?
  var row: String?
  /// Width and height in pixels of lists that do not say it themselves; square if not stated.
  var size: (width: Int, height: Int)?
  /// The numbers that are black and white; the least and greatest ones if not stated.
  var brightness: ClosedRange<Double>?
  /// Differences, by the level of the y axis: grey is zero, and they are shown so many times larger.
  var gains: [String: Double] = [:]
  /// The scheme of colours of pictures with one number a pixel.
  var scheme: String?

  static func == (a: ImagesSpec, b: ImagesSpec) -> Bool {
    a.pixels == b.pixels && a.column == b.column && a.row == b.row && a.size?.width == b.size?.width && a.size?.height == b.size?.height
      && a.range == b.range && a.brightness == b.brightness && a.gains == b.gains && a.scheme == b.scheme
  }
}
