import Graphics
import Tables
import Typography

extension FigureLayout {
  /// Gives every part of a measured grid its place.
  func place(_ block: inout GridBlock, _ margins: Margins, _ width: Double) {
    let grid = block.grid
    var x = margins.turnedTitle
    for (column, left) in margins.lefts.enumerated() {
      x += left
      block.columnStarts.append(x)
      x += block.plotWidth + (column < margins.lefts.count - 1 ? margins.gap : 0)
    }
    block.width = x + margins.allRight
    block.legendX = block.width - margins.spare - margins.legend + ChartStyle.legendGap
    let plotLeft = block.columnStarts.first ?? 0
    block.sides = PlotSides(left: plotLeft, right: margins.allRight)
    let inner = x - plotLeft
    var y = 0.0
    if let title = grid.title {
      let laid = label(title, ChartStyle.title, wrappedTo: max(100, block.width - plotLeft))
      block.title = laid
      block.width = max(block.width, plotLeft + laid.width)
      block.titleTop = y
      y += laid.height + 6
    }
    if block.legendPlacement == .top && !block.legend.legends.isEmpty {
      block.legendTop = y
      block.width = max(block.width, plotLeft + block.legend.widestItem)
      y += block.legend.heightAbove(width: block.width - plotLeft) + 7
    }
    if let title = yTitleText(block) {
      block.isYTitleTurned = margins.turnedTitle > 0
      if block.isYTitleTurned {
        block.yTitle = label(title, ChartStyle.axisTitle, wrappedTo: max(60, block.plotHeight * Double(grid.cells.count)))
      } else {
        let laid = label(title, ChartStyle.axisTitle, wrappedTo: max(block.width, width))
        block.yTitle = laid
        block.width = max(block.width, laid.width)
        block.yTitleTop = y
        y += laid.height + ChartStyle.titleGap
      }
    }
    if let right = block.axes.first?.first??.right, !right.title.isEmpty { block.rightTitle = label(right.title, ChartStyle.axisTitle, wrappedTo: block.plotHeight) }
    // The turned title at the right stands below what is above the plots.
    let reach = max(0, ((block.rightTitle?.width ?? 0) - block.plotHeight) / 2)
    placeRows(&block, from: y + reach)
    block.height += reach
    if let title = xTitleText(block) {
      let laid = label(title, ChartStyle.axisTitle, wrappedTo: max(inner, 60))
      block.xTitle = laid
      block.width = max(block.width, laid.width)
      block.height += laid.height + 3
    }
    makeRoom(&block, for: block.isYTitleTurned ? block.yTitle : nil)
    if block.legendPlacement == .right {
      block.height = max(block.height, block.plotTop + block.legend.height(plotHeight: legendRoom(block)) + 1)
    }
  }

  /// Of the derived axes above the panels of a row: ticks, labels, title.
  private func topRoom(_ block: GridBlock, _ row: Int) -> Double {
    block.axes[row].compactMap { $0?.top }.map { axis in
      axis.extent + (axis.title.isEmpty ? 0 : label(axis.title, ChartStyle.axisTitle, wrappedTo: block.plotWidth).height + 3)
    }.max() ?? 0
  }

  /// How far the points of a panel may reach beyond its plot, over the margin of the drawing.
  func pointReach(_ panel: PanelData) -> Double {
    let areas = panel.layers.filter { $0.primitive == .point }.flatMap { layer -> [Double] in
      if let scale = layer.scaleIDs[.size].flatMap({ scales[$0] }), layer.channel(.size)?.column != nil { return scale.outputs }
      return [layer.channel(.size)?.visual?.number ?? layer.mark.size ?? ChartStyle.pointArea]
    }
    guard let largest = areas.max() else { return 0 }
    // The corners of diamonds and triangles lie farther out than a circle of the same area.
    return max(0, (largest / .pi).squareRoot() * 1.6 - 3)
  }

  /// A turned title that is longer than the plots reaches beyond them.
  private func makeRoom(_ block: inout GridBlock, for title: ChartLabel?) {
    let reach = ((title?.width ?? 0) - (block.plotBottom - block.plotTop)) / 2
    block.moveDown(reach - block.plotTop)
    block.height = max(block.height, block.plotBottom + reach)
  }

  func legendRoom(_ block: GridBlock) -> Double { block.plotBottom - block.plotTop }

  private func placeRows(_ block: inout GridBlock, from top: Double) {
    let grid = block.grid
    block.headers = headers(block)
    var y = top
    for row in grid.cells.indices {
      let header = block.headers[row].compactMap { $0?.height }.max() ?? 0
      if header > 0 { y += header + 4 }
      if row == 0 || !grid.sharesX {
        block.topRoom = max(block.topRoom, topRoom(block, row))
        y += block.topRoom
      }
      let sides = block.axes[row].flatMap { [$0?.y, $0?.right] }.compactMap { $0?.overhang(length: block.plotHeight) }
      let points = grid.cells[row].compactMap { $0.map { pointReach(panels[$0]) } }.max() ?? 0
      let overhang = max(points, sides.map(\.before).max() ?? 0)
      if header == 0 { y += max(0, overhang - (row == 0 && block.yTitle != nil && !block.isYTitleTurned ? 1 : 0)) }
      block.rowStarts.append(y)
      y += block.plotHeight
      var below = 0.0
      for column in grid.cells[row].indices where hasXLabels(grid, row, column) {
        below = max(below, block.axes[row][column]?.x?.extent ?? 0)
      }
      if row == grid.cells.count - 1 { block.xAxisExtent = below }
      let lower = sides.map(\.after).max() ?? 0
      y += max(below, lower)
      if row < grid.cells.count - 1 { y += max(grid.spacing ?? ChartStyle.panelGap, 6) }
    }
    block.rowHeaders = grid.rowHeaders.map { fitted($0, ChartStyle.header, width: block.plotHeight) }
    block.height = y
  }

  /// Words above each panel: of columns over the first row, of wrapped panels over each.
  private func headers(_ block: GridBlock) -> [[ChartLabel?]] {
    let grid = block.grid
    var index = 0
    return grid.cells.enumerated().map { row, cells in
      cells.enumerated().map { column, cell in
        defer { if cell != nil { index += 1 } }
        guard cell != nil else { return nil }
        let text = grid.cellHeaders.isEmpty ? (row == 0 && column < grid.columnHeaders.count ? grid.columnHeaders[column] : "") : index < grid.cellHeaders.count ? grid.cellHeaders[index] : ""
        return text.isEmpty ? nil : fitted(text, ChartStyle.header, width: block.plotWidth)
      }
    }
  }
}
