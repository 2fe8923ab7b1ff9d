extension SGDSparseFeatures {
  /// Step sizes that grow linearly for a fraction f of T steps and then fall at once:
  /// γ_t = γ₀(1 + (400f − 1)·t/T) for t ≤ fT, and γ₀(1 + (400f − 1)f)/c afterwards.
  struct WarmUpSchedule {
    var initial: Double
    var fraction: Double
    var factor: Double
    var steps: Int

    func stepSize(at t: Int) -> Double {
      let (time, total) = (Double(t), Double(steps))
      if time <= fraction * total { return initial * (1 + (400 * fraction - 1) * time / total) }
      return peak / factor
    }

    var peak: Double { initial * (1 + (400 * fraction - 1) * fraction) }
  }
}
