import Graphics
import Tables

/// A regular grid of coloured cells as one image, one pixel a cell.
struct HeatMapImage {
  private let lattice: CellLattice
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
    rgba = [UInt8](repeating: 0, count: lattice.values.count * 4)
    var filled = 0
    for (cell, position) in continuous.positions(lattice.values).enumerated() where !position.isNaN {
      let rgb = ramp.color(position)
      filled += 1
      (rgba[4 * cell], rgba[4 * cell + 1], rgba[4 * cell + 2], rgba[4 * cell + 3]) = (rgb.red, rgb.green, rgb.blue, 255)
    }
    missing = lattice.values.count - filled
  }

  func paint(into canvas: inout Canvas) {
    if missing > 0 { paintMissing(&canvas) }
    canvas.add([.image(ImageItem(frame: lattice.frame, pixelWidth: lattice.columns, pixelHeight: lattice.rows, rgba: rgba))])
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
