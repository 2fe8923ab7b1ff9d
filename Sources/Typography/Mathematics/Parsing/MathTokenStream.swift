/// Hands out tokens one by one and expands macros on the way, within bounds.
struct MathTokenStream {
  static let maximumExpansions = 1000
  static let maximumPushedTokens = 50_000

  private let tokens: [MathToken]
  private var index = 0
  /// What expansion put before the rest of the source, last first.
  private var pending: [MathToken] = []
  private var expansions = 0
  private var pushedTokens = 0
  var macros: [String: MathMacro]
  var problems: [MathProblem] = []
  /// Where the last token that was taken ends.
  private(set) var lastEnd = 0
  private let end: MathToken

  init(source: String, macros: [String: MathMacro]) {
    tokens = TeXLexer.tokens(of: source)
    self.macros = macros
    let count = source.utf8.count
    end = MathToken(kind: .end, range: count..<count)
  }

  /// The next token as it stands, with spaces, unexpanded.
  var nextRaw: MathToken { pending.last ?? (index < tokens.count ? tokens[index] : end) }

  /// Takes the next token as it stands.
  @discardableResult
  mutating func takeRaw() -> MathToken {
    let token = nextRaw
    if pending.popLast() == nil, index < tokens.count { index += 1 }
    lastEnd = max(lastEnd, token.range.upperBound)
    return token
  }

  /// The next token that is no space and no macro.
  mutating func peek() -> MathToken {
    while true {
      let token = nextRaw
      if token.kind == .space {
        // A space does not belong to the node before it.
        let before = lastEnd
        takeRaw()
        lastEnd = before
      } else if !expand(token) {
        return token
      }
    }
  }

  /// Takes the next token that is no space and no macro.
  @discardableResult
  mutating func take() -> MathToken {
    _ = peek()
    return takeRaw()
  }

  /// Takes white space.
  mutating func skipSpaces() {
    while nextRaw.kind == .space { takeRaw() }
  }

  /// Expands the head of the stream if it is a macro.
  mutating func expand(_ token: MathToken) -> Bool {
    guard case .command(let name) = token.kind, let macro = macros[name] else { return false }
    guard expansions < Self.maximumExpansions, pushedTokens < Self.maximumPushedTokens else {
      problems.append(MathDiagnostics.endlessMacro(name, limit: Self.maximumExpansions, at: token.range))
      pending = []
      macros = [:]
      if index < tokens.count, nextRaw == token { index += 1 }
      return true
    }
    expansions += 1
    takeRaw()
    if let fences = macro.fences {
      push(pairedDelimiter(fences, token))
    } else {
      push(body: macro, of: token, arguments: arguments(of: macro, token))
    }
    return true
  }

  /// Puts tokens before the rest; they count as the body of a macro does.
  mutating func push(_ tokens: [MathToken]) {
    pushedTokens += tokens.count
    pending.append(contentsOf: tokens.reversed())
  }

  /// Gives up: only the end is left.
  mutating func abandon() {
    pending = []
    index = tokens.count
  }

  private mutating func push(body macro: MathMacro, of call: MathToken, arguments: [[MathToken]]) {
    let range = call.range.lowerBound..<max(call.range.upperBound, min(lastEnd, end.range.upperBound))
    let before = pending.count
    for token in macro.body.reversed() {
      if case .parameter(let number) = token.kind {
        if number <= arguments.count { pending.append(contentsOf: arguments[number - 1].reversed()) }
      } else {
        pending.append(MathToken(kind: token.kind, range: range))
      }
      if pending.count - before > Self.maximumPushedTokens { break }
    }
    pushedTokens += pending.count - before
  }

  /// The call of a paired delimiter: `\norm{x}`, with a star in growing delimiters, with `[\big]` in that size.
  private mutating func pairedDelimiter(_ fences: MathMacro.Fences, _ call: MathToken) -> [MathToken] {
    skipSpaces()
    let isGrowing = nextRaw.isCharacter("*")
    if isGrowing { takeRaw() }
    let size = isGrowing ? nil : bracketed()?.first { $0.command != nil }?.command
    guard let argument = rawArgument() else {
      problems.append(MathDiagnostics.missingArgument(of: call.text, at: call.range))
      return []
    }
    let range = call.range.lowerBound..<max(call.range.upperBound, min(lastEnd, end.range.upperBound))
    func command(_ name: String) -> [MathToken] { [MathToken(kind: .command(name), range: range)] }
    if isGrowing { return command("left") + fences.left + argument + command("right") + fences.right }
    if let size { return command(size + "l") + fences.left + argument + command(size + "r") + fences.right }
    return command("mathopen") + braced(fences.left, range) + argument + command("mathclose") + braced(fences.right, range)
  }

