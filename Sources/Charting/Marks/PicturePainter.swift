import Graphics
import Tables
import Typography

/// Draws a grid of pictures, each with a line of words below.
struct PicturePainter {
  /// Room for the words below a picture, in points.
  static let captionHeight = 11.0
  static let gap = 3.0

  let painter: MarkPainter
  private var layer: LayerData { painter.layer }

  func paint(_ geometry: MarkGeometry, into canvas: inout Canvas) {
    canvas.add(CellLattice(x: bands(.x), y: bands(.y), plot: painter.plot))
    let numbers = layer.frame.column(Picture.column).numbers
    let captions = layer.channel(.text) == nil ? nil : TextLabels(layer)
    for series in geometry.series {
      for (index, row) in series.rows.enumerated() {
        guard let x2 = series.x2?[index], let y2 = series.y2?[index], numbers[row].isFinite else { continue }
        let (a, b) = (painter.point(series.x[index], series.y[index]), painter.point(x2, y2))
        let cell = Rect(x: a.x + Self.gap / 2, y: a.y + Self.gap / 2, width: b.x - a.x - Self.gap, height: b.y - a.y - Self.gap)
        draw(layer.pictures[Int(numbers[row])], captions?[row], in: cell, &canvas)
      }
    }
  }

  private func bands(_ channel: Channel) -> DiscreteScale? { layer.scaleIDs[channel].flatMap { painter.scales[$0]?.discrete } }

  private func draw(_ picture: Picture, _ caption: String?, in cell: Rect, _ canvas: inout Canvas) {
    let room = cell.height - (caption == nil ? 0 : Self.captionHeight)
    let unit = min(cell.width / Double(picture.width), room / Double(picture.height))
    guard unit > 0 else { return }
    let (width, height) = (unit * Double(picture.width), unit * Double(picture.height))
    let frame = Rect(x: cell.x + (cell.width - width) / 2, y: cell.y, width: width, height: height)
    canvas.add([.image(ImageItem(frame: frame, pixelWidth: picture.width, pixelHeight: picture.height, rgba: rgba(picture)))])
    guard let caption, !caption.isEmpty else { return }
    var label = canvas.label(caption, ChartStyle.annotation)
    if label.width > cell.width { label = canvas.label(caption, TextStyle(.sans, size: max(5, ChartStyle.annotation.size * cell.width / label.width))) }
    guard label.width <= cell.width + Self.gap, label.height <= Self.captionHeight else { return }
    canvas.text(label, at: Point(cell.x + cell.width / 2, frame.maxY + 1.5), anchor: .middle, baseline: .top, paint: ChartStyle.ink, isData: true)
  }

  private func rgba(_ picture: Picture) -> [UInt8] {
    let range = layer.mark.images?.brightness ?? 0...1
    let reach = range.upperBound - range.lowerBound
    let ramp = layer.mark.images?.scheme.map { ColorScheme($0) }
    func share(_ value: Double) -> Double {
      let place = picture.gain.map { 0.5 + $0 * value / reach } ?? (value - range.lowerBound) / reach
      return min(1, max(0, place))
    }
    func byte(_ value: Double) -> UInt8 { value.isFinite ? UInt8((255 * share(value)).rounded()) : 0 }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(4 * picture.width * picture.height)
    for pixel in 0..<picture.width * picture.height {
      if picture.isColored {
        bytes += [byte(picture.values[3 * pixel]), byte(picture.values[3 * pixel + 1]), byte(picture.values[3 * pixel + 2]), 255]
      } else {
        let value = picture.values[pixel]
        let color = ramp.map { $0.color(share(value)) }
        bytes += [color?.red ?? byte(value), color?.green ?? byte(value), color?.blue ?? byte(value), value.isFinite ? 255 : 0]
      }
    }
    return bytes
  }
}
