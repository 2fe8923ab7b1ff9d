/// Combinations of exponentials and logarithms that neither overflow nor cancel.
extension Elementary {
  /// ln Σ exp(xᵢ); −∞ for no elements.
  /// - Complexity: O(n).
  public static func logSumExp(_ x: [Double]) -> Double { x.withUnsafeBufferPointer { logSumExp($0) } }

  /// ln Σ exp(xᵢ); −∞ for no elements.
  public static func logSumExp(_ x: UnsafeBufferPointer<Double>) -> Double {
    var largest = -Double.infinity
    for value in x {
      if value.isNaN { return value }
      largest = max(largest, value)
    }
    if largest.isInfinite { return largest }
    var sum = 0.0
    for value in x { sum += exp(value - largest) }
    return largest + log(sum)
  }

  /// Replaces x by exp(xᵢ)/Σ exp(xⱼ).
  /// - Returns: ln Σ exp(xⱼ).
  @discardableResult
  public static func softmax(_ x: UnsafeMutableBufferPointer<Double>) -> Double {
    let total = logSumExp(UnsafeBufferPointer(x))
    for index in x.indices { x[index] -= total }
    exp(x)
    return total
  }

  /// Replaces x by exp(xᵢ)/Σ exp(xⱼ).
  /// - Returns: ln Σ exp(xⱼ).
  @discardableResult
  public static func softmax(_ x: inout [Double]) -> Double { x.withUnsafeMutableBufferPointer { softmax($0) } }

  /// ln(1 + eˣ), the integral of the logistic function.
  public static func softplus(_ x: Double) -> Double { max(x, 0) + logOnePlus(exp(-abs(x))) }

  /// 1/(1 + e⁻ˣ).
  public static func logistic(_ x: Double) -> Double {
    if x >= 0 { return 1 / (1 + exp(-x)) }
    let e = exp(x)
    return e / (1 + e)
  }

  /// The hyperbolic tangent.
  /// - Accuracy: relative error ≤ 1e-15.
  public static func tanh(_ x: Double) -> Double {
    if !(abs(x) < 20) { return x.isNaN ? x : (x > 0 ? 1 : -1) }
    let e = expMinusOne(2 * abs(x))
    let value = e / (e + 2)
    return x < 0 ? -value : value
  }

  /// ln(1 + x), accurate near 0; −∞ at −1, NaN below.
  public static func logOnePlus(_ x: Double) -> Double {
    let u = 1 + x
    if u == 1 || u == .infinity { return x }
    // What rounding took from u is given back to first order.
    return log(u) + (u > 0 ? (x - (u - 1)) / u : 0)
  }

  /// eˣ − 1, accurate near 0.
  public static func expMinusOne(_ x: Double) -> Double {
    if abs(x) > 0.35 { return exp(x) - 1 }
    // The Taylor series up to x¹⁵.
    var p = 1.0 / 1_307_674_368_000
    for coefficient in expSeries { p = p * x + coefficient }
    return x + x * x * p
  }

  private static let expSeries: [Double] = [
    1.0 / 87_178_291_200, 1.0 / 6_227_020_800, 1.0 / 479_001_600, 1.0 / 39_916_800, 1.0 / 3_628_800, 1.0 / 362_880,
    1.0 / 40_320, 1.0 / 5_040, 1.0 / 720, 1.0 / 120, 1.0 / 24, 1.0 / 6, 0.5,
  ]

  /// x to the power `exponent` for x ≥ 0; NaN below 0.
  /// - Accuracy: relative error ≤ 2e-16·(2 + |exponent·ln x|).
  public static func power(_ x: Double, _ exponent: Double) -> Double {
    if exponent == 0 || x == 1 { return 1 }
    if x == 0 { return exponent > 0 ? 0 : .infinity }
    return exp(exponent * log(x))
  }

  /// Replaces every element, each > 0, by its power; several times as fast as one call an element.
  public static func power(_ values: inout [Double], exponent: Double) {
    log(&values)
    Vector.scale(&values, by: exponent)
    exp(&values)
  }
}
