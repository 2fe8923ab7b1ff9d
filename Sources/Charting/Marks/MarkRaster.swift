import Graphics

/// Very many upright rectangles as one image of two pixels a point.
///
/// They are painted from the last to the first, each only where nothing stands yet, so that a pixel is written once.
struct MarkRaster {
  /// More than this are not drawn one by one.
  static let threshold = 5000

  private let plot: Rect
  private let columns: Int
  private let rows: Int
  /// Column by column; 0 where nothing stands, else the colour's bytes.
  private var pixels: [UInt32]
  /// How many pixels of each column are empty.
  private var empty: [Int]
  private var last: (color: Color, bytes: UInt32)?

  init(plot: Rect) {
    self.plot = plot
    columns = max(1, Int((plot.width * 2).rounded(.up)))
    rows = max(1, Int((plot.height * 2).rounded(.up)))
    pixels = [UInt32](repeating: 0, count: columns * rows)
    empty = [Int](repeating: rows, count: columns)
  }

  /// Puts a rectangle under all others so far; it covers at least one pixel in each direction, and what lies outside the plot is cut off.
  mutating func fillBehind(_ rect: Rect, _ color: Color) {
    guard rect.maxX >= plot.x, rect.x <= plot.maxX, rect.maxY >= plot.y, rect.y <= plot.maxY else { return }
    func pixel(_ place: Double, _ count: Int) -> Int { min(count - 1, max(0, Int(place * 2))) }
    let (left, top) = (pixel(rect.x - plot.x, columns), pixel(rect.y - plot.y, rows))
    let right = max(left, pixel(rect.maxX - plot.x - 0.25, columns))
    let bottom = max(top, pixel(rect.maxY - plot.y - 0.25, rows))
    let bytes = self.bytes(color)
    for column in left...right where empty[column] > 0 {
      for place in column * rows + top...column * rows + bottom where pixels[place] == 0 {
        pixels[place] = bytes
        empty[column] -= 1
      }
    }
  }

  private mutating func bytes(_ color: Color) -> UInt32 {
    if let last, last.color == color { return last.bytes }
    let rgb = Theme.light.rgb(color)
    let bytes = UInt32(rgb.red) << 24 | UInt32(rgb.green) << 16 | UInt32(rgb.blue) << 8 | 255
    last = (color, bytes)
    return bytes
  }

  var image: ImageItem {
    var rgba = [UInt8](repeating: 0, count: 4 * columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        let (bytes, place) = (pixels[column * rows + row], 4 * (row * columns + column))
        for channel in 0..<4 { rgba[place + channel] = UInt8(truncatingIfNeeded: bytes >> UInt32(24 - 8 * channel)) }
      }
    }
    return ImageItem(frame: plot, pixelWidth: columns, pixelHeight: rows, rgba: rgba, isSmooth: true)
  }
}
