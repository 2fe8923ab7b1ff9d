extension SpecialFunctions {
  /// The x with erf(x) = y; ±∞ at ±1, NaN outside [−1, 1].
  /// - Accuracy: relative error ≤ 1e-14 for |y| ≤ 0.999; near ±1 use `inverseErfc` of the distance.
  public static func inverseErf(_ y: Double) -> Double {
    if !(abs(y) < 1) { return y == 1 ? .infinity : (y == -1 ? -.infinity : .nan) }
    if abs(y) > 0.5 { return y > 0 ? inverseErfc(1 - y) : -inverseErfc(1 + y) }
    // Two terms of the series, then Halley's iteration.
    let halfRootPi = 0.88622692545275801365
    var x = halfRootPi * y * (1 + 0.26179938779914943654 * y * y)
    for _ in 0..<4 {
      let u = (erf(x) - y) * halfRootPi * Elementary.exp(x * x)
      x -= u / (1 + x * u)
    }
    return x
  }

  /// The x with erfc(x) = y; ∞ at 0, −∞ at 2, NaN outside [0, 2].
  /// - Accuracy: relative error ≤ 1e-13 for y in [1e-300, 2 − 1e-12] away from y = 1, absolute 1e-15 near it.
  public static func inverseErfc(_ y: Double) -> Double {
    if !(y > 0 && y < 2) { return y == 0 ? .infinity : (y == 2 ? -.infinity : .nan) }
    if y >= 0.5 && y <= 1.5 { return inverseErf(1 - y) }
    return -Distributions.normalQuantile(0.5 * y) * 0.5.squareRoot()
  }
}
