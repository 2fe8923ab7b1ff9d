import NumericalCore

extension SobolevInverseProblems {
  /// The orders of a problem: everything that its learning curve depends on, beside n, the noise and the ridge.
  struct SobolevOrders: Hashable {
    /// Order of the operator: a_k = ⟨k⟩ᵗ.
    var t: Double
    /// Order of the prior's norm.
    var s: Double
    /// Smoothness of the truth: u*_k = ⟨k⟩^−(alpha + d/2).
    var alpha: Double
    /// Order of the norm of the error.
    var r: Double

    /// Predicted exponent of the ridgeless variance in n; a logarithm comes on top where 2(t − r) = d.
    func varianceExponent(dimension d: Int) -> Double { -min(1, 2 * (t - r) / Double(d)) }

    /// Predicted exponent of the ridgeless squared bias in n on the equispaced grid.
    func biasExponent(dimension d: Int) -> Double {
      let d = Double(d)
      return -min(2 * (alpha - r), 4 * (s - t), 2 * (alpha - t) + d) / d
    }

    /// The ridge 0.05·n^(−2(s−t)/(2(alpha−t)+d)), whose exponent is the minimax one.
    func theoreticalRidge(n: Int, dimension d: Int) -> Double {
      0.05 * Elementary.exp(-2 * (s - t) / (2 * (alpha - t) + Double(d)) * Elementary.log(Double(n)))
    }

    /// Why the powers of ⟨k⟩ up to |k|∞ = K leave the range of doubles, or nil.
    func overflow(dimension d: Int, largestFrequency: Int) -> String? {
      let d = Double(d)
      let logarithm = 0.5 * Elementary.log(1 + d * Double(largestFrequency) * Double(largestFrequency))
      let exponents = [2 * (s - t), t - alpha - d / 2, r - t, r - alpha - d / 2]
      guard let worst = exponents.max(by: { abs($0) < abs($1) }), abs(worst) * logarithm > 300 else { return nil }
      return "a power of order \(worst) of frequencies up to \(largestFrequency) leaves the range of doubles"
    }
  }
}
