/// Words inside mathematics.
enum TextCommands {
  static let commands: [String: MathCommand] = {
    var table: [String: MathCommand] = [:]
    for (name, style) in styles { table[name] = { $0.parseText($1, style: style) } }
    table["textsuperscript"] = { parser, token in
      parser.parseTextBox(token).map { .scripts(base: nil, sub: nil, sup: $0) }
    }
    table["textsubscript"] = { parser, token in
      parser.parseTextBox(token).map { .scripts(base: nil, sub: $0, sup: nil) }
    }
    table["verb"] = { $0.parseVerbatim($1) }
    table["char"] = { $0.parseCharacterCode($1) }
    table["textcircled"] = { $0.parseEncircled($1).map { .text($0, .roman) } }
    return table
  }()

  static let styles: [String: MathTextStyle] = [
    "text": .roman, "textrm": .roman, "textup": .roman, "textnormal": .roman, "mbox": .roman, "hbox": .roman,
    "textbf": .bold, "textit": .italic, "emph": .italic, "textsl": .italic, "textsf": .sans, "texttt": .monospace,
    "textsc": .roman, "textmd": .roman, "intertext": .roman, "shortintertext": .roman,
  ]

  /// Commands that stand for a character in text.
  static let characters: [String: String] = [
    " ": " ", ",": "\u{2009}", ";": "\u{2005}", ":": "\u{2005}", "!": "", "&": "&", "%": "%", "_": "_", "#": "#",
    "$": "$", "{": "{", "}": "}", "-": "\u{AD}", "quad": "\u{2003}", "qquad": "\u{2003}\u{2003}", "dots": "…",
    "ldots": "…", "textendash": "–", "textemdash": "—", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "ss": "ß",
    "textbackslash": "\\", "textasciitilde": "~", "textasciicircum": "^", "enspace": "\u{2002}",
    "thinspace": "\u{2009}",
    "\\": " ", "space": " ", "o": "ø", "ae": "æ", "aa": "å", "l": "ł", "O": "Ø", "AE": "Æ", "AA": "Å", "L": "Ł", "oe": "œ",
    "OE": "Œ", "i": "ı", "j": "ȷ", "textellipsis": "…", "textdollar": "$", "textsterling": "£", "pounds": "£",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "textless": "<",
    "textgreater": ">", "textbar": "|", "textbardbl": "‖", "textbraceleft": "{", "textbraceright": "}",
    "textunderscore": "_", "textdagger": "†", "textdaggerdbl": "‡", "textdegree": "°", "textregistered": "®",
    "copyright": "©", "textcopyright": "©", "sect": "§", "yen": "¥", "euro": "€", "nobreakspace": "\u{A0}",
    "/": "", "negthinspace": "", "TeX": "TeX", "LaTeX": "LaTeX", "textasteriskcentered": "*", "textbullet": "•",
    "textvisiblespace": "␣", "textmu": "µ", "textpm": "±", "texttimes": "×", "guillemotleft": "«", "guillemotright": "»",
  ]

  /// The character that is a letter, a number up to 20 or a sign in a circle.
  static func encircled(_ text: String) -> Unicode.Scalar? {
    if let number = UInt32(text), number <= 20 { return Unicode.Scalar(number == 0 ? 0x24EA : 0x2460 + number - 1) }
    if let sign = encircledSigns[text] { return sign }
    guard text.unicodeScalars.count == 1, let letter = text.unicodeScalars.first else { return nil }
    switch letter {
    case "A"..."Z": return Unicode.Scalar(0x24B6 + letter.value - 0x41)
    case "a"..."z": return Unicode.Scalar(0x24D0 + letter.value - 0x61)
    default: return nil
    }
  }

  private static let encircledSigns: [String: Unicode.Scalar] = [
    "+": "⊕", "-": "⊖", "*": "⊛", "=": "⊜", "/": "⊘", ".": "⊙", "\\times": "⊗",
  ]

  /// Accents in text, as combining characters.
  static let accents: [String: Unicode.Scalar] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
    "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}", "r": "\u{30A}", "c": "\u{327}", "k": "\u{328}", "d": "\u{323}",
    "b": "\u{331}",
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
      if token.command == "textcircled" {
        words += parseEncircled(token) ?? ""
        continue
      }
      if let name = token.command, let accent = TextCommands.accents[name] {
        words += accentedLetter(accent)
        continue
      }
      nodes += flushed(max(token.range.lowerBound, start))
      words = ""
      nodes += parseTextCommand(token, style, depth: depth)
      start = stream.lastEnd
    }
  }

  /// The letter after an accent command, with or without braces, under its accent.
  private mutating func accentedLetter(_ accent: Unicode.Scalar) -> String {
    var letter = ""
    for token in stream.rawArgument() ?? [] { letter += plainText(of: token) ?? "" }
    return letter + String(Character(accent))
  }

  /// `\verb|…|`: everything up to the character that follows the command, as it is written.
  mutating func parseVerbatim(_ command: MathToken) -> MathNode.Kind? {
    let delimiter = stream.takeRaw()
    var words = ""
    while stream.nextRaw.kind != .end {
      let token = stream.takeRaw()
      if token.kind == delimiter.kind { return .text(words, .monospace) }
      words += token.text
    }
    report(MathDiagnostics.unclosed(command.text, missing: delimiter.text, at: command.range))
    return .text(words, .monospace)
  }

  /// `\textcircled{a}`: the letter, number or sign that Unicode has in a circle.
  mutating func parseEncircled(_ command: MathToken) -> String? {
    guard let (text, range) = parseTextArgument(of: command) else { return nil }
    if let scalar = TextCommands.encircled(text) { return String(Character(scalar)) }
    report(MathDiagnostics.notEncircled(text, at: range))
    return text
  }

  /// `\char"263A`, `\char'101`, `\char65`: a character by its number.
  mutating func parseCharacterCode(_ command: MathToken) -> MathNode.Kind? {
    if stream.nextRaw.isCharacter("`") {
      // A character by itself: "\char`a".
      stream.takeRaw()
      let token = stream.takeRaw()
      if let scalar = (token.command ?? token.text).unicodeScalars.first {
        return kind(of: MathSymbolTable.symbol(scalar: scalar.value) ?? MathSymbol(scalar: scalar.value, atomClass: .ordinary))
      }
    }
    var text = ""
    while case .character(let scalar) = stream.nextRaw.kind, text.utf8.count < 8,
      scalar == 0x22 || scalar == 0x27 || Character(Unicode.Scalar(scalar) ?? " ").isHexDigit
    {
      text += stream.takeRaw().text
    }
    let radix = text.hasPrefix("\"") ? 16 : text.hasPrefix("'") ? 8 : 10
    let digits = text.filter { $0 != "\"" && $0 != "'" }
    guard let value = UInt32(digits, radix: radix), Unicode.Scalar(value) != nil, value >= 0x20 else {
      report(MathDiagnostics.badCharacterCode(text, at: command.range))
      return nil
    }
    return kind(of: MathSymbolTable.symbol(scalar: value) ?? MathSymbol(scalar: value, atomClass: .ordinary))
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
      if name == "textsuperscript" || name == "textsubscript", depth < Self.maximumDepth {
        let body = parseTextBox(token) ?? []
        let isAbove = name == "textsuperscript"
        return [MathNode(.scripts(base: nil, sub: isAbove ? nil : body, sup: isAbove ? body : nil), token.range)]
      }
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
