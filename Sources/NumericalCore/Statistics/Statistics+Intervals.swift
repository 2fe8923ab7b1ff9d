extension Statistics {
  /// Student's confidence interval of the mean of a normal sample; NaN ends for fewer than two values.
  public static func meanInterval(_ values: [Double], confidence: Double = 0.95) -> ConfidenceInterval {
    let centre = mean(values)
    if values.count < 2 { return ConfidenceInterval(estimate: centre, lower: .nan, upper: .nan) }
    let factor = Distributions.studentQuantile(0.5 + 0.5 * confidence, degrees: Double(values.count - 1))
    let half = factor * standardError(values)
    return ConfidenceInterval(estimate: centre, lower: centre - half, upper: centre + half)
  }

  /// The percentile bootstrap interval of a statistic.
  /// - Parameters:
  ///   - resamples: ≥ 1 samples of the same size, drawn with replacement.
  ///   - source: gives the draws; a copy is used, so that the result depends on its state alone.
  /// - Complexity: `resamples` evaluations of the statistic.
  public static func bootstrapInterval(
    _ values: [Double], confidence: Double = 0.95, resamples: Int = 2000, source: RandomSource,
    statistic: ([Double]) -> Double = Statistics.mean
  ) -> ConfidenceInterval {
    let estimate = statistic(values)
    if values.isEmpty { return ConfidenceInterval(estimate: estimate, lower: .nan, upper: .nan) }
    var source = source
    var resample = values
    var estimates = [Double](repeating: 0, count: resamples)
    for index in 0..<resamples {
      for position in resample.indices { resample[position] = values[source.integer(below: values.count)] }
      estimates[index] = statistic(resample)
    }
    if estimates.contains(where: \.isNaN) { return ConfidenceInterval(estimate: estimate, lower: .nan, upper: .nan) }
    estimates.sort()
    let tail = 0.5 * (1 - confidence)
    return ConfidenceInterval(
      estimate: estimate, lower: quantile(sorted: estimates, tail), upper: quantile(sorted: estimates, 1 - tail))
  }

  /// Wilson's score interval of a probability after `successes` in `trials`; NaN for no trials.
  public static func wilsonInterval(successes: Int, trials: Int, confidence: Double = 0.95) -> ConfidenceInterval {
    if trials <= 0 { return ConfidenceInterval(estimate: .nan, lower: .nan, upper: .nan) }
    let n = Double(trials)
    let p = Double(successes) / n
    let z = Distributions.normalQuantile(0.5 + 0.5 * confidence)
    let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    return ConfidenceInterval(
      estimate: p, lower: successes == 0 ? 0 : centre - half, upper: successes == trials ? 1 : centre + half)
  }
}

extension Statistics {
  /// The exact interval of Clopper and Pearson of a probability after `successes` in `trials`; NaN for no trials.
  public static func clopperPearsonInterval(
    successes: Int, trials: Int, confidence: Double = 0.95
  ) -> ConfidenceInterval {
    if trials <= 0 { return ConfidenceInterval(estimate: .nan, lower: .nan, upper: .nan) }
    let (k, n, tail) = (Double(successes), Double(trials), 0.5 * (1 - confidence))
    return ConfidenceInterval(
      estimate: k / n, lower: successes == 0 ? 0 : Distributions.betaQuantile(tail, k, n - k + 1),
      upper: successes == trials ? 1 : Distributions.betaQuantile(1 - tail, k + 1, n - k))
  }
}
