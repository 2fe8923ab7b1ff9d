import Graphics
import Tables
import Typography

extension FigureLayout {
  /// Measures a grid of panels for the room it has.
  /// - Parameter sides: what the plots keep free beside them at least.
  func gridBlock(_ grid: PanelGrid, width: Double, plotHeight: Double?, legendIDs: Set<Int>, sides: PlotSides = PlotSides()) -> GridBlock {
    let indices = grid.cells.flatMap { $0 }.compactMap { $0 }
    let legends = LegendBuilder(panels: indices.map { panels[$0] }, scales: scales, labels: labels, labelWidth: min(130, max(50, width * 0.5))).legends(legendIDs)
    let placement = self.placement(grid, legends, width: width)
    if placement == .direct, let index = indices.first {
      var block = measured(grid, width: width, plotHeight: plotHeight, legends: [], placement: .none, direct: legends, sides: sides)
      if let direct = DirectLabels(legends[0], panel: panels[index], scales: scales, width: block.plotWidth, height: block.plotHeight) {
        block.direct = direct
        return block
      }
      return measured(grid, width: width, plotHeight: plotHeight, legends: legends, placement: drawnPlacement(grid, legends, width), direct: [], sides: sides)
    }
    return measured(grid, width: width, plotHeight: plotHeight, legends: legends, placement: placement, direct: [], sides: sides)
  }

  // MARK: Where legends stand

  private func placement(_ grid: PanelGrid, _ legends: [LegendModel], width: Double) -> LegendPlacement {
    guard !legends.isEmpty else { return .none }
    let indices = grid.cells.flatMap { $0 }.compactMap { $0 }
    let setting = legends.lazy.compactMap { _ in self.ownSetting(indices) }.first
    // A colour bar stands upright, at the right.
    if let setting, setting != .direct { return setting == .top && legends.contains(where: \.isBar) ? .right : setting }
    let isSingle = indices.count == 1 && legends.count == 1 && legends[0].channel.isColor
    guard isSingle, case .entries(let entries) = legends[0].content, (2...8).contains(entries.count), let index = indices.first else { return drawnPlacement(grid, legends, width) }
    let hasLines = panels[index].layers.contains { $0.primitive == .line && !$0.isAuxiliary }
    let widest = entries.map(\.label.width).max() ?? 0
    let hasOtherMarks = panels[index].layers.contains { $0.primitive == .point && !$0.isAuxiliary && $0.channel(.color)?.column != nil }
    if hasLines && !hasOtherMarks && widest <= 0.3 * width { return .direct }
    return drawnPlacement(grid, legends, width)
  }

  private func ownSetting(_ indices: [Int]) -> LegendPlacement? {
    for index in indices {
      if let legend = panels[index].legend { return legend }
      for layer in panels[index].layers {
        for channel in Channel.legendChannels {
          if let orient = layer.channel(channel)?.definition.legend.orient { return orient }
        }
      }
    }
    return nil
  }

  private func drawnPlacement(_ grid: PanelGrid, _ legends: [LegendModel], _ width: Double) -> LegendPlacement {
    if legends.contains(where: \.isBar) { return .right }
    let count = legends.reduce(0) { total, legend in if case .entries(let entries) = legend.content { total + entries.count } else { total } }
    let drawing = LegendDrawing(legends: legends)
    if width <= ChartStyle.halfWidth + 30 && count >= 3 || drawing.width > 0.38 * width { return .top }
    return .right
  }

  // MARK: Measuring

  private func measured(
    _ grid: PanelGrid, width: Double, plotHeight: Double?, legends: [LegendModel], placement: LegendPlacement, direct: [LegendModel],
    sides: PlotSides
  ) -> GridBlock {
    var block = GridBlock(grid: grid, axes: [])
    block.legend = LegendDrawing(legends: legends)
    block.legendPlacement = placement
    let columns = Double(grid.cells.first?.count ?? 1)
    var plotWidth = max(40, width * 0.8 / columns)
    var height = plotHeight ?? 100
    for _ in 0..<3 {
      let panel = grid.cells.flatMap { $0 }.compactMap { $0 }.first.map { panels[$0] }
      let proportions = panel.map { PlotProportions(panel: $0, scales: scales, isFaceted: grid.isFaceted && columns > 1) }
      height = plotHeight ?? proportions?.height(width: plotWidth) ?? 100
      block.axes = axes(grid, plotWidth, height)
      let margins = self.margins(block, plotWidth, height, direct, width).widened(to: sides)
      let room = (width - margins.sum) / columns
      plotWidth = max(40, proportions?.width(room: room) ?? room)
    }
    block.plotWidth = plotWidth
    block.plotHeight = height
    block.axes = axes(grid, plotWidth, height)
    place(&block, margins(block, plotWidth, height, direct, width).widened(to: sides), width)
    return block
  }

  func hasXLabels(_ grid: PanelGrid, _ row: Int, _ column: Int) -> Bool {
    if !grid.sharesX || row == grid.cells.count - 1 { return true }
    return grid.cells[row + 1][column] == nil
  }

  private func axes(_ grid: PanelGrid, _ width: Double, _ height: Double) -> [[PanelAxes?]] {
    grid.cells.map { row in row.map { cell in cell.map { panelAxes(panels[$0], width, height) } } }
  }

