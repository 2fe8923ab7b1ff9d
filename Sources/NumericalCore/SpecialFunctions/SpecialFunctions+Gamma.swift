extension SpecialFunctions {
  /// ψ(x), the derivative of ln Γ, for x > 0; NaN elsewhere.
  /// - Accuracy: error ≤ 1e-14·max(1, |ψ(x)|).
  public static func digamma(_ x: Double) -> Double {
    if !(x > 0) { return .nan }
    if x == .infinity { return x }
    // ψ(x) = ψ(x + m) − Σ 1/(x + k), and the asymptotic series from 10 on.
    var (y, sum) = (x, 0.0)
    while y < 10 {
      sum += 1 / y
      y += 1
    }
    let z = 1 / (y * y)
    var series = 3617.0 / 8160
    for coefficient in [-1.0 / 12, 691.0 / 32760, -1.0 / 132, 1.0 / 240, -1.0 / 252, 1.0 / 120, -1.0 / 12] {
      series = series * z + coefficient
    }
    return Elementary.log(y) - 0.5 / y + series * z - sum
  }

  /// ψ′(x), the second derivative of ln Γ, for x > 0; NaN elsewhere.
  /// - Accuracy: relative error ≤ 1e-14.
  public static func trigamma(_ x: Double) -> Double {
    if !(x > 0) { return .nan }
    if x == .infinity { return 0 }
    var (y, sum) = (x, 0.0)
    while y < 10 {
      sum += 1 / (y * y)
      y += 1
    }
    let z = 1 / (y * y)
    var series = -3617.0 / 510
    for coefficient in [7.0 / 6, -691.0 / 2730, 5.0 / 66, -1.0 / 30, 1.0 / 42, -1.0 / 30, 1.0 / 6] {
      series = series * z + coefficient
    }
    return sum + 1 / y + 0.5 * z + series * z / y
  }

  /// ln B(a, b) for a, b > 0; NaN elsewhere.
  public static func logBeta(_ a: Double, _ b: Double) -> Double { logGamma(a) + logGamma(b) - logGamma(a + b) }

  /// ln of the number of ways to choose k of n, for 0 ≤ k ≤ n; −∞ outside.
  public static func logBinomial(_ n: Int, _ k: Int) -> Double {
    if k < 0 || k > n { return -.infinity }
    if k == 0 || k == n { return 0 }
    return logGamma(Double(n + 1)) - logGamma(Double(k + 1)) - logGamma(Double(n - k + 1))
  }
}
