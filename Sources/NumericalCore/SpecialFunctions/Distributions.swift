/// Densities, distribution functions and quantiles of the laws that experiments and intervals need.
public enum Distributions {
  /// The standard normal density at x.
  public static func normalDensity(_ x: Double) -> Double { 0.39894228040143267794 * Elementary.exp(-0.5 * x * x) }

  /// P(Z ≤ x) for a standard normal Z.
  public static func normalCDF(_ x: Double) -> Double { 0.5 * SpecialFunctions.erfc(-x * 0.5.squareRoot()) }

  /// The x with P(Z ≤ x) = p for a standard normal Z; ±∞ at 0 and 1, NaN outside.
  /// - Accuracy: error ≤ 1e-13 relative or 1e-15 absolute for p in [1e-300, 1 − 1e-12].
  public static func normalQuantile(_ p: Double) -> Double {
    if !(p > 0 && p < 1) { return p == 0 ? -.infinity : (p == 1 ? .infinity : .nan) }
    if p == 0.5 { return 0 }
    if p > 0.5 { return -normalQuantile(1 - p) }
    // Hastings' rational start, then Halley's iteration on the lower tail.
    let t = (-2 * Elementary.log(p)).squareRoot()
    var x = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
    for _ in 0..<4 {
      let u = (normalCDF(x) - p) / normalDensity(x)
      x -= u / (1 + 0.5 * x * u)
    }
    return x
  }

  /// P(T ≤ t) for Student's law with `degrees` > 0 degrees of freedom.
  public static func studentCDF(_ t: Double, degrees: Double) -> Double {
    if !(degrees > 0) || t.isNaN { return .nan }
    if t.isInfinite { return t > 0 ? 1 : 0 }
    let tail = 0.5 * SpecialFunctions.incompleteBeta(0.5 * degrees, 0.5, degrees / (degrees + t * t))
    return t > 0 ? 1 - tail : tail
  }

  /// P(|T| ≥ |t|) for Student's law with `degrees` > 0 degrees of freedom, accurate where it is small.
  public static func studentTwoSided(_ t: Double, degrees: Double) -> Double {
    if t.isInfinite { return 0 }
    return SpecialFunctions.incompleteBeta(0.5 * degrees, 0.5, degrees / (degrees + t * t))
  }

  /// The t with P(T ≤ t) = p for Student's law with `degrees` > 0 degrees of freedom; ±∞ at 0 and 1.
  /// - Accuracy: relative error ≤ 1e-11 for p in [1e-10, 1 − 1e-10].
  public static func studentQuantile(_ p: Double, degrees: Double) -> Double {
    if !(p > 0 && p < 1 && degrees > 0) { return p == 0 ? -.infinity : (p == 1 ? .infinity : .nan) }
    if p == 0.5 { return 0 }
    if p > 0.5 { return -studentQuantile(1 - p, degrees: degrees) }
    var low = -1.0
    while studentCDF(low, degrees: degrees) > p && low > -1e200 { low *= 2 }
    let root = RootFinding.brent(in: low...0, tolerance: 1e-15) { studentCDF($0, degrees: degrees) - p }
    return root.value
  }

  /// The density of the Gamma law with `shape` > 0 and `scale` > 0 at x.
  public static func gammaDensity(_ x: Double, shape: Double, scale: Double) -> Double {
    if x < 0 { return 0 }
    if x == 0 { return shape > 1 ? 0 : (shape == 1 ? 1 / scale : .infinity) }
    let z = x / scale
    return Elementary.exp((shape - 1) * Elementary.log(z) - z - SpecialFunctions.logGamma(shape)) / scale
  }

  /// P(X ≤ x) for the Gamma law with `shape` > 0 and `scale` > 0.
  public static func gammaCDF(_ x: Double, shape: Double, scale: Double) -> Double {
    x <= 0 ? 0 : SpecialFunctions.incompleteGammaP(shape, x / scale)
  }
}
