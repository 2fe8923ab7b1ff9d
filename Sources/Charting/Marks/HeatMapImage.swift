import Graphics
import Tables

/// A regular grid of coloured cells as one image, one pixel a cell; where cells are finer than print, a pixel has the
/// colour of their mean place on the scale.
struct HeatMapImage {
  /// A screen's two pixels a point.
  private static let pixelsPerPoint = 2.0
  /// So that the image stays below some 200 kB, whatever the cells hold.
  private static let mostPixels = 200_000.0

  private let lattice: CellLattice
  private let columns: Int
  private let rows: Int
  private var rgba: [UInt8]
  private let missing: Int

  /// Nil for few cells, and where more than the number of a cell decides how it looks.
  init?(_ lattice: CellLattice, _ painter: MarkPainter) {
    let layer = painter.layer
    let channel: Channel = layer.channel(.fill) == nil ? .color : .fill
    guard lattice.filledCount >= 16, layer.mark.stroke == nil, let color = layer.channel(channel), color.isQuantitative, color.conditions.isEmpty,
      let id = layer.scaleIDs[channel], let scale = painter.scales[id], let continuous = scale.continuous, let ramp = scale.ramp,
      layer.channel(.opacity) == nil, layer.mark.opacity == nil
    else { return nil }
    self.lattice = lattice
    let positions = continuous.positions(lattice.values)
    missing = positions.count { $0.isNaN }
    let frame = lattice.frame
    let (width, height) = (frame.width * Self.pixelsPerPoint, frame.height * Self.pixelsPerPoint)
    let shrink = Double(lattice.values.count) <= Self.mostPixels ? 1 : min(1, (Self.mostPixels / (width * height)).squareRoot())
    columns = min(lattice.columns, max(1, Int(width * shrink)))
    rows = min(lattice.rows, max(1, Int(height * shrink)))
    let pixels = (columns, rows) == (lattice.columns, lattice.rows) ? positions : Self.means(positions, lattice, columns, rows)
    rgba = [UInt8](repeating: 0, count: 4 * pixels.count)
    for (pixel, position) in pixels.enumerated() where !position.isNaN {
      let rgb = ramp.color(position)
      (rgba[4 * pixel], rgba[4 * pixel + 1], rgba[4 * pixel + 2], rgba[4 * pixel + 3]) = (rgb.red, rgb.green, rgb.blue, 255)
    }
  }

  /// The mean of the cells in each pixel, missing cells left out.
  private static func means(_ cells: [Double], _ lattice: CellLattice, _ columns: Int, _ rows: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: columns * rows)
    var counts = [Double](repeating: 0, count: columns * rows)
    for row in 0..<lattice.rows {
      for column in 0..<lattice.columns {
        let cell = cells[row * lattice.columns + column]
        guard !cell.isNaN else { continue }
        let pixel = row * rows / lattice.rows * columns + column * columns / lattice.columns
        sums[pixel] += cell
        counts[pixel] += 1
      }
    }
    return zip(sums, counts).map { $1 == 0 ? .nan : $0 / $1 }
  }

  func paint(into canvas: inout Canvas) {
    if missing > 0 { paintMissing(&canvas) }
    canvas.add([.image(ImageItem(frame: lattice.frame, pixelWidth: columns, pixelHeight: rows, rgba: rgba))])
  }

  /// Hatching behind the image shows through where there are no cells.
  private func paintMissing(_ canvas: inout Canvas) {
    let frame = lattice.frame
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
