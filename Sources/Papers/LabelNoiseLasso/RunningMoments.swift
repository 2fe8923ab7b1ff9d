/// Sums of a vector and of its squared distance to a centre over the steps of a run.
struct RunningMoments {
  private let centre: [Double]
  var sums: [Double]
  var squares: [Double]
  var count = 0

  /// - Parameter centre: near the mean, so that the variance does not cancel.
  init(centre: [Double]) {
    self.centre = centre
    sums = [Double](repeating: 0, count: centre.count)
    squares = sums
  }

  /// Calls `body` with the centre, the sums of the deviations from it, and the sums of their squares.
  mutating func withStorage(
    _ body: (UnsafePointer<Double>, UnsafeMutablePointer<Double>, UnsafeMutablePointer<Double>) -> Void
  ) {
    centre.withUnsafeBufferPointer { centre in
      sums.withUnsafeMutableBufferPointer { sums in
        squares.withUnsafeMutableBufferPointer { squares in
          guard let c = centre.baseAddress, let s = sums.baseAddress, let q = squares.baseAddress else { return }
          body(c, s, q)
        }
      }
    }
    count += 1
  }

  var means: [Double] { zip(centre, sums).map { $0 + $1 / Double(count) } }

  var standardDeviations: [Double] {
    zip(sums, squares).map { sum, square in
      let mean = sum / Double(count)
      return max(0, square / Double(count) - mean * mean).squareRoot()
    }
  }
}
