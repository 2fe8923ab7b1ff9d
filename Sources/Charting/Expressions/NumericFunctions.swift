#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The functions of one number.
enum NumericFunctions {
  static let table: [ExpressionFunction: @Sendable (Double) -> Double] = [
    .abs: { Swift.abs($0) }, .acos: { acos($0) }, .asin: { asin($0) }, .atan: { atan($0) }, .ceil: { $0.rounded(.up) },
    .cos: { cos($0) }, .exp: { exp($0) }, .expm1: { expm1($0) }, .floor: { $0.rounded(.down) }, .log: { log($0) },
    .log10: { log10($0) }, .log1p: { log1p($0) }, .log2: { log2($0) },
    // As in JavaScript: half rounds up.
    .round: { ($0 + 0.5).rounded(.down) },
    .sign: { $0 > 0 ? 1 : $0 < 0 ? -1 : $0 }, .sin: { sin($0) }, .sqrt: { $0.squareRoot() }, .cbrt: { cbrt($0) },
    .tan: { tan($0) }, .tanh: { tanh($0) }, .sinh: { sinh($0) }, .cosh: { cosh($0) }, .erf: { erf($0) },
    .gamma: { tgamma($0) }, .lgamma: { lgamma($0) },
  ]

  static let constants: [String: Double] = [
    "PI": .pi, "E": M_E, "LN2": M_LN2, "LN10": M_LN10, "LOG2E": M_LOG2E, "LOG10E": M_LOG10E, "SQRT2": 2.0.squareRoot(),
    "SQRT1_2": 0.5.squareRoot(), "NaN": .nan, "Infinity": .infinity, "MAX_VALUE": .greatestFiniteMagnitude,
    "MIN_VALUE": .leastNonzeroMagnitude,
  ]
}
