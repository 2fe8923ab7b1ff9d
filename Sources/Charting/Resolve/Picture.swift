import Tables

/// The pixels of one picture of a grid.
struct Picture: Sendable {
  /// Why numbers make no picture, after the name of their row.
  struct Fault: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
  }

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

extension Picture {
  /// From a tensor of height × width, or height × width × 1 or 3; from a plain list with a size, or of a square.
  /// - Parameter size: what the author says of width and height.
  init(_ cell: TensorCell, size: (width: Int, height: Int)?) throws(Fault) {
    guard cell.values.count > 0 else { throw Fault("is empty") }
    if cell.shape.count == 1 {
      self = try Self.plain(cell.values, size)
      return
    }
    guard cell.shape.count == 2 || cell.shape.count == 3 && [1, 3].contains(cell.shape[2]) else {
      throw Fault("has the shape \(cell.shapeText); a picture is height × width or height × width × 3")
    }
    if let size, size.width != cell.shape[1] || size.height != cell.shape[0] {
      throw Fault("has the shape \(cell.shapeText), but 'imageSize' says \(size.width) wide and \(size.height) high")
    }
    self.init(width: cell.shape[1], height: cell.shape[0], values: cell.values)
  }

  private static func plain(_ values: [Double], _ size: (width: Int, height: Int)?) throws(Fault) -> Picture {
    for channels in [1, 3] {
      let side = Int((Double(values.count) / Double(channels)).squareRoot().rounded())
      let (width, height) = size ?? (side, side)
      if width * height * channels == values.count { return Picture(width: width, height: height, values: values) }
    }
    let wanted = size.map { "\($0.width) × \($0.height)" } ?? "a square number of"
    throw Fault("has \(values.count) numbers; a picture has \(wanted) pixels of one number or three, or is nested lists")
  }
}
