/// A function of the expression language, by the name that authors write.
enum ExpressionFunction: String, Sendable, CaseIterable {
  // Of one number.
  case abs, acos, asin, atan, ceil, cos, exp, expm1, floor, log, log10, log1p, log2, round, sign, sin, sqrt, cbrt, tan, tanh
  case sinh, cosh, erf, gamma, lgamma
  // Of several numbers.
  case atan2, pow, hypot, min, max, clamp, inrange
  // Of text.
  case length, lower, upper, trim, substring, slice, indexof, replace, pad, concat, format
  // Of anything.
  case isValid, isNaN, isFinite, isNumber, isString, toNumber, toString, toBoolean, number, string
  // Control.
  case ifElse = "if"

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .atan2, .pow, .hypot, .inrange, .indexof, .format: 2...2
    case .min, .max, .concat: 1...64
    case .clamp, .replace, .ifElse: 3...3
    case .substring, .slice: 2...3
    case .pad: 2...4
    default: 1...1
    }
  }

  /// The function of one number, if it is one.
  var numeric: ((Double) -> Double)? { NumericFunctions.table[self] }
}
