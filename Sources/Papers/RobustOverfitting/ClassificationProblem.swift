import NumericalCore

extension RobustOverfitting {
  /// Two classes in the unit cube, apart by a margin: the sign of g(x) = x₁ − 0.3 − 0.4·|2x₂ − 1|, or of x₁ − 0.5 for
  /// d = 1.
  struct ClassificationProblem {
    let dimension: Int
    /// μ: points with |g| < μ do not occur.
    let margin: Double

    @inline(__always) func base(_ x: UnsafeBufferPointer<Double>) -> Double {
      x.count == 1 ? x[0] - 0.5 : x[0] - 0.3 - 0.4 * abs(2 * x[1] - 1)
    }

    /// One point in each cell of a grid, at least 0.6/q from all others in some coordinate; those within the margin are
    /// left out.
    /// - Parameter q: cells an axis.
    func jitteredGrid(_ q: Int, using random: inout RandomSource) -> [Double] {
      let count = (0..<dimension).reduce(1) { power, _ in power * q }
      var (points, point) = ([Double](), [Double](repeating: 0, count: dimension))
      for cell in 0..<count {
        var rest = cell
        for axis in 0..<dimension {
          point[axis] = (Double(rest % q) + 0.5 + random.uniform(in: -0.2..<0.2)) / Double(q)
          rest /= q
        }
        if point.withUnsafeBufferPointer({ abs(base($0)) >= margin }) { points += point }
      }
      return points
    }

    /// Uniform points outside the margin.
    func uniformPoints(_ count: Int, using random: inout RandomSource) -> [Double] {
      var (points, point) = ([Double](), [Double](repeating: 0, count: dimension))
      points.reserveCapacity(count * dimension)
      while points.count < count * dimension {
        random.fillUniforms(&point)
        if point.withUnsafeBufferPointer({ abs(base($0)) >= margin }) { points += point }
      }
      return points
    }
  }
}
