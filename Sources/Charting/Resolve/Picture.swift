/// The pixels of one picture of a grid.
struct Picture: Sendable {
  /// The column that numbers the pictures of a layer.
  static let column = "\u{0}picture"

  var width: Int
  var height: Int
  /// Row by row; one number a pixel, or three (red, green, blue).
  var values: [Double]
  /// A difference, shown around grey and so many times larger.
  var gain: Double?

  var isColored: Bool { values.count == 3 * width * height }
}
