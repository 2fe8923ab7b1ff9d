extension SGDSparseFeatures {
  /// How a diagonal linear network is trained.
  struct DiagonalSchedule {
    var name: String
    var stepSize: Double
    var steps: Int
    /// The step at which the step size is divided by `factor` and label noise ends.
    var decayStep: Int
    var factor = 1.0
    /// Standard deviation of what is added to the label of each sample drawn.
    var noise = 0.0
    /// Whether each step takes the gradient of all samples.
    var isFullBatch = false

    static func constant(_ name: String, stepSize: Double, steps: Int) -> DiagonalSchedule {
      DiagonalSchedule(name: name, stepSize: stepSize, steps: steps, decayStep: steps)
    }

    /// The step size is divided by `factor` after the given fraction of the steps.
    static func decaying(
      _ name: String, stepSize: Double, steps: Int, after fraction: Double, by factor: Double
    ) -> DiagonalSchedule {
      DiagonalSchedule(
        name: name, stepSize: stepSize, steps: steps, decayStep: Int(fraction * Double(steps)), factor: factor)
    }

    /// Label noise for the given fraction of the steps.
    static func labelNoise(
      _ name: String, stepSize: Double, steps: Int, noise: Double, until fraction: Double
    ) -> DiagonalSchedule {
      DiagonalSchedule(
        name: name, stepSize: stepSize, steps: steps, decayStep: Int(fraction * Double(steps)), noise: noise)
    }

    static func fullBatch(_ name: String, stepSize: Double, steps: Int) -> DiagonalSchedule {
      DiagonalSchedule(name: name, stepSize: stepSize, steps: steps, decayStep: steps, isFullBatch: true)
    }

    func stepSize(at step: Int) -> Double { step < decayStep ? stepSize : stepSize / factor }
    func noise(at step: Int) -> Double { step < decayStep ? noise : 0 }
  }
}
