/// The named functions of LaTeX and amsmath.
enum MathFunctionNames {
  /// The name to print and where its limits go; U+2009 in a name is a thin space.
  static func function(command: String) -> (name: String, limits: MathLimits)? {
    if withoutLimits.contains(command) { return (command, .never) }
    if let name = withLimits[command] { return (name, .display) }
    return nil
  }

  static var commands: [String] { withoutLimits.sorted() + withLimits.keys.sorted() }

  private static let withoutLimits: Set<String> = [
    "arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg",
    "dim", "exp",
    "arcctg", "arctg", "ch", "cosec", "cotg", "ctg", "cth", "sh", "tg", "th",
    "hom", "ker", "lg", "ln", "log", "sec", "sin", "sinh", "tan", "tanh",
  ]

  private static let withLimits: [String: String] = [
    "det": "det", "gcd": "gcd", "inf": "inf", "lim": "lim", "liminf": "lim\u{2009}inf", "limsup": "lim\u{2009}sup",
    "max": "max", "min": "min", "Pr": "Pr", "sup": "sup", "injlim": "inj\u{2009}lim", "projlim": "proj\u{2009}lim",
    "plim": "plim", "argmax": "arg\u{2009}max", "argmin": "arg\u{2009}min",
  ]
}
