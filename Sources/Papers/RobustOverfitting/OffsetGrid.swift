extension RobustOverfitting {
  /// The offsets δ·{−1, −½, 0, ½, 1}^d, with which attacks on constructed networks try the ℓ∞ ball.
  ///
  /// A gradient would be of no use: it knows nothing of a bump but on its ramp. The grid misses no bump, as its points
  /// are closer than a bump of half-width δ is wide.
  struct OffsetGrid {
    static let pointsPerAxis = 5
    let dimension: Int
    /// Offsets, one after the other; the first is 0.
    let offsets: [Double]

    init(dimension: Int, radius: Double) {
      var grid = [[Double]]([[]])
      for _ in 0..<dimension {
        grid = grid.flatMap { start in [0, -1, -0.5, 0.5, 1].map { start + [$0 * radius] } }
      }
      self.dimension = dimension
      offsets = grid.flatMap { $0 }
    }

    var count: Int { offsets.count / dimension }

    /// Calls `visit` with each point of the grid about x until it says false.
    /// - Parameter point: room for a point.
    @inline(__always) func forEach(
      around x: UnsafeBufferPointer<Double>, point: UnsafeMutableBufferPointer<Double>,
      _ visit: (_ offset: Int, _ point: UnsafeBufferPointer<Double>) -> Bool
    ) {
      offsets.withUnsafeBufferPointer { offsets in
        for offset in 0..<count {
          for axis in 0..<dimension { point[axis] = x[axis] + offsets[offset * dimension + axis] }
          if !visit(offset, UnsafeBufferPointer(point)) { return }
        }
      }
    }
  }
}
