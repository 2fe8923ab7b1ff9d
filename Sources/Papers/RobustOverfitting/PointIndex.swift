extension RobustOverfitting {
  /// Points of the unit cube sorted into equal cells, so that the near ones are found without looking at all.
  struct PointIndex {
    let dimension: Int
    /// Coordinates, point by point.
    let coordinates: [Double]
    private let cellsPerAxis: Int
    /// Where in `members` each cell begins; one more for the end.
    private let starts: [Int]
    private let members: [Int]

    /// About one cell a point.
    init(_ coordinates: [Double], dimension: Int) {
      let count = coordinates.count / dimension
      var cellsPerAxis = 1
      while PointIndex.power(cellsPerAxis + 1, dimension) <= count { cellsPerAxis += 1 }
      let cells = (0..<count).map { point in
        (0..<dimension).reduce(0) {
          $0 * cellsPerAxis + PointIndex.cell(coordinates[point * dimension + $1], cellsPerAxis)
        }
      }
      var starts = [Int](repeating: 0, count: PointIndex.power(cellsPerAxis, dimension) + 1)
      for cell in cells { starts[cell + 1] += 1 }
      for cell in 1..<starts.count { starts[cell] += starts[cell - 1] }
      (self.dimension, self.coordinates) = (dimension, coordinates)
      (self.cellsPerAxis, self.starts) = (cellsPerAxis, starts)
      members = (0..<count).sorted { (cells[$0], $0) < (cells[$1], $1) }
    }

    private static func power(_ base: Int, _ exponent: Int) -> Int {
      (0..<exponent).reduce(1) { power, _ in power * base }
    }

    /// The cell of a coordinate on its axis; what lies outside belongs to the cells at the border.
    private static func cell(_ x: Double, _ count: Int) -> Int {
      min(max(Int((x * Double(count)).rounded(.down)), 0), count - 1)
    }

    /// Calls `body` with a point's coordinates in place.
    @inline(__always) func withPoint<R>(_ index: Int, _ body: (UnsafeBufferPointer<Double>) -> R) -> R {
      coordinates.withUnsafeBufferPointer { body(.init(rebasing: $0[(index * dimension)..<((index + 1) * dimension)])) }
    }

    /// Replaces `found` by the points within Chebyshev distance `radius` of x, in the order of their cells.
    /// - Complexity: O(cells that the cube meets + points in them); no memory beyond that of `found`.
    func find(within radius: Double, of x: UnsafeBufferPointer<Double>, into found: inout [Int]) {
      found.removeAll(keepingCapacity: true)
      visit(axis: 0, cell: 0, radius, x, &found)
    }

    private func visit(axis: Int, cell: Int, _ radius: Double, _ x: UnsafeBufferPointer<Double>, _ found: inout [Int]) {
      if axis < dimension {
        let low = PointIndex.cell(x[axis] - radius, cellsPerAxis)
        let high = PointIndex.cell(x[axis] + radius, cellsPerAxis)
        for next in low...high { visit(axis: axis + 1, cell: cell * cellsPerAxis + next, radius, x, &found) }
        return
      }
      for member in members[starts[cell]..<starts[cell + 1]] {
        if withPoint(member, { PointIndex.distance($0, x) }) <= radius { found.append(member) }
      }
    }

    /// maxⱼ |aⱼ − bⱼ|.
    @inline(__always) static func distance(
      _ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>
    ) -> Double {
      var largest = 0.0
      for j in a.indices { largest = max(largest, abs(a[j] - b[j])) }
      return largest
    }
  }
}
