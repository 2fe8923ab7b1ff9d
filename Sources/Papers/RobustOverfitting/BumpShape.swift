extension RobustOverfitting {
  /// The cross-section of a bump: a trapezoid that is 1 up to `inner` from the centre and 0 from `outer` on.
  struct BumpShape: Equatable {
    /// ρ ≥ 0.
    let inner: Double
    /// κ > 0.
    let ramp: Double

    /// ρ + κ.
    var outer: Double { inner + ramp }

    /// The bumps of the experiments: ρ = δ, and κ as a share of δ.
    init(radius: Double, relativeRamp: Double = 0.1) {
      inner = radius
      ramp = relativeRamp * radius
    }

    /// T(u) = [σ(u + ρ + κ) − σ(u + ρ) − σ(u − ρ) + σ(u − ρ − κ)]/κ, with σ(u) = max(0, u).
    @inline(__always) func trapezoid(_ u: Double) -> Double { min(1, max(0, (outer - abs(u)) / ramp)) }

    /// σ(Σⱼ T(xⱼ − cⱼ) − (d − 1)): 1 on the cube of half-width ρ about c, 0 outside that of half-width ρ + κ.
    @inline(__always) func bump(
      at x: UnsafeBufferPointer<Double>, around centre: UnsafeBufferPointer<Double>
    ) -> Double {
      var sum = 1 - Double(x.count)
      for j in x.indices { sum += trapezoid(x[j] - centre[j]) }
      return max(0, sum)
    }
  }
}
