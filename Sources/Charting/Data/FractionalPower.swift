import NumericalCore

/// Powers with real exponents.
enum FractionalPower {
  static func of(_ base: Double, _ exponent: Double) -> Double { base <= 0 ? 0 : Elementary.exp(exponent * Elementary.log(base)) }
}
