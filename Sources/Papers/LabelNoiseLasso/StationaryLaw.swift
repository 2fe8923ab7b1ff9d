import NumericalCore

/// The stationary law of β in the simplest problem, n = d = 1 and x = y = 1: Gamma with shape 1/δ̄ − ½ and scale δ̄.
///
/// For δ̄ ≥ 2 = δ₊ there is none but the point 0, to which β collapses.
struct StationaryLaw {
  /// What a run of gradient descent with label noise shows of it.
  struct Sample {
    /// NaN if the run diverged.
    let mean: Double
    let variance: Double
    /// Middle of each bin and the density in it.
    let histogram: [(beta: Double, density: Double)]
  }

  private static let bins = 60

  /// δ̄ > 0.
  let level: Double

  var shape: Double { max(0, 1 / level - 0.5) }
  var mean: Double { shape * level }
  var variance: Double { shape * level * level }

  /// The density, NaN if the law is a point.
  func density(at beta: Double) -> Double {
    shape > 0 ? Distributions.gammaDensity(beta, shape: shape, scale: level) : .nan
  }

  /// Runs β ← β·(1 − γ(β − 1 − ξ))² from 1 and looks at the last 98 % of the steps.
  func sample(stepSize: Double, steps: Int, noise: RandomSource) -> Sample {
    var noise = noise
    let deviation = (level / stepSize).squareRoot()
    let width = (mean > 0 ? mean + 5 * variance.squareRoot() : 2) / Double(Self.bins)
    let first = steps / 50
    var counts = [Int](repeating: 0, count: Self.bins)
    var (sum, square) = (0.0, 0.0)
    var beta = 1.0
    for step in 0..<steps {
      if step >= first {
        sum += beta - 1
        square += (beta - 1) * (beta - 1)
        if beta < width * Double(Self.bins) { counts[Int(beta / width)] += 1 }
      }
      let factor = 1 - stepSize * (beta - 1 - deviation * noise.normal())
      beta *= factor * factor
      // e⁴⁰, beyond which a run counts as diverged.
      if !(beta <= 2.4e17) { return diverged(width) }
    }
    let total = Double(steps - first)
    let offset = sum / total
    let histogram = counts.enumerated().map {
      (beta: (Double($0) + 0.5) * width, density: Double($1) / (total * width))
    }
    return Sample(mean: 1 + offset, variance: max(0, square / total - offset * offset), histogram: histogram)
  }

  private func diverged(_ width: Double) -> Sample {
    Sample(
      mean: .nan, variance: .nan, histogram: (0..<Self.bins).map { ((Double($0) + 0.5) * width, density: .nan) })
  }
}
