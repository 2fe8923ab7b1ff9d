/// One thing over or under another.
enum StackCommands {
  static let commands: [String: MathCommand] = [
    "overset": { parser, token in
      let (over, base) = parser.parseTwoArguments(of: token)
      return .stack(base: base, over: over, under: nil)
    },
    "underset": { parser, token in
      let (under, base) = parser.parseTwoArguments(of: token)
      return .stack(base: base, over: nil, under: under)
    },
    "overunderset": { parser, token in
      let (over, under) = parser.parseTwoArguments(of: token)
      return .stack(base: parser.parseArgument(of: token), over: over, under: under)
    },
    "stackrel": { parser, token in
      let (over, base) = parser.parseTwoArguments(of: token)
      let stack = MathNode.Kind.stack(base: base, over: over, under: nil)
      return .classed(.relation, [MathNode(stack, token.range)], limits: .never)
    },
    "substack": { parser, token in
      guard parser.stream.peek().isCharacter("{") else { return .group(parser.parseArgument(of: token)) }
      let opener = parser.stream.take()
      return parser.parseSubstack(opener)
    },
  ]
}

extension MathListParser {
  /// The lines of `\substack{…}`, after its opening brace.
  mutating func parseSubstack(_ opener: MathToken) -> MathNode.Kind? {
    var rows: [MathArray.Row] = []
    while true {
      let cell = parseList([.brace, .row])
      let next = stream.peek()
      rows.append(MathArray.Row(cells: [cell]))
      if next.isCharacter("}") {
        stream.take()
        break
      }
      guard let name = next.command, ["\\", "cr", "newline"].contains(name) else {
        report(MathDiagnostics.unclosed("{", missing: "}", at: opener.range))
        break
      }
      stream.take()
      rows[rows.count - 1].gapBelow = parseRowGap()
    }
    return .array(MathArray(name: "substack", rows: rows, alignments: [.center], spacing: .small, cellStyle: .script))
  }
}
