/// Distribution functions of test statistics and counts.
extension Distributions {
  /// P(Z > x) for a standard normal Z, accurate where it is small.
  public static func normalTail(_ x: Double) -> Double { 0.5 * SpecialFunctions.erfc(x * 0.5.squareRoot()) }

  /// P(X ≤ x) for the χ² law with `degrees` > 0 degrees of freedom.
  public static func chiSquareCDF(_ x: Double, degrees: Double) -> Double {
    x <= 0 ? 0 : SpecialFunctions.incompleteGammaP(0.5 * degrees, 0.5 * x)
  }

  /// P(X > x) for the χ² law with `degrees` > 0 degrees of freedom, accurate where it is small.
  public static func chiSquareTail(_ x: Double, degrees: Double) -> Double {
    x <= 0 ? 1 : SpecialFunctions.incompleteGammaQ(0.5 * degrees, 0.5 * x)
  }

  /// P(X > x) for Fisher's law with `numerator` and `denominator` > 0 degrees of freedom, accurate where it is small.
  public static func fisherTail(_ x: Double, numerator: Double, denominator: Double) -> Double {
    if x <= 0 { return 1 }
    return SpecialFunctions.incompleteBeta(
      0.5 * denominator, 0.5 * numerator, denominator / (denominator + numerator * x))
  }

  /// P(X ≤ x) for the beta law with a, b > 0.
  public static func betaCDF(_ x: Double, _ a: Double, _ b: Double) -> Double {
    SpecialFunctions.incompleteBeta(a, b, min(1, max(0, x)))
  }

  /// The x with P(X ≤ x) = p for the beta law with a, b > 0; NaN for p outside [0, 1].
  /// - Accuracy: P(X ≤ x) is p to 1e-12.
  public static func betaQuantile(_ p: Double, _ a: Double, _ b: Double) -> Double {
    if !(p >= 0 && p <= 1 && a > 0 && b > 0) { return .nan }
    if p == 0 || p == 1 { return p }
    return RootFinding.bisection(in: 0...1, tolerance: 0) { SpecialFunctions.incompleteBeta(a, b, $0) - p }.value
  }

  /// The x with P(X ≤ x) = p for the gamma law with `shape` > 0 and `scale` > 0; ∞ at p = 1, NaN outside [0, 1].
  /// - Accuracy: P(X ≤ x) is p to 1e-12.
  public static func gammaQuantile(_ p: Double, shape: Double, scale: Double) -> Double {
    if !(p >= 0 && p <= 1 && shape > 0 && scale > 0) { return .nan }
    if p == 0 || p == 1 { return p == 0 ? 0 : .infinity }
    var high = shape + 1
    while SpecialFunctions.incompleteGammaP(shape, high) < p && high < 1e300 { high *= 2 }
    return scale * RootFinding.bisection(in: 0...high, tolerance: 0) {
      SpecialFunctions.incompleteGammaP(shape, $0) - p
    }.value
  }

  /// P(X = k) for the binomial law.
  public static func binomialProbability(_ k: Int, trials: Int, probability p: Double) -> Double {
    if k < 0 || k > trials { return 0 }
    if p == 0 || p == 1 { return (p == 0 ? 0 : trials) == k ? 1 : 0 }
    let log = Double(k) * Elementary.log(p) + Double(trials - k) * Elementary.logOnePlus(-p)
    return Elementary.exp(SpecialFunctions.logBinomial(trials, k) + log)
  }

  /// P(X ≤ k) for the binomial law.
  public static func binomialCDF(_ k: Int, trials: Int, probability p: Double) -> Double {
    if k < 0 { return 0 }
    if k >= trials { return 1 }
    return SpecialFunctions.incompleteBeta(Double(trials - k), Double(k + 1), 1 - p)
  }

  /// P(X = k) for the Poisson law of the given mean ≥ 0.
  public static func poissonProbability(_ k: Int, mean: Double) -> Double {
    if k < 0 { return 0 }
    if mean == 0 { return k == 0 ? 1 : 0 }
    return Elementary.exp(Double(k) * Elementary.log(mean) - mean - SpecialFunctions.logGamma(Double(k + 1)))
  }

  /// P(X ≤ k) for the Poisson law of the given mean ≥ 0.
  public static func poissonCDF(_ k: Int, mean: Double) -> Double {
    k < 0 ? 0 : SpecialFunctions.incompleteGammaQ(Double(k + 1), mean)
  }
}
