extension MathListParser {
  /// The argument of a command: a group or one nucleus; empty, with a problem, when there is none.
  mutating func parseArgument(of command: MathToken) -> [MathNode] {
    if lacksArgument {
      report(MathDiagnostics.missingArgument(of: command.text, at: command.range))
      return []
    }
    return parseOneArgument()
  }

  /// Whether what comes next cannot be an argument.
  var lacksArgument: Bool {
    mutating get {
      let next = stream.peek()
      return isStop(next) || ["}", "&", "^", "_"].contains { next.isCharacter($0) }
    }
  }

  /// A group's nodes, or one nucleus. Nested commands count towards the depth.
  mutating func parseOneArgument() -> [MathNode] {
    let token = stream.peek()
    if token.isCharacter("{") {
      stream.take()
      return parseBraced(token)
    }
    return parseSingle()
  }

  /// An argument in brackets; nil when there is none.
  mutating func parseOptionalArgument() -> [MathNode]? {
    let opener = stream.peek()
    guard opener.isCharacter("[") else { return nil }
    stream.take()
    let nodes = parseList([.bracket])
    if stream.peek().isCharacter("]") {
      stream.take()
    } else {
      report(MathDiagnostics.unclosed("[", missing: "]", at: opener.range))
    }
    return nodes
  }

  /// An argument as text, for names, lengths and colours; nil, with a problem, when there is none.
  mutating func parseTextArgument(of command: MathToken) -> (text: String, range: Range<Int>)? {
    stream.skipSpaces()
    let start = stream.nextRaw.range.lowerBound
    guard let tokens = stream.rawArgument() else {
      report(MathDiagnostics.missingArgument(of: command.text, at: command.range))
      return nil
    }
    let text = tokens.map(\.text).joined()
    return (text, start..<max(start, stream.lastEnd))
  }

  /// A delimiter after `\left`, `\big` and their kin: nil for `.`, and also, with a problem, for anything else.
  mutating func parseDelimiter(of command: MathToken) -> UInt32? {
    let token = stream.peek()
    switch token.kind {
    case .character(0x2E):
      stream.take()
      return nil
    case .character(let scalar):
      if let delimiter = Self.delimiterCharacters[scalar] {
        stream.take()
        return delimiter
      }
    case .command(let name):
      if let delimiter = MathSymbolTable.delimiter(command: name) {
        stream.take()
        return delimiter
      }
    default: break
    }
    let found = token.kind == .end ? "the end" : "'\(token.text)'"
    report(MathDiagnostics.notADelimiter(found, after: command.text, at: command.range))
    return nil
  }

  private static let delimiterCharacters: [UInt32: UInt32] = {
    var table: [UInt32: UInt32] = [0x3C: 0x27E8, 0x3E: 0x27E9, 0x2223: 0x7C, 0x2225: 0x2016]
    for scalar in "()[]/|⟨⟩⌊⌋⌈⌉‖⟦⟧↑↓↕⇑⇓⇕⟮⟯⟪⟫⎰⎱⌜⌝⌞⌟".unicodeScalars { table[scalar.value] = scalar.value }
    for (box, corner) in [(0x250C, 0x231C), (0x2510, 0x231D), (0x2514, 0x231E), (0x2518, 0x231F)] as [(UInt32, UInt32)] {
      table[box] = corner
    }
    return table
  }()

  /// A length such as `1em`, `-3mu` or `0.5 cm`; nil, with a problem, when it cannot be read.
  mutating func length(_ text: String, at range: Range<Int>) -> MathLength? {
    let length = MathLength(text: text)
    if length == nil { report(MathDiagnostics.badLength(text, at: range)) }
    return length
  }

  /// A length with or without braces.
  mutating func parseLength(of command: MathToken) -> MathLength? {
    stream.skipSpaces()
    if !stream.nextRaw.isCharacter("{") { return parseBareLength(of: command) }
    return parseTextArgument(of: command).flatMap { length($0.text, at: $0.range) }
  }

  /// The characters of a length that stands without braces, as after `\kern`.
  mutating func parseBareLength(of command: MathToken) -> MathLength? {
    stream.skipSpaces()
    let start = stream.nextRaw.range.lowerBound
    var text = ""
    while case .character(let scalar) = stream.nextRaw.kind, text.utf8.count < 24 {
      let isUnit = (0x61...0x7A).contains(scalar)
      guard isUnit || (0x2B...0x39).contains(scalar) else { break }
      text += stream.takeRaw().text
      if isUnit, let last = text.utf8.dropLast().last, (0x61...0x7A).contains(last) { break }
    }
    return length(text, at: start..<max(start, stream.lastEnd))
  }
}
