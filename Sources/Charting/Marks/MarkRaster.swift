import Graphics

/// Very many upright rectangles as one image of two pixels a point, painted in their order.
struct MarkRaster {
  /// More than this are not drawn one by one.
  static let threshold = 5000

  private let plot: Rect
  private let columns: Int
  private let rows: Int
  private var rgba: [UInt8]

  init(plot: Rect) {
    self.plot = plot
    columns = max(1, Int((plot.width * 2).rounded(.up)))
    rows = max(1, Int((plot.height * 2).rounded(.up)))
    rgba = [UInt8](repeating: 0, count: 4 * columns * rows)
  }

  /// Covers at least one pixel in each direction; what lies outside the plot is cut off.
  mutating func fill(_ rect: Rect, _ color: Color) {
    guard rect.maxX >= plot.x, rect.x <= plot.maxX, rect.maxY >= plot.y, rect.y <= plot.maxY else { return }
    func pixel(_ place: Double, _ count: Int) -> Int { min(count - 1, max(0, Int(place * 2))) }
    let (left, top) = (pixel(rect.x - plot.x, columns), pixel(rect.y - plot.y, rows))
    let right = max(left, pixel(rect.maxX - plot.x - 0.25, columns))
    let bottom = max(top, pixel(rect.maxY - plot.y - 0.25, rows))
    let rgb = Theme.light.rgb(color)
    for row in top...bottom {
      for column in left...right {
        let place = 4 * (row * columns + column)
        (rgba[place], rgba[place + 1], rgba[place + 2], rgba[place + 3]) = (rgb.red, rgb.green, rgb.blue, 255)
      }
    }
  }

  var image: ImageItem { ImageItem(frame: plot, pixelWidth: columns, pixelHeight: rows, rgba: rgba, isSmooth: true) }
}
