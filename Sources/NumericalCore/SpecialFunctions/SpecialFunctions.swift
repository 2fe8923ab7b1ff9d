#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Functions of mathematical physics and of statistics.
public enum SpecialFunctions {
  /// ln Γ(x) for x > 0; NaN elsewhere.
  /// - Accuracy: absolute error ≤ 1e-14·max(1, |ln Γ(x)|).
  public static func logGamma(_ x: Double) -> Double {
    if !(x > 0) { return .nan }
    if x == .infinity { return x }
    // Γ(x) = Γ(x + m) / (x·(x + 1)⋯), and Stirling's series from 10 on.
    var product = 1.0
    var y = x
    while y < 10 {
      product *= y
      y += 1
    }
    return (y - 0.5) * Elementary.log(y) - y + halfLogTwoPi + stirlingRemainder(y) - Elementary.log(product)
  }

  private static let halfLogTwoPi = 0.91893853320467274178

  /// ln Γ(y) − (y − ½)·ln y + y − ½·ln 2π for y ≥ 10.
  private static func stirlingRemainder(_ y: Double) -> Double {
    let z = 1 / (y * y)
    var series = -3617.0 / 122_400
    for coefficient in [1.0 / 156, -691.0 / 360_360, 1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12] {
      series = series * z + coefficient
    }
    return series / y
  }

  /// a·ln x − x − ln Γ(a), without the cancellation of its large terms for x near a ≥ 10.
  private static func logGammaKernel(_ a: Double, _ x: Double) -> Double {
    if a < 10 { return a * Elementary.log(x) - x - logGamma(a) }
    let excess = (x - a) / a
    return a * (Elementary.logOnePlus(excess) - excess) + 0.5 * Elementary.log(a) - halfLogTwoPi - stirlingRemainder(a)
  }

  /// The error function.
  public static func erf(_ x: Double) -> Double { errorFunction(x) }

  /// 1 − erf(x), accurate where it is small.
  public static func erfc(_ x: Double) -> Double { complementaryErrorFunction(x) }

  /// The regularised lower incomplete gamma function P(a, x) for a > 0, x ≥ 0; NaN elsewhere.
  /// - Accuracy: absolute error ≤ 1e-13 for a ≤ 10⁴.
  public static func incompleteGammaP(_ a: Double, _ x: Double) -> Double {
    if !(a > 0 && x >= 0) { return .nan }
    if x == 0 { return 0 }
    if x == .infinity { return 1 }
    return x < a + 1 ? min(1, gammaSeries(a, x)) : max(0, 1 - gammaFraction(a, x))
  }

  /// The regularised upper incomplete gamma function Q(a, x) = 1 − P(a, x), accurate where it is small.
  /// - Accuracy: relative error ≤ 1e-12 for x ≥ a + 1, absolute error ≤ 1e-13 below, for a ≤ 10⁴.
  public static func incompleteGammaQ(_ a: Double, _ x: Double) -> Double {
    if !(a > 0 && x >= 0) { return .nan }
    if x == 0 { return 1 }
    if x == .infinity { return 0 }
    return x < a + 1 ? max(0, 1 - gammaSeries(a, x)) : min(1, gammaFraction(a, x))
  }

  private static func gammaTerms(_ a: Double) -> Int { 200 + Int(20 * (a + 1).squareRoot()) }

  /// P(a, x) by its power series.
  private static func gammaSeries(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    for n in 1...gammaTerms(a) {
      term *= x / (a + Double(n))
      sum += term
      if term < sum * 0x1p-54 { break }
    }
    return Elementary.exp(logGammaKernel(a, x)) * sum
  }

  /// Q(a, x) as a continued fraction, by the modified Lentz method.
  private static func gammaFraction(_ a: Double, _ x: Double) -> Double {
    let fraction = continuedFraction(first: x + 1 - a, limit: gammaTerms(a)) { n in
      (-Double(n) * (Double(n) - a), x + Double(2 * n + 1) - a)
    }
    return Elementary.exp(logGammaKernel(a, x)) / fraction
  }

  /// The regularised incomplete beta function I_x(a, b) for a, b > 0 and x in [0, 1]; NaN elsewhere.
  /// - Accuracy: absolute error ≤ 1e-13 for a, b ≤ 10⁴.
  public static func incompleteBeta(_ a: Double, _ b: Double, _ x: Double) -> Double {
    if !(a > 0 && b > 0 && x >= 0 && x <= 1) { return .nan }
    if x == 0 || x == 1 { return x }
    let logFront =
      logGamma(a + b) - logGamma(a) - logGamma(b) + a * Elementary.log(x) + b * Elementary.logOnePlus(-x)
    let front = Elementary.exp(logFront)
    if x < (a + 1) / (a + b + 2) { return front / (a * betaFraction(a, b, x)) }
    return 1 - front / (b * betaFraction(b, a, 1 - x))
  }

  private static func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    continuedFraction(first: 1, limit: 400 + Int(20 * (a + b).squareRoot())) { n in
      let m = Double(n / 2)
      if n % 2 == 1 { return (-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), 1) }
      return (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), 1)
    }
  }

  /// b₀ + a₁/(b₁ + a₂/(b₂ + …)) with `terms(n)` = (aₙ, bₙ).
  private static func continuedFraction(first: Double, limit: Int, _ terms: (Int) -> (Double, Double)) -> Double {
    let tiny = 1e-300
    var value = first == 0 ? tiny : first
    var c = value
    var d = 0.0
    for n in 1...limit {
      let (a, b) = terms(n)
      d = b + a * d
      d = 1 / (d == 0 ? tiny : d)
      c = b + a / c
      if c == 0 { c = tiny }
      value *= c * d
      if abs(c * d - 1) < 0x1p-53 { break }
    }
    return value
  }
}

private func errorFunction(_ x: Double) -> Double { erf(x) }
private func complementaryErrorFunction(_ x: Double) -> Double { erfc(x) }
