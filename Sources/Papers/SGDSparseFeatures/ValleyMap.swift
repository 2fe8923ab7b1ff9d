extension SGDSparseFeatures {
  /// One-sample steps θ ← θ + γ·x²·θ·(1 − θ²) on ¼(1 − θ²)², the loss of the model x·θ² with truth 1.
  struct ValleyMap {
    var stepSize: Double
    private(set) var theta: Double

    init(stepSize: Double, start: Double) {
      self.stepSize = stepSize
      theta = start
    }

    mutating func step(_ x: Double) { theta += stepSize * x * x * theta * (1 - theta * theta) }

    /// ¼(1 − θ²)².
    var loss: Double {
      let residual = 1 - theta * theta
      return 0.25 * residual * residual
    }

    /// The two points between which the deterministic map, x = 1, alternates for γ in (1, 2):
    /// ½(√(1 + 3/γ) ∓ √(1 − 1/γ)). Their product is 1/γ, and the cycle attracts for γ < √5 − 1.
    static func cycle(stepSize: Double) -> (low: Double, high: Double) {
      let (sum, difference) = ((1 + 3 / stepSize).squareRoot(), (1 - 1 / stepSize).squareRoot())
      return (0.5 * (sum - difference), 0.5 * (sum + difference))
    }
  }
}
