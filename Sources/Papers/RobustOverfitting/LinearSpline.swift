import NumericalCore

extension RobustOverfitting {
  /// A continuous function on [0, 1] that is linear on each of J equal cells, and constant outside.
  struct LinearSpline {
    /// Its values at the J + 1 knots.
    let coefficients: [Double]
    /// On each cell.
    let slopes: [Double]
    /// M = max|c| + 1: more than the function ever reaches.
    let gate: Double

    init(coefficients: [Double]) {
      self.coefficients = coefficients
      let cells = Double(coefficients.count - 1)
      slopes = zip(coefficients, coefficients.dropFirst()).map { ($1 - $0) * cells }
      gate = Vector.maxNorm(coefficients) + 1
    }

    /// The number of cells that balances squared bias and variance for a target with two derivatives: 2·n^{1/5}.
    static func cells(samples: Int) -> Int {
      max(2, Int((2 * Elementary.exp(0.2 * Elementary.log(Double(samples)))).rounded()))
    }

    /// The least-squares fit.
    /// - Parameter x: in [0, 1].
    /// - Throws: `LinearAlgebraError.notPositiveDefinite` if the points do not determine it.
    init(fitting y: [Double], at x: [Double], cells: Int) throws(LinearAlgebraError) {
      var normal = Matrix(rows: cells + 1, columns: 2)
      var target = [Double](repeating: 0, count: cells + 1)
      for (x, y) in zip(x, y) {
        let (cell, share) = LinearSpline.place(x, cells)
        normal[cell, 0] += (1 - share) * (1 - share)
        normal[cell, 1] += share * (1 - share)
        normal[cell + 1, 0] += share * share
        target[cell] += (1 - share) * y
        target[cell + 1] += share * y
      }
      self.init(coefficients: try BandedCholesky(diagonals: normal).solve(target))
    }

    /// The fit to a sample, on as many cells as its size asks for.
    init(fitting sample: RegressionSample) throws(LinearAlgebraError) {
      try self.init(fitting: sample.y, at: sample.x, cells: LinearSpline.cells(samples: sample.x.count))
    }

    /// The cell of a point and how far into it the point lies: there the hat functions of the cell's two knots are
    /// 1 − share and share.
    @inline(__always) static func place(_ x: Double, _ cells: Int) -> (cell: Int, share: Double) {
      let position = min(max(x, 0), 1) * Double(cells)
      let cell = min(Int(position), cells - 1)
      return (cell, position - Double(cell))
    }

    @inline(__always) func callAsFunction(_ x: Double) -> Double {
      let (cell, share) = LinearSpline.place(x, slopes.count)
      return coefficients[cell] + share * (coefficients[cell + 1] - coefficients[cell])
    }

    /// The values at x plus some distances, by one line where all fall into one cell.
    /// - Parameter reach: the largest distance.
    func evaluate(
      at x: Double, plus distances: [BumpWindow.Points], reach: Double, into values: inout [BumpWindow.Points]
    ) {
      let cells = slopes.count
      let cell = LinearSpline.place(x, cells).cell
      let isOneCell = x - reach >= Double(cell) / Double(cells) && x + reach <= Double(cell + 1) / Double(cells)
      let (value, slope) = (self(x), slopes[cell])
      for place in distances.indices {
        values[place] = value + slope * distances[place]
        if isOneCell { continue }
        for lane in 0..<BumpWindow.Points.scalarCount { values[place][lane] = self(x + distances[place][lane]) }
      }
    }
  }
}
