/// Phantoms, frames and strokes.
enum BoxCommands {
  static let commands: [String: MathCommand] = [
    "phantom": { .phantom($0.parseArgument(of: $1), horizontal: true, vertical: true) },
    "hphantom": { .phantom($0.parseArgument(of: $1), horizontal: true, vertical: false) },
    "vphantom": { .phantom($0.parseArgument(of: $1), horizontal: false, vertical: true) },
    "smash": { parser, token in
      var (top, bottom) = (true, true)
      if parser.stream.peek().isCharacter("["), let option = parser.stream.bracketed() {
        top = option.contains { $0.isCharacter("t") }
        bottom = option.contains { $0.isCharacter("b") }
      }
      return .smashed(parser.parseArgument(of: token), top: top, bottom: bottom)
    },
    "boxed": { .enclosed(.box, [MathNode(.styled(.display, $0.parseArgument(of: $1)), $1.range)]) },
    "fbox": { parser, token in parser.parseTextBox(token).map { .enclosed(.box, $0) } },
    "cancel": { .enclosed(.cancel, $0.parseArgument(of: $1)) },
    "bcancel": { .enclosed(.bcancel, $0.parseArgument(of: $1)) },
    "xcancel": { .enclosed(.xcancel, $0.parseArgument(of: $1)) },
    "angl": { .enclosed(.actuarial, $0.parseArgument(of: $1)) },
    "phase": { .enclosed(.phasor, $0.parseArgument(of: $1)) },
    "sout": { .enclosed(.strikeout, $0.parseArgument(of: $1)) },
    "mathllap": { .lapped($0.parseArgument(of: $1), .left) },
    "mathrlap": { .lapped($0.parseArgument(of: $1), .right) },
    "mathclap": { .lapped($0.parseArgument(of: $1), .center) },
    "llap": { parser, token in parser.parseTextBox(token).map { .lapped($0, .left) } },
    "rlap": { parser, token in parser.parseTextBox(token).map { .lapped($0, .right) } },
    "clap": { parser, token in parser.parseTextBox(token).map { .lapped($0, .center) } },
    "vcenter": { .raised(nil, $0.parseArgument(of: $1)) },
    "raisebox": { parser, token in
      guard let length = parser.parseLength(of: token) else { return nil }
      while parser.stream.peek().isCharacter("["), parser.stream.bracketed() != nil {}
      return parser.parseTextBox(token).map { .raised(length, $0) }
    },
    "rule": { $0.parseRule($1) },
  ]
}

extension MathListParser {
  /// The words of a box as a list, with the mathematics between dollars in them.
  mutating func parseTextBox(_ token: MathToken) -> [MathNode]? {
    parseText(token, style: .roman).map { [MathNode($0, token.range)] }
  }

  /// `\rule[raise]{width}{height}`.
  mutating func parseRule(_ token: MathToken) -> MathNode.Kind? {
    var raise = MathLength.zero
    let start = stream.peek().range.lowerBound
    if stream.peek().isCharacter("["), let text = stream.bracketed()?.map(\.text).joined() {
      raise = length(text, at: start..<max(start, stream.lastEnd)) ?? .zero
    }
    guard let width = parseLength(of: token), let height = parseLength(of: token) else { return nil }
    return .rule(width: width, height: height, raise: raise)
  }
}
