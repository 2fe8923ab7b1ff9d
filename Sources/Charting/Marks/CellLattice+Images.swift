import Graphics

extension CellLattice {
  /// A pointer can aim at squares of this side, in points; the cells of a density are smaller.
  private static let aim = 6.0
  /// Of a grid that is not regular: values are read off at so many places in each direction.
  private static let samples = 64

  /// How many points of a series lie in each square of a plot.
  /// - Complexity: O(points + squares).
  init(counting series: MarkGeometry.Series, plot: Rect, key: String?) {
    let columns = max(1, Int(plot.width / Self.aim))
    let rows = max(1, Int(plot.height / Self.aim))
    let counts = series.counts(columns: columns, rows: rows)
    self.init(frame: plot, columns: columns, rows: rows, values: counts.map(Double.init), title: "points", key: key, cutsX: true, cutsY: true)
  }

  /// Around the crossings of a contour's grid; of one that is not regular, or very fine, around places between them.
  init(_ grid: ContourGrid, plot: Rect, title: String) {
    if Self.isRegular(grid.x), Self.isRegular(grid.y), grid.values.count <= ChartReadout.mostCells {
      let (columns, rows) = (grid.x.count, grid.y.count)
      let (width, height) = ((grid.x[columns - 1] - grid.x[0]) / Double(columns - 1), (grid.y[rows - 1] - grid.y[0]) / Double(rows - 1))
      let frame = Rect(
        x: plot.x + (grid.x[0] - width / 2) * plot.width, y: plot.y + (grid.y[0] - height / 2) * plot.height, width: width * Double(columns) * plot.width,
        height: height * Double(rows) * plot.height)
      self.init(frame: frame, columns: columns, rows: rows, values: grid.values, title: title)
    } else {
      let places = (0..<Self.samples).map { (Double($0) + 0.5) / Double(Self.samples) }
      let values = places.flatMap { y in places.map { x in grid.value(atX: x, y: y) } }
      self.init(frame: plot, columns: Self.samples, rows: Self.samples, values: values, title: title)
    }
  }

  private static func isRegular(_ places: [Double]) -> Bool {
    guard let first = places.first, let last = places.last, first < last else { return false }
    let step = (last - first) / Double(places.count - 1)
    return places.enumerated().allSatisfy { abs($0.element - first - Double($0.offset) * step) < 0.01 * step }
  }

  /// The cells of two scales of names, either of which may be missing.
  init(x: DiscreteScale?, y: DiscreteScale?, plot: Rect) {
    func start(_ scale: DiscreteScale?) -> Double { scale.map { $0.start($0.isReversed ? $0.levels.count - 1 : 0) } ?? 0 }
    func count(_ scale: DiscreteScale?) -> Int { max(1, scale?.levels.count ?? 1) }
    func extent(_ scale: DiscreteScale?) -> Double { scale.map { $0.step * Double(count($0)) } ?? 1 }
    let frame = Rect(
      x: plot.x + start(x) * plot.width, y: plot.y + start(y) * plot.height, width: extent(x) * plot.width, height: extent(y) * plot.height)
    self.init(frame: frame, columns: count(x), rows: count(y))
  }
}
