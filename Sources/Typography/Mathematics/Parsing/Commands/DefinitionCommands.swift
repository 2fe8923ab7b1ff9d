/// Macros that a formula defines for itself.
enum DefinitionCommands {
  static let commands: [String: MathCommand] = [
    "newcommand": { $0.parseNewCommand($1) },
    "renewcommand": { $0.parseNewCommand($1) },
    "providecommand": { $0.parseNewCommand($1) },
    "def": { $0.parseDefinition($1) },
    "gdef": { $0.parseDefinition($1) },
    "edef": { $0.parseDefinition($1) },
    "xdef": { $0.parseDefinition($1) },
    // Every definition lasts to the end of its formula and may take any argument.
    "global": { _, _ in nil },
    "long": { _, _ in nil },
    "DeclarePairedDelimiter": { $0.parsePairedDelimiterDeclaration($1) },
    "let": { $0.parseLet($1) },
    "expandafter": { parser, _ in
      let first = parser.stream.takeRaw()
      _ = parser.stream.expand(parser.stream.nextRaw)
      parser.stream.push([first])
      return nil
    },
    "noexpand": { _, _ in nil },
    "DeclareMathOperator": { $0.parseOperatorDeclaration($1) },
  ]
}

extension MathListParser {
  /// `\newcommand{\name}[count][default]{body}`.
  mutating func parseNewCommand(_ token: MathToken) -> MathNode.Kind? {
    if stream.nextRaw.isCharacter("*") { stream.takeRaw() }
    guard let name = parseDefinedName() else { return rejectDefinition(token) }
    var count = 0
    var optional: [MathToken]?
    if let number = stream.bracketed() {
      guard let value = Int(number.map(\.text).joined()), (0...9).contains(value) else {
        return rejectDefinition(token)
      }
      count = value
      optional = stream.bracketed()
    }
    guard let body = stream.rawArgument() else { return rejectDefinition(token) }
    define(name, MathMacro(parameterCount: count, optionalDefault: optional, body: Self.macroBody(body)), count: count)
    return nil
  }

  /// `\def\name#1#2{body}`, `\def\norm|#1|{body}`.
  mutating func parseDefinition(_ token: MathToken) -> MathNode.Kind? {
    guard let name = parseDefinedName() else { return rejectDefinition(token) }
    var parameters: [MathToken] = []
    while stream.nextRaw.kind != .end, !stream.nextRaw.isCharacter("{") {
      let parameter = stream.takeRaw()
      if parameter.kind != .space { parameters.append(parameter) }
    }
    guard let body = stream.rawArgument() else { return rejectDefinition(token) }
    guard let delimiters = Self.delimiters(of: parameters) else {
      let start = parameters[0].range.lowerBound
      let end = parameters[parameters.count - 1].range.upperBound
      report(MathDiagnostics.badParameters(at: start..<max(start, end)))
      return nil
    }
    let isPlain = delimiters.allSatisfy(\.isEmpty)
    let count = delimiters.count - 1
    let macro = MathMacro(parameterCount: count, delimiters: isPlain ? nil : delimiters, body: Self.macroBody(body))
    define(name, macro, count: count)
    return nil
  }

  /// Defines a macro whose author declared a number of parameters; what its body has beyond them stands for nothing.
  private mutating func define(_ name: String, _ macro: MathMacro, count: Int) {
    var macro = macro
    macro.parameterCount = count
    for token in macro.body {
      guard case .parameter(let number) = token.kind, number > count else { continue }
      report(MathDiagnostics.parameterBeyond(number, of: name, count: count, at: token.range))
    }
    macro.body.removeAll { token in if case .parameter(let number) = token.kind { number > count } else { false } }
    stream.macros[name] = macro
  }

  /// What stands before `#1` and after each parameter; nil where these are not numbered in order.
  private static func delimiters(of parameters: [MathToken]) -> [[MathToken]]? {
    var result: [[MathToken]] = [[]]
    var index = 0
    while index < parameters.count {
      if !parameters[index].isCharacter("#") {
        result[result.count - 1].append(parameters[index])
        index += 1
        continue
      }
      guard index + 1 < parameters.count, result.count <= 9,
        parameters[index + 1].kind == .character(0x30 + UInt32(result.count))
      else { return nil }
      result.append([])
      index += 2
    }
    return result
  }

  /// `\let\name=\other`.
  mutating func parseLet(_ token: MathToken) -> MathNode.Kind? {
    guard let name = parseDefinedName() else { return rejectDefinition(token) }
    stream.skipSpaces()
    if stream.nextRaw.isCharacter("=") { stream.takeRaw() }
    stream.skipSpaces()
    let target = stream.nextRaw
    guard target.kind != .end else { return rejectDefinition(token) }
    stream.takeRaw()
    if let other = target.command, let macro = stream.macros[other] {
      stream.macros[name] = macro
    } else if target.command != name {
      stream.macros[name] = MathMacro(parameterCount: 0, body: [target])
    }
    return nil
  }

  /// `\DeclareMathOperator*{\name}{text}`.
  mutating func parseOperatorDeclaration(_ token: MathToken) -> MathNode.Kind? {
    let isStarred = stream.nextRaw.isCharacter("*")
    if isStarred { stream.takeRaw() }
    guard let name = parseDefinedName(), let body = stream.rawArgument() else { return rejectDefinition(token) }
    let call = TeXLexer.tokens(of: isStarred ? "\\operatorname*{" : "\\operatorname{")
    let closer = TeXLexer.tokens(of: "}")
    stream.macros[name] = MathMacro(parameterCount: 0, body: call + body + closer)
    return nil
  }

  /// `\DeclarePairedDelimiter{\name}{left}{right}`.
  mutating func parsePairedDelimiterDeclaration(_ token: MathToken) -> MathNode.Kind? {
    guard let name = parseDefinedName(), let left = stream.rawArgument(), let right = stream.rawArgument() else {
      report(MathDiagnostics.badDelimiterPair(token.text, at: token.range))
      return .error(token.text)
    }
    stream.macros[name] = MathMacro(fences: MathMacro.Fences(left: left, right: right))
    return nil
  }

  /// The command that is being defined, with or without braces.
  private mutating func parseDefinedName() -> String? {
    stream.skipSpaces()
    if let name = stream.nextRaw.command {
      stream.takeRaw()
      return name
    }
    guard stream.nextRaw.isCharacter("{"), let tokens = stream.rawArgument() else { return nil }
    let names = tokens.filter { $0.kind != .space }
    return names.count == 1 ? names[0].command : nil
  }

  private mutating func rejectDefinition(_ token: MathToken) -> MathNode.Kind? {
    report(MathDiagnostics.badDefinition(token.text, at: token.range))
    return .error(token.text)
  }

  /// Turns `#` and a digit into a parameter.
  private static func macroBody(_ tokens: [MathToken]) -> [MathToken] {
    var result: [MathToken] = []
    for token in tokens {
      if let last = result.last, last.isCharacter("#"), case .character(let digit) = token.kind,
        (0x31...0x39).contains(digit)
      {
        result[result.count - 1] = MathToken(kind: .parameter(Int(digit - 0x30)), range: last.range)
      } else {
        result.append(token)
      }
    }
    return result
  }
}
