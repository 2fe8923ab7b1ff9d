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
  case isValid, isNaN, isFinite, isNumber, isString, isBoolean, isDate, isArray, isObject, isDefined, toNumber, toString, toBoolean, number, string
  case parseFloat, parseInt, toDate
  // Of text, in parts.
  case split, lastindexof, truncate
  // Of dates.
  case year, quarter, month, week, dayofyear, date, day, hours, minutes, seconds, milliseconds, time, datetime, utc, timeFormat, utcFormat, timeParse, utcParse
  case utcyear, utcquarter, utcmonth, utcweek, utcdayofyear, utcdate, utcday, utchours, utcminutes, utcseconds, utcmilliseconds
  case monthFormat, monthAbbrevFormat, dayFormat, dayAbbrevFormat
  // Of distributions.
  case densityNormal, cumulativeNormal, quantileNormal, densityLogNormal, cumulativeLogNormal, quantileLogNormal
  case densityUniform, cumulativeUniform, quantileUniform
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
    case .split, .timeParse, .utcParse: 2...2
    case .timeFormat, .utcFormat: 1...2
    case .lastindexof: 2...2
    case .truncate: 2...4
    case .datetime, .utc: 1...7
    case .parseInt: 1...2
    case .densityNormal, .cumulativeNormal, .quantileNormal, .densityLogNormal, .cumulativeLogNormal, .quantileLogNormal: 1...3
    case .densityUniform, .cumulativeUniform, .quantileUniform: 1...3
    default: 1...1
    }
  }

  /// Functions of Vega's that are left out, each with the reason.
  static let leftOut: [String: String] = [
    "test": "there are no regular expressions; use indexof()", "regexp": "there are no regular expressions; use indexof()",
    "random": "a chart draws no lots; use a column of the experiment", "now": "a chart does not know the time; use datetime()",
    "sampleNormal": "a chart draws no lots; use a column of the experiment", "sampleUniform": "a chart draws no lots; use a column of the experiment",
    "sampleLogNormal": "a chart draws no lots; use a column of the experiment", "scale": "scales are not known to expressions",
    "invert": "scales are not known to expressions", "domain": "scales are not known to expressions", "bandwidth": "scales are not known to expressions",
    "data": "other tables are not known to expressions; use 'lookup'", "event": "charts on paper have no interaction", "warn": "", "info": "", "debug": "",
    "geoArea": "there are no maps", "geoCentroid": "there are no maps", "sequence": "use 'data: {sequence: …}'", "merge": "rows are flat",
    "rgb": "colours are written out", "hsl": "colours are written out", "lab": "colours are written out", "hcl": "colours are written out",
  ]

  /// The function of one number, if it is one.
  var numeric: ((Double) -> Double)? { NumericFunctions.table[self] }
}