  private func braced(_ tokens: [MathToken], _ range: Range<Int>) -> [MathToken] {
    [MathToken(kind: .character(0x7B), range: range)] + tokens + [MathToken(kind: .character(0x7D), range: range)]
  }

  private mutating func arguments(of macro: MathMacro, _ call: MathToken) -> [[MathToken]] {
    if let delimiters = macro.delimiters { return self.arguments(between: delimiters, call) }
    var result: [[MathToken]] = []
    if let value = macro.optionalDefault { result.append(bracketed() ?? value) }
    while result.count < macro.parameterCount {
      skipSpaces()
      guard let argument = rawArgument() else {
        problems.append(MathDiagnostics.missingArgument(of: call.text, at: call.range))
        break
      }
      result.append(argument)
    }
    return result
  }

  /// Arguments with what a `\def` demands before the first, and after each.
  private mutating func arguments(between delimiters: [[MathToken]], _ call: MathToken) -> [[MathToken]] {
    var result: [[MathToken]] = []
    for (index, delimiter) in delimiters.enumerated() {
      if index == 0 {
        guard delimiter.isEmpty || takes(delimiter) else {
          reportMissing(delimiter, call)
          return []
        }
      } else if let argument = delimiter.isEmpty ? rawArgument() : argument(upTo: delimiter, call) {
        result.append(argument)
      } else {
        if delimiter.isEmpty { problems.append(MathDiagnostics.missingArgument(of: call.text, at: call.range)) }
        return result
      }
    }
    return result
  }

  /// The tokens up to a delimiter outside braces, which is taken, too; nil, with a problem, where there is none.
  private mutating func argument(upTo delimiter: [MathToken], _ call: MathToken) -> [MathToken]? {
    skipSpaces()
    var result: [MathToken] = []
    var depth = 0
    while nextRaw.kind != .end {
      if depth == 0, takes(delimiter) {
        let isGroup = result.first?.isCharacter("{") ?? false && result.last?.isCharacter("}") ?? false
        return isGroup && Self.isOneGroup(result) ? Array(result.dropFirst().dropLast()) : result
      }
      let token = takeRaw()
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      result.append(token)
    }
    reportMissing(delimiter, call)
    return nil
  }

  /// Whether the first brace is closed by the last token only.
  private static func isOneGroup(_ tokens: [MathToken]) -> Bool {
    var depth = 0
    for token in tokens.dropLast() {
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      if depth == 0 { return false }
    }
    return true
  }

  /// Takes the tokens of a delimiter if they are what comes next.
  private mutating func takes(_ delimiter: [MathToken]) -> Bool {
    guard let first = delimiter.first, nextRaw.kind == first.kind || nextRaw.kind == .space else { return false }
    let before = self
    for token in delimiter {
      skipSpaces()
      guard nextRaw.kind == token.kind else {
        self = before
        return false
      }
      takeRaw()
    }
    return true
  }

  private mutating func reportMissing(_ delimiter: [MathToken], _ call: MathToken) {
    let text = delimiter.map(\.text).joined()
    problems.append(MathDiagnostics.missingDelimiter(text, of: call.text, at: call.range))
  }

  /// The tokens of `{…}` without the braces, or one token; nil at the end or before a `}`.
  mutating func rawArgument() -> [MathToken]? {
    skipSpaces()
    let first = nextRaw
    if first.kind == .end || first.isCharacter("}") { return nil }
    takeRaw()
    guard first.isCharacter("{") else { return [first] }
    return balanced(until: "}", opener: first)
  }

  /// The tokens of `[…]` without the brackets; nil when no bracket follows.
  mutating func bracketed() -> [MathToken]? {
    skipSpaces()
    guard nextRaw.isCharacter("[") else { return nil }
    let opener = takeRaw()
    return balanced(until: "]", opener: opener)
  }

  private mutating func balanced(until closer: Unicode.Scalar, opener: MathToken) -> [MathToken] {
    var result: [MathToken] = []
    var depth = 0
    while nextRaw.kind != .end {
      let token = takeRaw()
      if depth == 0, token.isCharacter(closer) { return result }
      if token.isCharacter("{") { depth += 1 }
      if token.isCharacter("}") { depth -= 1 }
      result.append(token)
    }
    problems.append(MathDiagnostics.unclosed(opener.text, missing: String(Character(closer)), at: opener.range))
    return result
  }
}
