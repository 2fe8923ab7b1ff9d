import Graphics
import Tables
import Typography

/// Draws measured blocks.
struct FigurePainter {
  let panels: [PanelData]
  let scales: [Int: ResolvedScale]
  var canvas: Canvas
  var placed: [PlacedPanel] = []
  var notes: [String] = []
  private var skippedTexts = 0
  private var skippedLabels = 0

  init(panels: [PanelData], scales: [Int: ResolvedScale], labels: LabelTypesetter) {
    self.panels = panels
    self.scales = scales
    canvas = Canvas(labels: labels)
  }

  mutating func draw(_ block: ChartBlock, at origin: Point = Point(0, 0)) {
    switch block {
    case .grid(let grid): draw(grid, at: origin)
    case .concat(let children, let title, let size, _):
      if let title { draw(title.label, title.anchor, Rect(x: origin.x, y: origin.y, width: size.width, height: 0)) }
      for child in children { draw(child.block, at: Point(origin.x + child.origin.x, origin.y + child.origin.y)) }
    }
  }

  /// What was left out for want of room.
  var finalNotes: [String] {
    var result = notes
    if skippedTexts > 0 { result.append("\(skippedTexts) \(skippedTexts == 1 ? "label" : "labels") left out for want of room.") }
    if skippedLabels > 0 { result.append("Not every tick of the category axis is labelled.") }
    return result
  }

  // MARK: A grid

  private mutating func draw(_ block: GridBlock, at origin: Point) {
    let left = origin.x + (block.columnStarts.first ?? 0)
    if let title = block.title {
      let plots = (block.columnStarts.last ?? 0) + block.plotWidth - (block.columnStarts.first ?? 0)
      draw(title, block.grid.titleAnchor, Rect(x: left, y: origin.y + block.titleTop, width: max(plots, title.width), height: 0))
    }
    drawYTitle(block, origin)
    for (row, cells) in block.grid.cells.enumerated() {
      for (column, cell) in cells.enumerated() {
        guard let cell, let axes = block.axes[row][column] else { continue }
        let plot = Rect(
          x: origin.x + block.columnStarts[column], y: origin.y + block.rowStarts[row], width: block.plotWidth, height: block.plotHeight)
        let header = block.headers[row][column]
        let room = row == 0 || !block.grid.sharesX ? block.topRoom : 0
        if let header { canvas.text(header, at: Point(plot.x, plot.y - 4 - header.height - room), baseline: .top, paint: ChartStyle.ink) }
        drawPanel(cell, axes, plot, block, row, column)
      }
      if row < block.rowHeaders.count { drawRowHeader(block, row, origin) }
    }
    drawXTitle(block, origin)
    drawLegend(block, origin)
    block.direct?.draw(
      plot: Rect(x: left, y: origin.y + block.plotTop, width: block.plotWidth, height: block.plotHeight), into: &canvas)
  }

  /// A title above the plots, at either end or in the middle.
  private mutating func draw(_ title: ChartLabel, _ anchor: LabelBox.Anchor, _ room: Rect) {
    let x = anchor == .start ? room.x : anchor == .end ? room.maxX : room.x + room.width / 2
    canvas.text(title, at: Point(x, room.y), anchor: anchor, baseline: .top, paint: ChartStyle.ink)
  }

  private mutating func drawYTitle(_ block: GridBlock, _ origin: Point) {
    guard let title = block.yTitle else { return }
    if block.isYTitleTurned {
      let middle = origin.y + (block.plotTop + block.plotBottom) / 2
      canvas.text(title, at: Point(origin.x, middle), anchor: .middle, baseline: .top, rotation: -90, paint: ChartStyle.ink)
    } else {
      canvas.text(title, at: Point(origin.x, origin.y + block.yTitleTop), baseline: .top, paint: ChartStyle.ink)
    }
  }

  private mutating func drawXTitle(_ block: GridBlock, _ origin: Point) {
    guard let title = block.xTitle, let first = block.columnStarts.first, let last = block.columnStarts.last else { return }
    let center = (first + last + block.plotWidth) / 2
    let clamped = max(title.width / 2, min(center, block.width - title.width / 2))
    canvas.text(
      title, at: Point(origin.x + clamped, origin.y + block.plotBottom + block.xAxisExtent + 3), anchor: .middle, baseline: .top, paint: ChartStyle.ink)
  }

  private mutating func drawRowHeader(_ block: GridBlock, _ row: Int, _ origin: Point) {
    let right = (block.columnStarts.last ?? 0) + block.plotWidth
    canvas.text(
      block.rowHeaders[row], at: Point(origin.x + right + 5, origin.y + block.rowStarts[row] + block.plotHeight / 2), anchor: .middle, baseline: .bottom,
      rotation: 90, paint: ChartStyle.ink)
  }

  private mutating func drawLegend(_ block: GridBlock, _ origin: Point) {
    guard !block.legend.legends.isEmpty else { return }
    canvas.group(name: "legend") { group in
      switch block.legendPlacement {
      case .right:
        block.legend.drawRight(
          at: Point(origin.x + block.legendX, origin.y + block.plotTop), plotHeight: block.plotBottom - block.plotTop, into: &group)
      case .top:
        let left = block.columnStarts.first ?? 0
        block.legend.drawAbove(at: Point(origin.x + left, origin.y + block.legendTop), width: block.width - left, into: &group)
      case .direct, .none: break
      }
    }
  }

  // MARK: A panel

