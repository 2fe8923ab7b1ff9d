import NumericalCore

extension SobolevInverseProblems {
  /// Interpolation with the Brownian bridge kernel min(x, x′) − x·x′ at points of (0, 1).
  ///
  /// The bridge is a Markov process, so the inverse of its Gram matrix M over sorted points is tridiagonal, with the
  /// reciprocals of the gaps: solving costs O(n) and is as accurate as the gaps allow.
  struct BridgeInterpolant {
    /// Ascending, in (0, 1), all different.
    let points: [Double]
    /// Reciprocals of the gaps between 0, the points, and 1: `[n + 1]`.
    let inverseGaps: [Double]

    init(sortedPoints points: [Double]) {
      self.points = points
      inverseGaps = zip(points + [1], [0] + points).map { 1 / ($0 - $1) }
    }

    /// Uniform points in ascending order; equal ones, and 0, are drawn again.
    static func uniform(count: Int, from source: RandomSource) -> BridgeInterpolant {
      var source = source
      while true {
        let points = (0..<count).map { _ in source.uniform() }.sorted()
        if points[0] > 0 && zip(points, points.dropFirst()).allSatisfy({ $0 < $1 }) {
          return BridgeInterpolant(sortedPoints: points)
        }
      }
    }

    /// c = M⁻¹·y.
    func coefficients(_ y: [Double]) -> [Double] {
      let slopes = slopes([0] + y + [0])
      return y.indices.map { slopes[$0] - slopes[$0 + 1] }
    }

    /// The largest |M·c − y| over the root mean square of y.
    func residual(_ c: [Double], _ y: [Double]) -> Double {
      // (M·c)_i = (1 − x_i)·Σ_{j ≤ i} c_j·x_j + x_i·Σ_{j > i} c_j·(1 − x_j).
      var right = 0.0
      for (c, x) in zip(c, points) { right += c * (1 - x) }
      var left = 0.0
      var largest = 0.0
      for (i, x) in points.enumerated() {
        left += c[i] * x
        right -= c[i] * (1 - x)
        largest = max(largest, abs((1 - x) * left + x * right - y[i]))
      }
      return largest / (Vector.squaredNorm(y) / Double(y.count)).squareRoot()
    }

    /// ‖M⁻¹·e‖² for the values of a function at 0, the points and 1, `[n + 2]`; `scratch` is `[n + 1]`.
    func squaredNormOfSolution(_ values: [Double], scratch: inout [Double]) -> Double {
      let count = points.count
      scratch.withUnsafeMutableBufferPointer { slopes in
        values.withUnsafeBufferPointer { values in
          inverseGaps.withUnsafeBufferPointer { inverseGaps in
            for i in 0...count { slopes[i] = (values[i &+ 1] - values[i]) * inverseGaps[i] }
          }
        }
      }
      return scratch.withUnsafeBufferPointer { slopes in
        Vector.squaredDistance(
          UnsafeBufferPointer(rebasing: slopes[0..<count]), UnsafeBufferPointer(rebasing: slopes[1...count]))
      }
    }

    private func slopes(_ values: [Double]) -> [Double] {
      inverseGaps.indices.map { (values[$0 + 1] - values[$0]) * inverseGaps[$0] }
    }
  }
}
