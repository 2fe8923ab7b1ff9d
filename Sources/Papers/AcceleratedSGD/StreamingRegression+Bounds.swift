extension StreamingRegression {
  /// Room for the rounding of step sizes that meet a condition with equality.
  private static let rounding = 1 + 1e-12

  /// The right-hand side of Theorem 1 (weighted average) or Theorem 3 (last iterate) after `t` steps; nil for plain SGD,
  /// at the start, and where the step sizes do not meet the theorem's conditions.
  func bound(_ method: RiskMethod, steps: StepSizes, squaredDistance: Double, sigma: Double, after t: Int) -> Double? {
    let time = Double(t)
    let (d, variance) = (Double(dimension), sigma * sigma)
    if t == 0 { return nil }
    switch method {
    case .averagedAccelerated where meetsTheorem1(steps):
      return min(12 / (steps.alpha * time * time), 48 / (steps.beta * time)) * squaredDistance + 72 * variance * d / time
    case .accelerated where meetsTheorem3(steps):
      let noise = (steps.alpha + 2 * steps.beta) * trace + 2 * steps.alpha * d / steps.beta
      return min(3 / (steps.alpha * time * time), 24 / (steps.beta * time)) * squaredDistance + 2 * noise * variance
    default: return nil
    }
  }

  /// (α + 2β)R² ≤ 1 and α ≤ β/(2κ̃).
  func meetsTheorem1(_ steps: StepSizes) -> Bool {
    (steps.alpha + 2 * steps.beta) * squaredRadius <= Self.rounding
      && steps.alpha <= Self.rounding * steps.beta / (2 * statisticalCondition)
  }

  /// κ(α + 2β) tr H ≤ 1 and α ≤ β/(2κd).
  func meetsTheorem3(_ steps: StepSizes) -> Bool {
    kurtosis * (steps.alpha + 2 * steps.beta) * trace <= Self.rounding
      && steps.alpha <= Self.rounding * steps.beta / (2 * kurtosis * Double(dimension))
  }
}