  private func panelAxes(_ panel: PanelData, _ width: Double, _ height: Double) -> PanelAxes {
    let (xIDs, yIDs) = (ids(panel, .x), ids(panel, .y))
    let x = xIDs.first.flatMap { scales[$0] }
    let y = yIDs.first.flatMap { scales[$0] }
    let isHeatMap = panel.layers.contains {
      $0.mark.type == .rect && $0.channel(.color)?.column != nil || $0.primitive == .contour || $0.primitive == .image
    }
    let isScatter = panel.layers.contains { $0.primitive == .point && !$0.isAuxiliary }
    let isLogLog = x?.continuous?.transform.isLog ?? false && y?.continuous?.transform.isLog ?? false
    let isHorizontal = y?.discrete != nil && x?.continuous != nil
    var axes = PanelAxes()
    axes.x = x.map { builder.axis(.x, $0, length: width, hasGrid: !isHeatMap && (isLogLog || (isScatter && $0.discrete == nil) || isHorizontal)) }
    axes.y = y.map { builder.axis(.y, $0, length: height, hasGrid: !isHeatMap && $0.discrete == nil) }
    if isHeatMap {
      axes.x?.zero = nil
      axes.y?.zero = nil
    }
    axes.top = x.flatMap { builder.also(.x, $0, length: width) }
    axes.right = y.flatMap { builder.also(.y, $0, length: height) }
    if yIDs.count > 1 { axes.right = scales[yIDs[1]].map { builder.axis(.y, $0, length: height, hasGrid: false) } }
    axes.takeStatedSides()
    return axes
  }

  private func ids(_ panel: PanelData, _ channel: Channel) -> [Int] {
    var ids: [Int] = []
    for layer in panel.layers where layer.mark.type != .slope {
      if let id = layer.scaleIDs[channel], scales[id] != nil, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// What stands beside the plots.
  struct Margins {
    var lefts: [Double] = []
    var right = 0.0
    var gap = ChartStyle.panelGap
    var turnedTitle = 0.0
    var rowHeader = 0.0
    var legend = 0.0
    var rightAxis = 0.0
    /// Beyond the legend, for a neighbour's.
    var spare = 0.0

    /// Right of the last plot.
    var allRight: Double { right + rightAxis + rowHeader + legend + spare }

    var sum: Double {
      lefts.reduce(0, +) + gap * Double(max(0, lefts.count - 1)) + turnedTitle + allRight
    }

    func widened(to sides: PlotSides) -> Margins {
      var margins = self
      if let first = lefts.first { margins.lefts[0] = max(first, sides.left - turnedTitle) }
      margins.spare = max(0, sides.right - allRight)
      return margins
    }
  }

  private func margins(_ block: GridBlock, _ width: Double, _ height: Double, _ direct: [LegendModel], _ total: Double) -> Margins {
    let grid = block.grid
    var margins = Margins()
    margins.gap = grid.spacing ?? ChartStyle.panelGap
    let columns = grid.cells.first?.count ?? 1
    var (inner, outer) = (0.0, 0.0)
    for column in 0..<columns {
      var left = 0.0
      for row in grid.cells.indices {
        guard let axes = block.axes[row][column] else { continue }
        if column == 0 || !grid.sharesY { left = max(left, axes.y.map(\.extent) ?? 0) }
        if hasXLabels(grid, row, column), let overhang = axes.x?.overhang(length: width) {
          if column == 0 { left = max(left, overhang.before) } else { inner = max(inner, overhang.before) }
          if column == columns - 1 { margins.right = max(margins.right, overhang.after) }
          outer = max(outer, overhang.after)
        }
        if let overhang = axes.top?.overhang(length: width) {
          if column == 0 { left = max(left, overhang.before) } else { inner = max(inner, overhang.before) }
          if column == columns - 1 { margins.right = max(margins.right, overhang.after) }
          outer = max(outer, overhang.after)
        }
        if column == columns - 1, let panel = grid.cells[row][column] { margins.right = max(margins.right, pointReach(panels[panel])) }
        if let right = axes.right {
          let title = right.title.isEmpty ? 0 : label(right.title, ChartStyle.axisTitle, wrappedTo: height).height + 6
          margins.rightAxis = max(margins.rightAxis, right.extent + title)
        }
      }
      margins.lefts.append(left + (column > 0 && left > 0 ? 4 : 0))
    }
    if columns > 1 { margins.gap = max(margins.gap, inner + outer + 8) }
    if let title = yTitleText(block), !isHorizontal(title, total, along: height * Double(grid.cells.count)) {
      margins.turnedTitle = label(title, ChartStyle.axisTitle, wrappedTo: max(60, height * Double(grid.cells.count))).height + 5
    }
    if !grid.rowHeaders.isEmpty {
      margins.rowHeader = 6 + (grid.rowHeaders.map { fitted($0, ChartStyle.header, width: height).height }.max() ?? 10)
    }
    if block.legendPlacement == .right { margins.legend = block.legend.width + ChartStyle.legendGap }
    if !direct.isEmpty, case .entries(let entries) = direct[0].content {
      margins.right = max(margins.right, DirectLabels.leaderRoom + (entries.map(\.label.width).max() ?? 0))
    }
    return margins
  }

  // MARK: Titles

  func yTitleText(_ block: GridBlock) -> String? { titleText(block) { $0.y } }
  func xTitleText(_ block: GridBlock) -> String? { titleText(block) { $0.x } }

  private func titleText(_ block: GridBlock, _ axis: (PanelAxes) -> AxisModel?) -> String? {
    for cell in block.axes.flatMap({ $0 }) {
      if let cell, let axis = axis(cell) { return axis.title.isEmpty || axis.isHidden ? nil : axis.title }
    }
    return nil
  }

  /// Short titles stand level above the axis, and so do those that would take too much room beside it or are longer than the axis.
  private func isHorizontal(_ title: String, _ width: Double, along length: Double) -> Bool {
    if title.count <= ChartStyle.horizontalTitleLimit && labels.layout(title, style: ChartStyle.axisTitle).width <= width { return true }
    let turned = label(title, ChartStyle.axisTitle, wrappedTo: max(60, length))
    return turned.width > length + 1 || turned.height > 0.3 * width
  }
}
