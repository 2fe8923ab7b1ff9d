import Graphics
import Tables

extension MarkPainter {
  func paintPoints(_ geometry: MarkGeometry, _ canvas: inout Canvas) {
    let count = geometry.series.reduce(0) { $0 + $1.rows.count }
    let isFilled = layer.mark.isFilled ?? true
    if count > DensityRaster.threshold {
      let colors = rowColors(.fill, markColor: layer.mark.fill)
      for series in geometry.series {
        guard let row = series.rows.first, let color = colors[row] else { continue }
        let isVaried = layer.channel(.color)?.isQuantitative ?? false || layer.channel(.fill)?.isQuantitative ?? false
        let image = isVaried ? DensityRaster.image(series, colors: colors, plot: plot) : DensityRaster.image(series, color: color, plot: plot)
        canvas.group(name: "density", key: key(series)) { $0.add([.image(image)]) }
        canvas.add(CellLattice(counting: series, plot: plot, key: key(series)))
      }
      return
    }
    let colors = rowColors(isFilled ? .fill : .stroke, markColor: isFilled ? layer.mark.fill : layer.mark.stroke)
    let isOnLine = layer.isAuxiliary
    let alphas = opacities(isFilled ? .fillOpacity : .strokeOpacity, layer.mark.opacity ?? (isOnLine ? 1 : ChartStyle.pointOpacity(count: count)))
    let shapes = visuals.shapes()
    let sizes = visuals.outputs(.size)
    let angles = visuals.angles()
    let plainShape = layer.mark.shape ?? (layer.mark.type == .square ? .square : .circle)
    let plainSize = layer.mark.size ?? (isOnLine ? 10 : ChartStyle.pointArea)
    let halo = count <= 500 && isFilled ? Stroke(Paint(.role(.paper)), width: ChartStyle.haloWidth) : nil
    for series in geometry.series {
      let seriesShape = isRedundant && layer.mark.type == .point ? ChartStyle.shapes[Redundancy.level(series, layer, scales) % ChartStyle.shapes.count] : plainShape
      canvas.group(name: "points", key: key(series)) { group in
        for (index, row) in series.rows.enumerated() {
          guard let color = colors[row], isInside(series.x[index], series.y[index]) else { continue }
          let paint = Paint(color, opacity: alphas[row])
          let place = point(series.x[index], series.y[index])
          let upright = PointShapes.shape(shapes?[row] ?? seriesShape, at: place, area: max(0, sizes?[row] ?? plainSize))
          let shape = angles.map { PointShapes.turned(upright, by: $0[row], around: place) } ?? upright
          if layer.mark.isPointHollow && isOnLine {
            group.add(shape, fill: Paint(.role(.paper)), stroke: Stroke(paint, width: 1))
          } else if isFilled && !PointShapes.isOpen(shapes?[row] ?? seriesShape) {
            group.add(shape, fill: paint, stroke: halo)
          } else {
            group.add(shape, stroke: Stroke(paint, width: layer.mark.strokeWidth ?? 1))
          }
        }
      }
    }
  }

  private func isInside(_ x: Double, _ y: Double) -> Bool { x > -0.001 && x < 1.001 && y > -0.001 && y < 1.001 }
}

extension Rect {
  func insetBy(_ distance: Double) -> Rect {
    Rect(x: x + distance, y: y + distance, width: width - 2 * distance, height: height - 2 * distance)
  }
}
