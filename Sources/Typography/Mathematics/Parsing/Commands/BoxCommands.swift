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
    "fbox": { parser, token in
      parser.parseText(token, style: .roman).map { .enclosed(.box, [MathNode($0, token.range)]) }
    },
    "cancel": { .enclosed(.cancel, $0.parseArgument(of: $1)) },
    "bcancel": { .enclosed(.bcancel, $0.parseArgument(of: $1)) },
    "xcancel": { .enclosed(.xcancel, $0.parseArgument(of: $1)) },
    "mathllap": { .phantom($0.parseArgument(of: $1), horizontal: false, vertical: true) },
    "vcenter": { .group($0.parseArgument(of: $1)) },
    "mathclap": { .group($0.parseArgument(of: $1)) },
  ]
}
