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
  func legendIDs(_ tree: PanelTree) -> Set<Int> {
    var ids: Set<Int> = []
    for panel in tree.panelIndices { for layer in panels[panel].layers { for channel in Channel.legendChannels { if layer.channel(channel)?.isLegendWorthy ?? false, let id = layer.scaleIDs[channel] { ids.insert(id) } } } }
    return ids
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
