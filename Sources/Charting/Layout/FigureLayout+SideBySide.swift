import Graphics
import Typography

/// Views side by side and below each other: plots of a row share their top and bottom edges, plots of a column their left and right ones.
extension FigureLayout {
  func concat(_ children: [PanelTree], columns: Int?, title: String?, anchor: LabelBox.Anchor, spacing: Double?, width: Double) -> ChartBlock {
    let perRow = max(1, columns ?? children.count)
    let gap = spacing ?? 18
    let titleLabel = title.map { label($0, ChartStyle.title, wrappedTo: width) }
    let rows = self.rows(children, perRow: perRow, gap: gap, width: width)
    var top = titleLabel.map { $0.height + 8 } ?? 0
    var placed: [(block: ChartBlock, origin: Point)] = []
    var plotTop: Double?
    var used = 0.0
    for row in rows {
      let (blocks, lowest) = Self.aligned(row)
      var x = 0.0
      for block in blocks {
        placed.append((block, Point(x, top)))
        x += block.width + gap
      }
      if plotTop == nil { plotTop = top + lowest }
      used = max(used, x - gap)
      top += (blocks.map(\.height).max() ?? 0) + gap
    }
    return .concat(placed, title: titleLabel.map { ($0, anchor) }, size: (max(used, titleLabel?.width ?? 0), top - gap), plotTop: plotTop ?? 0)
  }

  // MARK: Sizes

  private func rows(_ children: [PanelTree], perRow: Int, gap: Double, width: Double) -> [[ChartBlock]] {
    let starts = Array(stride(from: 0, to: children.count, by: perRow))
    let ids = explained(children, perRow: perRow)
    func measured(_ start: Int, _ sides: [PlotSides]) -> [ChartBlock] {
      let row = Array(start..<min(children.count, start + perRow))
      let room = (width - gap * Double(row.count - 1)) / Double(row.count)
      return self.row(row.map { children[$0] }, row.map { ids[$0] }, room: room, sides: sides)
    }
    let rows = starts.map { measured($0, []) }
    let sides = Self.commonSides(rows, perRow)
    // A last row that is shorter has columns of its own.
    return zip(starts, rows).map { start, row in
      guard rows.count > 1, row.count == perRow, zip(row, sides).contains(where: { $0.sides != nil && $0.sides != $1 }) else { return row }
      return measured(start, sides)
    }
  }

  /// The most room that any plot of a column needs at its left and at its right.
  private static func commonSides(_ rows: [[ChartBlock]], _ perRow: Int) -> [PlotSides] {
    (0..<perRow).map { column in
      let sides = rows.filter { $0.count == perRow }.compactMap { $0[column].sides }
      return PlotSides(left: sides.map(\.left).max() ?? 0, right: sides.map(\.right).max() ?? 0)
    }
  }

  /// The scales that the legend of each view has to explain: a shared one stands once, beside the last view of a row that uses it.
  private func explained(_ children: [PanelTree], perRow: Int) -> [Set<Int>] {
    let ids = children.map(legendIDs)
    var explained: Set<Int> = []
    var result: [Set<Int>] = []
    for start in stride(from: 0, to: children.count, by: perRow) {
      let row = start..<min(children.count, start + perRow)
      let own = row.map { index -> Set<Int> in
        ids[index].filter { id in !explained.contains(id) && !row.contains { $0 > index && ids[$0].contains(id) } }
      }
      for set in own { explained.formUnion(set) }
      result += own
    }
    return result
  }

  /// The views of one row, with plots of one height where their specifications leave it open.
  private func row(_ views: [PanelTree], _ ids: [Set<Int>], room: Double, sides: [PlotSides]) -> [ChartBlock] {
    func blocks(_ height: Double?) -> [ChartBlock] {
      views.indices.map { index in
        let own = hasHeight(views[index]) ? nil : height
        return view(views[index], room, own, ids[index], index < sides.count ? sides[index] : PlotSides())
      }
    }
    let natural = blocks(nil)
    let heights = natural.compactMap { block -> Double? in if case .grid(let grid) = block, grid.grid.cells.count == 1 { grid.plotHeight } else { nil } }
    // A strip of one or two categories does not flatten its neighbours.
    let tallest = heights.max() ?? 0
    guard views.count > 1, heights.count == views.count, let common = heights.filter({ $0 >= 0.5 * tallest }).min(),
      heights.contains(where: { abs($0 - common) > 0.01 })
    else { return natural }
    return blocks(common)
  }

  private func view(_ tree: PanelTree, _ width: Double, _ plotHeight: Double?, _ ids: Set<Int>, _ sides: PlotSides) -> ChartBlock {
    if case .grid(let grid) = tree { return .grid(gridBlock(grid, width: width, plotHeight: plotHeight, legendIDs: ids, sides: sides)) }
    return block(tree, width: width)
  }

  private func hasHeight(_ tree: PanelTree) -> Bool {
    tree.panelIndices.first.map { panels[$0].height != nil } ?? false
  }

  // MARK: Edges

  /// The views of a row with their titles on one baseline and their plots below one line, and where that is.
  private static func aligned(_ row: [ChartBlock]) -> (blocks: [ChartBlock], plotTop: Double) {
    let ascents = row.map { block -> Double? in if case .grid(let grid) = block { grid.title?.ascent } else { nil } }
    let highest = ascents.compactMap { $0 }.max() ?? 0
    let level = zip(row, ascents).map { block, ascent -> ChartBlock in
      guard case .grid(var grid) = block, let ascent else { return block }
      grid.moveDown(highest - ascent)
      return .grid(grid)
    }
    let lowest = level.map(\.plotTop).max() ?? 0
    let blocks = level.map { block -> ChartBlock in
      guard case .grid(var grid) = block else { return block }
      grid.alignTop(lowest - grid.plotTop)
      return .grid(grid)
    }
    return (blocks, lowest)
  }
}

extension ChartBlock {
  /// Nil for views side by side, which have edges of their own.
  fileprivate var sides: PlotSides? { if case .grid(let grid) = self { grid.sides } else { nil } }
}

extension GridBlock {
  /// Lowers the plots to a common top edge. Titles stay, so that they share a baseline; what stands between a title and its plot goes with
  /// the plot, unless it is only the labels of a neighbour's axis that reach higher.
  mutating func alignTop(_ distance: Double) {
    let before = self
    moveDown(distance)
    titleTop = before.titleTop
    if distance <= ChartStyle.tick.size { (legendTop, yTitleTop) = (before.legendTop, before.yTitleTop) }
  }
}
