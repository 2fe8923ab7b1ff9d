/// Words inside mathematics.
enum TextCommands {
  static let commands: [String: MathCommand] = {
    var table: [String: MathCommand] = [:]
    for (name, style) in styles { table[name] = { $0.parseText($1, style: style) } }
    return table
  }()

  static let styles: [String: MathTextStyle] = [
    "text": .roman, "textrm": .roman, "textup": .roman, "textnormal": .roman, "mbox": .roman, "hbox": .roman,
    "textbf": .bold, "textit": .italic, "emph": .italic, "textsl": .italic, "textsf": .sans, "texttt": .monospace,
    "textsc": .roman, "intertext": .roman, "shortintertext": .roman,
  ]

  /// Commands that stand for a character in text.
  static let characters: [String: String] = [
    " ": " ", ",": "\u{2009}", ";": "\u{2005}", ":": "\u{2005}", "!": "", "&": "&", "%": "%", "_": "_", "#": "#",
    "$": "$", "{": "{", "}": "}", "-": "\u{AD}", "quad": "\u{2003}", "qquad": "\u{2003}\u{2003}", "dots": "…",
    "ldots": "…", "textendash": "–", "textemdash": "—", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "ss": "ß",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "enspace": "\u{2002}",
    "thinspace": "\u{2009}",
    "\\": " ", "space": " ", "o": "ø", "ae": "æ", "aa": "å", "l": "ł",
  ]
}

extension MathListParser {
  /// The words of `\text{…}` with the mathematics that stands between dollars in them.
  mutating func parseText(_ command: MathToken, style: MathTextStyle) -> MathNode.Kind? {
    stream.skipSpaces()
    let opener = stream.nextRaw
    guard opener.isCharacter("{") else {
      if opener.kind == .end || opener.isCharacter("}") {
        report(MathDiagnostics.missingArgument(of: command.text, at: command.range))
        return nil
      }
      stream.takeRaw()
      return .text(opener.text, style)
    }
    stream.takeRaw()
    let outer = (alphabet, isBold)
    (alphabet, isBold) = (nil, false)
    defer { (alphabet, isBold) = outer }
    let nodes = parseTextPieces(style, opener: opener, depth: 0)
    return nodes.isEmpty ? .text("", style) : unwrapped(nodes)
  }

  private mutating func parseTextPieces(_ style: MathTextStyle, opener: MathToken, depth: Int) -> [MathNode] {
    var nodes: [MathNode] = []
    var words = ""
    var start = stream.nextRaw.range.lowerBound
    func flushed(_ end: Int) -> [MathNode] {
      words.isEmpty ? [] : [MathNode(.text(TextLigatures.applied(to: words), style), min(start, end)..<end)]
    }
    while true {
      let token = stream.nextRaw
      if token.kind == .end || token.isCharacter("}") {
        nodes += flushed(max(stream.lastEnd, start))
        if token.kind == .end {
          report(MathDiagnostics.unclosed("{", missing: "}", at: opener.range))
        } else {
          stream.takeRaw()
        }
        return nodes
      }
      if stream.expand(token) { continue }
      stream.takeRaw()
      if let text = plainText(of: token) {
        words += text
        continue
      }
      nodes += flushed(max(token.range.lowerBound, start))
      words = ""
      nodes += parseTextCommand(token, style, depth: depth)
      start = stream.lastEnd
    }
  }

  /// The characters that a token stands for in text; nil for groups, mathematics and commands.
  private func plainText(of token: MathToken) -> String? {
    switch token.kind {
    case .space: " "
    case .character(0x7E): "\u{A0}"
    case .character(0x7B), .character(0x24): nil
    case .command(let name): TextCommands.characters[name]
    default: token.text
    }
  }

  private mutating func parseTextCommand(_ token: MathToken, _ style: MathTextStyle, depth: Int) -> [MathNode] {
    switch token.kind {
    case .character(0x7B) where depth < Self.maximumDepth:
      return parseTextPieces(style, opener: token, depth: depth + 1)
    case .character(0x24), .command("("):
      let nodes = parseList(token.isCharacter("$") ? [.dollar, .brace] : [.brace])
      if stream.peek().isCharacter("$") {
        stream.take()
      } else if stream.peek().command == ")" {
        stream.take()
      } else {
        report(MathDiagnostics.unclosed("$", missing: "$", at: token.range))
      }
      return nodes
    case .command(let name):
      if let inner = TextCommands.styles[name], depth < Self.maximumDepth {
        stream.skipSpaces()
        let opener = stream.nextRaw
        guard opener.isCharacter("{") else { return [] }
        stream.takeRaw()
        return parseTextPieces(inner, opener: opener, depth: depth + 1)
      }
      report(MathDiagnostics.misplaced(token.text, "mathematics in text stands between dollars", at: token.range))
      return [MathNode(.error(token.text), token.range)]
    default:
      report(MathDiagnostics.tooDeep(limit: Self.maximumDepth, at: token.range))
      stream.abandon()
      return []
    }
  }
}
