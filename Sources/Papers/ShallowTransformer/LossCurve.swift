import NumericalCore

extension ShallowTransformer {
  /// The losses ℓ_0, …, ℓ_T of a run; fewer if the last one recorded is not finite.
  struct LossCurve {
    let losses: [Double]
    /// T.
    let steps: Int

    private var start: Double { losses[0] }

    /// ℓ_T/ℓ_0; NaN if the run diverged.
    var ratio: Double {
      let last = losses[losses.count - 1]
      return last.isFinite ? last / start : .nan
    }

    /// Whether no step raises the loss by more than 10⁻¹²·ℓ_0.
    var isMonotone: Bool { zip(losses, losses.dropFirst()).allSatisfy { $1 <= $0 + 1e-12 * start } }

    /// Whether ℓ_t ≤ (1 − rate)ᵗ·ℓ_0 throughout, down to the rounding errors of f.
    func staysBelow(rate: Double) -> Bool {
      losses.indices.allSatisfy { losses[$0] <= bound(rate: rate, at: $0) + 1e-26 * start }
    }

    /// (1 − rate)ᵗ·ℓ_0.
    func bound(rate: Double, at t: Int) -> Double { start * Elementary.exp(Double(t) * Elementary.log(1 - rate)) }

    /// The least-squares line through (t, ln ℓ_t) on the second half of the iterates.
    var tailFit: LinearFit {
      let tail = (steps / 2...max(steps / 2, losses.count - 1)).filter {
        $0 < losses.count && losses[$0] > 0 && losses[$0].isFinite
      }
      return Statistics.linearRegression(tail.map(Double.init), tail.map { Elementary.log(losses[$0]) })
    }

    /// At most 200 iterates at nearly equal distances, first and last among them.
    var thinned: [Int] {
      let last = losses.count - 1
      if last < 200 { return Array(0...last) }
      return (0..<200).map { Int((Double($0) * Double(last) / 199).rounded()) }
    }
  }
}
