/// The work space of a descent: allocated once a run.
struct DescentBuffers {
  /// X β − y − ξ, or what stands for it, `[samples]`.
  var residual: [Double]
  /// ξ, `[samples]`; zero without label noise.
  var noise: [Double]
  /// Xᵀ·residual, `[features]`.
  var gradient: [Double]
  /// β at the last checkpoint, `[features]`.
  var base: [Double]
  /// The product of the factors 1 − γg since the last checkpoint, `[features]`.
  var product: [Double]

  init(samples: Int, start: [Double]) {
    residual = [Double](repeating: 0, count: samples)
    noise = residual
    gradient = [Double](repeating: 0, count: start.count)
    base = start
    product = [Double](repeating: 1, count: start.count)
  }

  /// residual ← −y − ξ, or −ξ without targets.
  mutating func setResidual(targets: [Double]?) {
    if let targets {
      for i in residual.indices { residual[i] = -targets[i] - noise[i] }
    } else {
      for i in residual.indices { residual[i] = -noise[i] }
    }
  }
}

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
