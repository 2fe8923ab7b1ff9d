import Graphics
import Tables
import Typography

/// Measures a chart: sizes of plots, margins from laid-out text, legends, headers.
struct FigureLayout {
  let panels: [PanelData]
  let scales: [Int: ResolvedScale]
  let labels: LabelTypesetter
  let columnWidth: Double
  var legendSetting: LegendPlacement?

  var builder: AxisBuilder { AxisBuilder(labels: labels) }

  func label(_ text: String, _ style: TextStyle, wrappedTo width: Double) -> ChartLabel {
    ChartLabel(labels.layout(text, style: style, wrappedTo: max(20, width)))
  }

  /// Broken into lines, and smaller where a formula is wider by itself.
  func fitted(_ text: String, _ style: TextStyle, width: Double) -> ChartLabel {
    let label = label(text, style, wrappedTo: width)
    guard label.width > width else { return label }
    let smaller = TextStyle(style.role, size: max(5, style.size * width / label.width * 0.98))
    return self.label(text, smaller, wrappedTo: width)
  }

  // MARK: The whole

  /// The chart as measured blocks.
  func block(_ tree: PanelTree, width: Double? = nil) -> ChartBlock {
    switch tree {
    case .grid(let grid):
      let room = width ?? self.width(of: grid)
      return .grid(gridBlock(grid, width: room, plotHeight: nil, legendIDs: legendIDs(tree)))
    case .concat(let children, let columns, let title, let anchor, let spacing):
      return concat(children, columns: columns, title: title, anchor: anchor, spacing: spacing, width: width ?? columnWidth)
    }
  }

  /// The width of a chart by its first panel's wish.
  private func width(of grid: PanelGrid) -> Double {
    let first = grid.cells.flatMap { $0 }.compactMap { $0 }.first.map { panels[$0] }
    switch first?.width {
    case .full: return columnWidth
    case .half: return min(columnWidth, ChartStyle.halfWidth)
    case .third: return min(columnWidth, ChartStyle.thirdWidth)
    default: return grid.isFaceted && grid.cells.contains { $0.count > 1 } ? columnWidth : min(columnWidth, ChartStyle.defaultWidth)
    }
  }

  /// The scales with legends that only this part of the chart uses.
  private func legendIDs(_ tree: PanelTree) -> Set<Int> {
    var ids: Set<Int> = []
    for panel in tree.panelIndices { for layer in panels[panel].layers { for channel in Channel.legendChannels { if layer.channel(channel)?.isLegendWorthy ?? false, let id = layer.scaleIDs[channel] { ids.insert(id) } } } }
    return ids
  }

  // MARK: Side by side

  private func concat(_ children: [PanelTree], columns: Int?, title: String?, anchor: LabelBox.Anchor, spacing: Double?, width: Double) -> ChartBlock {
    let perRow = max(1, columns ?? children.count)
    let gap = spacing ?? 18
    let ids = children.map(legendIDs)
    let titleLabel = title.map { label($0, ChartStyle.title, wrappedTo: width) }
    var top = titleLabel.map { $0.height + 8 } ?? 0
    var placed: [(block: ChartBlock, origin: Point)] = []
    var plotTop: Double?
    var used = 0.0
    var explained: Set<Int> = []
    for start in stride(from: 0, to: children.count, by: perRow) {
      let row = Array(children.indices[start..<min(children.count, start + perRow)])
      let room = (width - gap * Double(row.count - 1)) / Double(row.count)
      // A shared legend stands once, beside the last view of a row that uses it.
      let own = row.map { index -> Set<Int> in
        ids[index].filter { id in !explained.contains(id) && !row.contains { $0 > index && ids[$0].contains(id) } }
      }
      for set in own { explained.formUnion(set) }
      var blocks = zip(row, own).map { rowBlock(children[$0], room, nil, $1) }
      let heights = blocks.compactMap { block -> Double? in if case .grid(let grid) = block, grid.grid.cells.count == 1 { grid.plotHeight } else { nil } }
      // A strip of one or two categories does not flatten its neighbours.
      let tallest = heights.max() ?? 0
      if row.count > 1, let common = heights.filter({ $0 >= 0.5 * tallest }).min(), heights.count == row.count, heights.contains(where: { abs($0 - common) > 0.01 }) {
        blocks = zip(row, own).map { rowBlock(children[$0], room, hasHeight(children[$0]) ? nil : common, $1) }
      }
      let lowest = blocks.map(\.plotTop).max() ?? 0
      var x = 0.0
      var height = 0.0
      for var block in blocks {
        if case .grid(var grid) = block { grid.alignTop(lowest - grid.plotTop); block = .grid(grid) }
        placed.append((block, Point(x, top)))
        x += block.width + gap
        height = max(height, block.height)
      }
      if plotTop == nil { plotTop = top + lowest }
      used = max(used, x - gap)
      top += height + gap
    }
    return .concat(placed, title: titleLabel.map { ($0, anchor) }, size: (max(used, titleLabel?.width ?? 0), top - gap), plotTop: plotTop ?? 0)
  }

  private func rowBlock(_ tree: PanelTree, _ width: Double, _ plotHeight: Double?, _ ids: Set<Int>) -> ChartBlock {
    if case .grid(let grid) = tree { return .grid(gridBlock(grid, width: width, plotHeight: plotHeight, legendIDs: ids)) }
    return block(tree, width: width)
  }

  private func hasHeight(_ tree: PanelTree) -> Bool {
    tree.panelIndices.first.map { panels[$0].height != nil } ?? false
  }
}

extension PanelTree {
  var panelIndices: [Int] {
    switch self {
    case .grid(let grid): grid.cells.flatMap { $0 }.compactMap { $0 }
    case .concat(let children, _, _, _, _): children.flatMap(\.panelIndices)
    }
  }
}

extension ResolvedChannel {
  /// Data that a reader needs a legend for.
  var isLegendWorthy: Bool { visual == nil && !definition.isScaleDisabled && (column != nil || datum != nil) }
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
