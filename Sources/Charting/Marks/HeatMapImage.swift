import Graphics
import Tables

/// A regular grid of coloured cells as one image, one pixel a cell.
struct HeatMapImage {
  private let frame: Rect
  private let columns: Int
  private let rows: Int
  private var rgba: [UInt8]
  private let missing: Int

  /// Nil unless the rectangles are cells of one size on a lattice with colours from numbers.
  init?(_ geometry: MarkGeometry, _ painter: MarkPainter) {
    let layer = painter.layer
    let channel: Channel = layer.channel(.fill) == nil ? .color : .fill
    guard layer.mark.type == .rect, layer.mark.stroke == nil, let color = layer.channel(channel), color.isQuantitative, color.conditions.isEmpty,
      let id = layer.scaleIDs[channel], let scale = painter.scales[id], let continuous = scale.continuous, let ramp = scale.ramp,
      let values = layer.numbers(channel), layer.channel(.opacity) == nil, layer.mark.opacity == nil
    else { return nil }
    let cells = geometry.series.flatMap { series in
      series.rows.indices.map { (series.rows[$0], series.x[$0], series.y[$0], series.x2?[$0] ?? series.x[$0], series.y2?[$0] ?? series.y[$0]) }
    }
    guard cells.count >= 16, let first = cells.first else { return nil }
    let (width, height) = (first.3 - first.1, first.4 - first.2)
    guard width > 1e-6, height > 1e-6, cells.allSatisfy({ abs($0.3 - $0.1 - width) < width * 1e-3 && abs($0.4 - $0.2 - height) < height * 1e-3 }) else { return nil }
    let left = cells.map(\.1).min() ?? 0
    let top = cells.map(\.2).min() ?? 0
    let places = cells.map { ((($0.1 - left) / width), (($0.2 - top) / height)) }
    guard places.allSatisfy({ abs($0.0 - $0.0.rounded()) < 0.02 && abs($0.1 - $0.1.rounded()) < 0.02 }) else { return nil }
    columns = Int((places.map(\.0).max() ?? 0).rounded()) + 1
    rows = Int((places.map(\.1).max() ?? 0).rounded()) + 1
    guard columns * rows <= 4_000_000 else { return nil }
    rgba = [UInt8](repeating: 0, count: columns * rows * 4)
    var filled = 0
    for (cell, place) in zip(cells, places) {
      let position = continuous.position(values[cell.0])
      guard !position.isNaN else { continue }
      let rgb = ramp.color(position)
      let offset = (Int(place.1.rounded()) * columns + Int(place.0.rounded())) * 4
      if rgba[offset + 3] == 0 { filled += 1 }
      (rgba[offset], rgba[offset + 1], rgba[offset + 2], rgba[offset + 3]) = (rgb.red, rgb.green, rgb.blue, 255)
    }
    missing = columns * rows - filled
    let corner = painter.point(left, top)
    frame = Rect(
      x: corner.x, y: corner.y, width: width * Double(columns) * painter.plot.width, height: height * Double(rows) * painter.plot.height)
  }

  func paint(into canvas: inout Canvas) {
    if missing > 0 { paintMissing(&canvas) }
    canvas.add([.image(ImageItem(frame: frame, pixelWidth: columns, pixelHeight: rows, rgba: rgba))])
  }

  /// Hatching behind the image shows through where there are no cells.
  private func paintMissing(_ canvas: inout Canvas) {
    canvas.group(name: "missing", clip: frame) { group in
      group.add(.rect(frame, cornerRadius: 0), fill: Paint(.role(.missing), opacity: 0.5))
      var offset = -frame.height
      while offset < frame.width {
        group.line(
          Point(frame.x + offset, frame.maxY), Point(frame.x + offset + frame.height, frame.y), Stroke(Paint(.role(.missing)), width: 0.8))
        offset += 5
      }
    }
  }
}
