import Graphics
import Tables

/// The equal cells of a heat map, a density or a grid of pictures, with the numbers in them: what an image shows but does not say.
struct CellLattice: Sendable {
  /// In points of the drawing.
  var frame: Rect
  var columns: Int
  var rows: Int
  /// Row by row from the top left; NaN where there is none. Empty if the place of a cell says it all.
  var values: [Double] = []
  /// How many cells a row of the table stands for.
  var filledCount = 0
  /// What the values are.
  var title = ""
  /// Of one of several series.
  var key: String?
  /// Cells are intervals of x, of y, rather than places.
  var cutsX = false
  var cutsY = false

  /// The rows of a table and where their cells are.
  struct Cell {
    var row: Int
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }
}

extension CellLattice {
  /// Larger ones are no grid that anybody drew on purpose.
  private static let mostCells = 4_000_000

  /// Of rectangles whose colours are numbers.
  ///
  /// Nil unless the rectangles are of one size and stand on a grid.
  /// - Complexity: O(rectangles + cells).
  init?(_ geometry: MarkGeometry, _ painter: MarkPainter) {
    let layer = painter.layer
    guard layer.mark.type == .rect, let channel = Self.valueChannel(layer), let numbers = layer.numbers(channel),
      let id = layer.scaleIDs[channel], let scale = painter.scales[id], scale.continuous != nil
    else { return nil }
    let cells = Self.cells(geometry)
    guard cells.count > 1, let first = cells.first, first.width > 1e-6, first.height > 1e-6,
      cells.allSatisfy({ abs($0.width - first.width) < first.width * 1e-3 && abs($0.height - first.height) < first.height * 1e-3 })
    else { return nil }
    let left = cells.reduce(.infinity) { min($0, $1.x) }
    let top = cells.reduce(.infinity) { min($0, $1.y) }
    func place(_ cell: Cell) -> (x: Double, y: Double) { ((cell.x - left) / first.width, (cell.y - top) / first.height) }
    var (lastColumn, lastRow) = (0.0, 0.0)
    for cell in cells {
      let (x, y) = place(cell)
      let (column, row) = (x.rounded(), y.rounded())
      guard abs(x - column) < 0.02, abs(y - row) < 0.02 else { return nil }
      lastColumn = max(lastColumn, column)
      lastRow = max(lastRow, row)
    }
    guard (lastColumn + 1) * (lastRow + 1) <= Double(Self.mostCells) else { return nil }
    columns = Int(lastColumn) + 1
    rows = Int(lastRow) + 1
    let corner = painter.point(left, top)
    frame = Rect(
      x: corner.x, y: corner.y, width: first.width * Double(columns) * painter.plot.width, height: first.height * Double(rows) * painter.plot.height)
    filledCount = cells.count
    values = [Double](repeating: .nan, count: columns * rows)
    for cell in cells {
      let (x, y) = place(cell)
      values[Int(y.rounded()) * columns + Int(x.rounded())] = numbers[cell.row]
    }
    title = scale.title
    cutsX = Self.isCut(layer, .x, .x2)
    cutsY = Self.isCut(layer, .y, .y2)
  }

  static func valueChannel(_ layer: LayerData) -> Channel? {
    [Channel.fill, .color].first { layer.channel($0)?.isQuantitative ?? false }
  }

  static func isCut(_ layer: LayerData, _ channel: Channel, _ end: Channel) -> Bool {
    layer.channel(channel)?.isBinned ?? false || layer.channel(end) != nil
  }

  private static func cells(_ geometry: MarkGeometry) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(geometry.series.reduce(0) { $0 + $1.rows.count })
    for series in geometry.series {
      for (index, row) in series.rows.enumerated() {
        let (x, y) = (series.x[index], series.y[index])
        cells.append(Cell(row: row, x: x, y: y, width: (series.x2?[index] ?? x) - x, height: (series.y2?[index] ?? y) - y))
      }
    }
    return cells
  }
}
