/// Delimiters that grow, and those of a given size.
enum DelimiterCommands {
  static let commands: [String: MathCommand] = {
    var table: [String: MathCommand] = [
      "left": { $0.parseFenced($1) },
      "right": { $0.parseStrayDelimiter($1) },
      "middle": { $0.parseStrayDelimiter($1) },
    ]
    let sides: [(String, MathClass)] = [("", .ordinary), ("l", .opening), ("r", .closing), ("m", .relation)]
    for (size, name) in ["big", "Big", "bigg", "Bigg"].enumerated() {
      for (side, atomClass) in sides {
        table[name + side] = { parser, token in
          .sizedDelimiter(parser.parseDelimiter(of: token), size: size + 1, class: atomClass)
        }
      }
    }
    return table
  }()
}

extension MathListParser {
  /// `\left( … \middle| … \right)`, after the `\left`.
  mutating func parseFenced(_ token: MathToken) -> MathNode.Kind? {
    let left = parseDelimiter(of: token)
    var segments = [parseList([.right])]
    var middles: [UInt32?] = []
    var right: UInt32?
    while true {
      let next = stream.peek()
      if next.command == "middle" {
        stream.take()
        middles.append(parseDelimiter(of: next))
        segments.append(parseList([.right]))
      } else if next.command == "right" {
        stream.take()
        right = parseDelimiter(of: next)
        break
      } else {
        report(MathDiagnostics.missingRight(at: token.range))
        break
      }
    }
    return .fenced(left: left, segments: segments, middles: middles, right: right)
  }

  mutating func parseStrayDelimiter(_ token: MathToken) -> MathNode.Kind? {
    report(MathDiagnostics.missingLeft(token.text, at: token.range))
    return parseDelimiter(of: token).map { .atom(MathAtom($0, .closing)) }
  }
}
