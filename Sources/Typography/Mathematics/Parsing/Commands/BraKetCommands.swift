/// Sets and Dirac's brackets, whose bars take the spacing or the height of what they divide.
enum BraKetCommands {
  static let commands: [String: MathCommand] = [
    "set": { parser, token in
      parser.parseDivided(token, opener: "\\mathinner{\\lbrace\\,", bar: "\\mid ", onlyFirst: true, closer: "\\,\\rbrace}")
    },
    "Set": { parser, token in
      parser.parseDivided(
        token, opener: "\\left\\lbrace\\:", bar: "\\;\\middle\\vert\\;", onlyFirst: true, closer: "\\:\\right\\rbrace")
    },
    "Braket": { parser, token in
      parser.parseDivided(
        token, opener: "\\left\\langle ", bar: "\\,\\middle\\vert\\,", onlyFirst: false, closer: "\\right\\rangle")
    },
  ]
}

extension MathListParser {
  /// The argument of a command between delimiters, with its bars outside braces replaced.
  fileprivate mutating func parseDivided(
    _ token: MathToken, opener: String, bar: String, onlyFirst: Bool, closer: String
  ) -> MathNode.Kind? {
    guard let argument = stream.rawArgument() else {
      report(MathDiagnostics.missingArgument(of: token.text, at: token.range))
      return nil
    }
    func written(_ text: String) -> [MathToken] {
      TeXLexer.tokens(of: text).map { MathToken(kind: $0.kind, range: token.range) }
    }
    var body: [MathToken] = []
    var depth = 0
    var isDivided = false
    for inner in argument {
      if inner.isCharacter("{") { depth += 1 }
      if inner.isCharacter("}") { depth -= 1 }
      let isBar = inner.isCharacter("|") || inner.command == "|" || inner.command == "vert" || inner.command == "mid"
      if isBar, depth == 0, !(onlyFirst && isDivided) {
        body += written(bar)
        isDivided = true
      } else {
        body.append(inner)
      }
    }
    stream.push(written("{" + opener) + body + written(closer + "}"))
    return unwrapped(parseOneArgument())
  }
}
