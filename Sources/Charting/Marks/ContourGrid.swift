/// Values over the crossings of columns and rows, and the lines of equal value between them.
struct ContourGrid {
  static let valueChannels: [Channel] = [.color, .stroke, .fill]

  /// Places of the columns and rows, ascending.
  let x: [Double]
  let y: [Double]
  /// Row by row; NaN where there is no row of the table.
  let values: [Double]

  init(x places: [Double], y heights: [Double], values cells: [Double]) {
    let (x, y) = (Array(Set(places)).sorted(), Array(Set(heights)).sorted())
    var grid = [Double](repeating: .nan, count: x.count * y.count)
    let columns = Dictionary(uniqueKeysWithValues: x.enumerated().map { ($0.element, $0.offset) })
    let rows = Dictionary(uniqueKeysWithValues: y.enumerated().map { ($0.element, $0.offset) })
    for index in cells.indices {
      if let column = columns[places[index]], let row = rows[heights[index]] { grid[row * x.count + column] = cells[index] }
    }
    (self.x, self.y, values) = (x, y, grid)
  }

  private func value(_ column: Int, _ row: Int) -> Double { values[row * x.count + column] }

  /// The lines along which the value is `level`: open ones end at the edge of the grid or beside missing values, closed ones repeat their
  /// first point.
  ///
  /// Marching squares with linear interpolation along the sides of the cells; where two lines could cross a cell, the mean of its corners
  /// decides which corners they part.
  /// - Complexity: O(cells).
  func lines(at level: Double) -> [[(x: Double, y: Double)]] {
    guard x.count > 1, y.count > 1 else { return [] }
    var links: [Int: [Int]] = [:]
    for row in 0..<y.count - 1 {
      for column in 0..<x.count - 1 {
        for (a, b) in segments(column, row, level) {
          links[a, default: []].append(b)
          links[b, default: []].append(a)
        }
      }
    }
    return chains(links).map { chain in chain.map { point($0, level) } }
  }

  /// Sides are numbered by their lower left corner: even ones run along x, odd ones along y.
  private func segments(_ column: Int, _ row: Int, _ level: Double) -> [(Int, Int)] {
    let corners = [value(column, row), value(column + 1, row), value(column + 1, row + 1), value(column, row + 1)]
    guard corners.allSatisfy(\.isFinite) else { return [] }
    let isAbove = corners.map { $0 >= level }
    let (corner, above): (Int, Int) = (2 * (row * x.count + column), 2 * ((row + 1) * x.count + column))
    let sides: [Int] = [corner, corner + 3, above, corner + 1]
    let crossed = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }
    if crossed.count == 2 { return [(sides[crossed[0]], sides[crossed[1]])] }
    guard crossed.count == 4 else { return [] }
    let isCenterAbove = corners.reduce(0, +) / 4 >= level
    return isCenterAbove == isAbove[0] ? [(sides[0], sides[1]), (sides[2], sides[3])] : [(sides[3], sides[0]), (sides[1], sides[2])]
  }

  private func point(_ side: Int, _ level: Double) -> (x: Double, y: Double) {
    let (column, row) = ((side / 2) % x.count, (side / 2) / x.count)
    let isAlongY = side % 2 == 1
    let (a, b) = (value(column, row), isAlongY ? value(column, row + 1) : value(column + 1, row))
    let part = a == b ? 0.5 : (level - a) / (b - a)
    if isAlongY { return (x[column], y[row] + (y[row + 1] - y[row]) * part) }
    return (x[column] + (x[column + 1] - x[column]) * part, y[row])
  }

  /// Every side has one neighbour (an end) or two.
  private func chains(_ links: [Int: [Int]]) -> [[Int]] {
    var isUsed: Set<Int> = []
    var chains: [[Int]] = []
    let order = links.keys.sorted()
    for start in order.filter({ links[$0]?.count == 1 }) + order where !isUsed.contains(start) {
      var chain = [start]
      isUsed.insert(start)
      while let last = chain.last, let next = links[last]?.first(where: { !isUsed.contains($0) }) {
        chain.append(next)
        isUsed.insert(next)
      }
      if chain.count > 2, let last = chain.last, links[start]?.count == 2, links[last]?.contains(start) ?? false { chain.append(start) }
      if chain.count > 1 { chains.append(chain) }
    }
    return chains
  }

  /// The value at a place, linear in both directions within a cell; NaN outside.
  func value(atX place: Double, y height: Double) -> Double {
    guard let column = Self.cell(x, place), let row = Self.cell(y, height) else { return .nan }
    let (u, v) = ((place - x[column]) / (x[column + 1] - x[column]), (height - y[row]) / (y[row + 1] - y[row]))
    let low = value(column, row) * (1 - u) + value(column + 1, row) * u
    let high = value(column, row + 1) * (1 - u) + value(column + 1, row + 1) * u
    return low * (1 - v) + high * v
  }

  private static func cell(_ places: [Double], _ place: Double) -> Int? {
    guard places.count > 1, place >= places[0], place <= places[places.count - 1] else { return nil }
    var (low, high) = (0, places.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if places[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }
}
