import Graphics
import Tables

extension MarkPainter {
  func paintRectangles(_ geometry: MarkGeometry, _ canvas: inout Canvas) {
    let lattice = CellLattice(geometry, self)
    if let lattice {
      canvas.add(lattice)
      if let image = HeatMapImage(lattice, self) { return image.paint(into: &canvas) }
    }
    let fills = rowColors(.fill, markColor: layer.mark.fill)
    let isOutlined = layer.mark.isFilled == false
    let alphas = opacities(.fillOpacity, layer.mark.opacity ?? layer.mark.fillOpacity ?? 1)
    let strokes = layer.mark.stroke != nil || layer.channel(.stroke) != nil ? rowColors(.stroke, markColor: layer.mark.stroke) : nil
    // Bars of a histogram stand a hair apart.
    let gapX = layer.channel(.x)?.isBinned ?? false && layer.mark.type == .bar ? 0.375 : 0
    let gapY = layer.channel(.y)?.isBinned ?? false && layer.mark.type == .bar ? 0.375 : 0
    if geometry.series.reduce(0, { $0 + $1.rows.count }) > MarkRaster.threshold, !isOutlined, strokes == nil {
      return rasterised(geometry, fills, &canvas)
    }
    for series in geometry.series {
      canvas.group(name: lattice == nil ? "bars" : "cells", key: key(series), clip: clip) { group in
        for (index, row) in series.rows.enumerated() {
          guard let x2 = series.x2?[index], let y2 = series.y2?[index] else { continue }
          let (a, b) = (point(series.x[index], series.y[index]), point(x2, y2))
          let rect = Rect(x: a.x + gapX, y: a.y + gapY, width: max(0.1, b.x - a.x - 2 * gapX), height: max(0, b.y - a.y - 2 * gapY))
          let fill = isOutlined ? nil : fills[row].map { Paint($0, opacity: alphas[row]) }
          var stroke = strokes?[row].map { Stroke(Paint($0), width: layer.mark.strokeWidth ?? 0.75, join: .miter) }
          if isOutlined && stroke == nil { stroke = fills[row].map { Stroke(Paint($0), width: layer.mark.strokeWidth ?? 1, join: .miter) } }
          group.add(.rect(rect, cornerRadius: layer.mark.cornerRadius), fill: fill, stroke: stroke)
        }
      }
    }
  }

  private func rasterised(_ geometry: MarkGeometry, _ fills: [Color?], _ canvas: inout Canvas) {
    var raster = MarkRaster(plot: plot)
    for series in geometry.series.reversed() {
      for index in series.rows.indices.reversed() {
        let row = series.rows[index]
        guard let x2 = series.x2?[index], let y2 = series.y2?[index], let fill = fills[row] else { continue }
        let (a, b) = (point(series.x[index], series.y[index]), point(x2, y2))
        raster.fillBehind(Rect(x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y), fill)
      }
    }
    canvas.add([.image(raster.image)])
  }
}
