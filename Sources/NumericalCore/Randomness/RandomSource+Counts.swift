import Diagnostics

/// Counts: Poisson, binomial and geometric laws, and single draws from weights.
extension RandomSource {
  /// An index of `weights` (≥ 0, finite, not all 0), drawn with probability proportional to its weight.
  ///
  /// For many draws from the same weights prepare an `AliasTable`.
  /// - Complexity: O(n).
  public mutating func categorical(_ weights: [Double]) -> Int {
    let total = Vector.sum(weights)
    if !(total > 0 && total.isFinite) { trap("categorical: \(weights.count) weights of sum \(total)") }
    var rest = uniform() * total
    var last = 0
    for (index, weight) in weights.enumerated() where weight > 0 {
      rest -= weight
      if rest < 0 { return index }
      last = index
    }
    return last
  }

  /// The number of failures before the first success: P(k) = p·(1 − p)ᵏ for p in (0, 1].
  public mutating func geometric(_ probability: Double) -> Int {
    if !(probability > 0 && probability <= 1) { trap("geometric(\(probability)): a probability in (0, 1]") }
    if probability == 1 { return 0 }
    let count = exponential() / -Elementary.logOnePlus(-probability)
    return count < 0x1p62 ? Int(count) : .max
  }

  /// A number of the Poisson law of the given mean in 0 … 2⁵⁰.
  /// - Complexity: O(mean) below 10, O(1) above.
  /// - Source: multiplication of uniforms; above 10, Hörmann, "The transformed rejection method for generating Poisson
  ///   random variables" (1993), algorithm PTRS.
  public mutating func poisson(_ mean: Double) -> Int {
    if !(mean >= 0 && mean <= 0x1p50) { trap("poisson(\(mean)): a mean in 0 … 2⁵⁰") }
    if mean < 10 {
      let limit = Elementary.exp(-mean)
      var (count, product) = (0, 1 - uniform())
      while product > limit {
        count += 1
        product *= 1 - uniform()
      }
      return count
    }
    let logMean = Elementary.log(mean)
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let fit = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform() - 0.5
      let v = 1 - uniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + mean + 0.43).rounded(.down)
      if us >= 0.07 && v <= fit { return Int(k) }
      if k < 0 || (us < 0.013 && v > us) { continue }
      let left = Elementary.log(v * inverseAlpha / (a / (us * us) + b))
      if left <= k * logMean - mean - SpecialFunctions.logGamma(k + 1) { return Int(k) }
    }
  }

  /// The number of successes in `trials` ≥ 0 independent trials of the given probability in [0, 1].
  /// - Complexity: O(trials · min(p, 1 − p)) below ten expected successes, O(1) above.
  /// - Source: Hörmann, "The generation of binomial random variates" (1993), algorithm BTRS; below, by the gaps between
  ///   successes (Devroye 1986, X.4).
  public mutating func binomial(trials: Int, probability: Double) -> Int {
    if trials < 0 || !(probability >= 0 && probability <= 1) {
      trap("binomial(trials: \(trials), probability: \(probability))")
    }
    if probability > 0.5 { return trials - binomial(trials: trials, probability: 1 - probability) }
    if probability == 0 || trials == 0 { return 0 }
    if Double(trials) * probability < 10 {
      var (count, position) = (0, 0)
      while true {
        let gap = geometric(probability)
        if gap >= trials - position { return count }
        position += gap + 1
        count += 1
      }
    }
    return Int(transformedBinomial(Double(trials), probability))
  }

  private mutating func transformedBinomial(_ n: Double, _ p: Double) -> Double {
    let spread = (n * p * (1 - p)).squareRoot()
    let b = 1.15 + 2.53 * spread
    let a = -0.0873 + 0.0248 * b + 0.01 * p
    let c = n * p + 0.5
    let fit = 0.92 - 4.2 / b
    let alpha = (2.83 + 5.1 / b) * spread
    let logOdds = Elementary.log(p / (1 - p))
    let mode = ((n + 1) * p).rounded(.down)
    let atMode = SpecialFunctions.logGamma(mode + 1) + SpecialFunctions.logGamma(n - mode + 1)
    while true {
      let u = uniform() - 0.5
      let v = 1 - uniform()
      let us = 0.5 - abs(u)
      let k = ((2 * a / us + b) * u + c).rounded(.down)
      if us >= 0.07 && v <= fit { return k }
      if k < 0 || k > n { continue }
      let left = Elementary.log(v * alpha / (a / (us * us) + b))
      let right = atMode - SpecialFunctions.logGamma(k + 1) - SpecialFunctions.logGamma(n - k + 1) + (k - mode) * logOdds
      if left <= right { return k }
    }
  }
}