  private mutating func drawPanel(_ index: Int, _ axes: PanelAxes, _ plot: Rect, _ block: GridBlock, _ row: Int, _ column: Int) {
    let panel = panels[index]
    let axisPainter = AxisPainter(plot: plot)
    canvas.group(name: "grid") { axisPainter.grid(axes, into: &$0) }
    let latticesBefore = canvas.lattices.count
    let geometries = panel.layers.map { GeometryBuilder($0, scales: scales, width: plot.width, height: plot.height).geometry() }
    let seriesCount = panel.layers.indices.filter { panel.layers[$0].primitive == .line }.map { geometries[$0].series.count }.max() ?? 0
    let painters = panel.layers.map { MarkPainter($0, scales: scales, plot: plot, seriesCount: seriesCount) }
    for (painter, geometry) in zip(painters, geometries) where painter.layer.mark.type != .slope {
      if painter.layer.mark.type == .function { drawFunction(painter, panel, plot) } else { painter.paint(geometry, into: &canvas) }
    }
    noteDensities(painters, geometries)
    let showsX = FigurePainter.showsXLabels(block.grid, row, column)
    var axes = axes
    // Derived and second axes stand once, at the outer panels.
    if row > 0 && block.grid.sharesX { axes.top = nil }
    if column < block.grid.cells[row].count - 1 && block.grid.sharesY { axes.right = nil }
    axisPainter.axes(axes, showsX: showsX, showsY: column == 0 || !block.grid.sharesY, rightTitle: column == block.grid.cells[row].count - 1 ? block.rightTitle : nil, into: &canvas)
    skippedLabels += showsX ? axes.x?.skippedLabels ?? 0 : 0
    let hasCells = painters.contains { $0.layer.primitive == .rect && CellLattice.valueChannel($0.layer) != nil }
    for (painter, geometry) in zip(painters, geometries) where painter.layer.primitive == .text {
      skippedTexts += TextPainter(painter: painter, standsOnCells: hasCells).paint(geometry, into: &canvas)
    }
    drawReferences(painters, panel, geometries, plot)
    if panel.layers.allSatisfy({ $0.frame.rowCount == 0 }) {
      canvas.text(canvas.label("no data", ChartStyle.annotation), at: Point(plot.x + plot.width / 2, plot.y + plot.height / 2), anchor: .middle, baseline: .middle, paint: ChartStyle.muted)
    }
    let headers = panel.facets.map { ValueLabel.text($0.value) }
    placed.append(
      PlacedPanel(
        panel: index, row: row, column: column, plot: plot, headers: headers, geometries: geometries,
        lattices: Array(canvas.lattices[latticesBefore...])))
  }

  private mutating func noteDensities(_ painters: [MarkPainter], _ geometries: [MarkGeometry]) {
    for (painter, geometry) in zip(painters, geometries) where painter.layer.primitive == .point {
      let count = geometry.series.reduce(0) { $0 + $1.rows.count }
      let note = "Where points are many their density is shown (logarithmic)."
      if count > DensityRaster.threshold && !notes.contains(note) { notes.append(note) }
    }
  }

  static func showsXLabels(_ grid: PanelGrid, _ row: Int, _ column: Int) -> Bool {
    !grid.sharesX || row == grid.cells.count - 1 || grid.cells[row + 1][column] == nil
  }

  private func references(_ panel: PanelData, _ geometries: [MarkGeometry]) -> ReferenceCurves {
    ReferenceCurves(panel: panel, scales: scales, geometries: geometries)
  }

  private mutating func drawFunction(_ painter: MarkPainter, _ panel: PanelData, _ plot: Rect) {
    let layer = painter.layer
    guard let curve = references(panel, []).series(layer).first else { return }
    let points = zip(curve.x, curve.y).map { Point(plot.x + $0 * plot.width, plot.y + $1 * plot.height) }
    let stroke = Stroke(
      Paint(layer.mark.color.flatMap(ColorNames.color) ?? .role(.ink), opacity: layer.mark.opacity ?? 1), width: layer.mark.strokeWidth ?? 1, dash: layer.mark.strokeDash ?? [])
    canvas.group(name: "function", clip: plot) { group in
      for run in points.split(whereSeparator: { !$0.y.isFinite || abs($0.y) > 1e5 }) where run.count > 1 { group.add(.polyline(Array(run)), stroke: stroke) }
    }
  }

  /// Slopes, and the numbers of contours: what keeps clear of the other marks.
  private mutating func drawReferences(_ painters: [MarkPainter], _ panel: PanelData, _ geometries: [MarkGeometry], _ plot: Rect) {
    guard painters.contains(where: { $0.layer.mark.type == .slope || $0.layer.primitive == .contour }) else { return }
    let marks = DrawnMarks(panel.layers, geometries, plot: plot)
    for (painter, geometry) in zip(painters, geometries) where painter.layer.primitive == .contour {
      ContourPainter(painter: painter).paintLabels(geometry, clearOf: marks, into: &canvas)
    }
    for painter in painters where painter.layer.mark.type == .slope { drawSlope(painter, panel, geometries, marks, plot) }
  }

  private mutating func drawSlope(_ painter: MarkPainter, _ panel: PanelData, _ geometries: [MarkGeometry], _ marks: DrawnMarks, _ plot: Rect) {
    let layer = painter.layer
    guard let slope = layer.mark.slope, let x = layer.scaleIDs[.x].flatMap({ scales[$0] })?.continuous, let y = layer.scaleIDs[.y].flatMap({ scales[$0] })?.continuous,
      let line = SlopeLine(slope, x: x, y: y, anchor: references(panel, geometries).anchor(layer, slope))
    else { return }
    SlopePainter(line: line, plot: plot, marks: marks).paint(layer.mark, into: &canvas)
  }
}
