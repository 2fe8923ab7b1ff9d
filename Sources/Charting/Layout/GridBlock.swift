import Graphics

/// A grid of panels, measured: every length is known, nothing is drawn yet.
struct GridBlock {
  var grid: PanelGrid
  var axes: [[PanelAxes?]]
  var plotWidth = 0.0
  var plotHeight = 0.0
  /// Left edges of the columns' plots and top edges of the rows' plots.
  var columnStarts: [Double] = []
  var rowStarts: [Double] = []
  var width = 0.0
  var height = 0.0
  var sides = PlotSides()

  var title: ChartLabel?
  var xTitle: ChartLabel?
  var yTitle: ChartLabel?
  var isYTitleTurned = false
  var rightTitle: ChartLabel?
  var yTitleTop = 0.0
  var titleTop = 0.0
  var legendTop = 0.0
  var headers: [[ChartLabel?]] = []
  var rowHeaders: [ChartLabel] = []
  var legend = LegendDrawing(legends: [])
  var legendPlacement = LegendPlacement.none
  var legendX = 0.0
  var direct: DirectLabels?
  var xAxisExtent = 0.0
  /// Of axes above the plots, between the headers and the plots.
  var topRoom = 0.0

  var plotTop: Double { rowStarts.first ?? 0 }
  var plotBottom: Double { (rowStarts.last ?? 0) + plotHeight }

  mutating func moveDown(_ distance: Double) {
    guard distance > 0 else { return }
    titleTop += distance
    legendTop += distance
    yTitleTop += distance
    rowStarts = rowStarts.map { $0 + distance }
    height += distance
  }
}

/// Measured parts of a chart.
indirect enum ChartBlock {
  case grid(GridBlock)
  case concat([(block: ChartBlock, origin: Point)], title: (label: ChartLabel, anchor: LabelBox.Anchor)?, size: (width: Double, height: Double), plotTop: Double)

  var width: Double {
    switch self {
    case .grid(let grid): grid.width
    case .concat(_, _, let size, _): size.width
    }
  }

  var height: Double {
    switch self {
    case .grid(let grid): grid.height
    case .concat(_, _, let size, _): size.height
    }
  }

  /// From the top of the block to the first plot.
  var plotTop: Double {
    switch self {
    case .grid(let grid): grid.plotTop
    case .concat(_, _, _, let top): top
    }
  }
}
