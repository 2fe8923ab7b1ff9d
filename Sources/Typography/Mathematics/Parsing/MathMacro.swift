/// A command that stands for other tokens.
struct MathMacro: Sendable, Hashable {
  /// At most 9.
  var parameterCount: Int
  /// What the first parameter is when it is not given in brackets.
  var optionalDefault: [MathToken]?
  var body: [MathToken]
  /// What must stand before the first parameter, and after each, where TeX's `\def` demands anything there.
  var delimiters: [[MathToken]]?
  /// The delimiters of a command that puts its argument between them.
  var fences: Fences?

  struct Fences: Sendable, Hashable {
    var left: [MathToken]
    var right: [MathToken]
  }

  /// A macro out of its body; the number of parameters is the highest `#n` in it.
  init(body source: String) {
    body = TeXLexer.tokens(of: source, asBody: true)
    parameterCount = MathMacro.highestParameter(in: body)
  }

  init(parameterCount: Int, optionalDefault: [MathToken]? = nil, delimiters: [[MathToken]]? = nil, body: [MathToken]) {
    self.delimiters = delimiters
    self.parameterCount = min(max(parameterCount, MathMacro.highestParameter(in: body)), 9)
    self.optionalDefault = optionalDefault
    self.body = body
  }

  /// A command of `\DeclarePairedDelimiter`.
  init(fences: Fences) {
    self.init(parameterCount: 0, body: [])
    self.fences = fences
  }

  static let builtins: [String: MathMacro] = BuiltinMacros.bodies.mapValues { MathMacro(body: $0) }

  private static func highestParameter(in tokens: [MathToken]) -> Int {
    tokens.reduce(0) { highest, token in
      if case .parameter(let number) = token.kind { return max(highest, number) }
      return highest
    }
  }
}
