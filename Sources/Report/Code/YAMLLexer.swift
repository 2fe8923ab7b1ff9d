/// Colours keys, scalars and comments of YAML; a value that is a query is coloured as SQL.
struct YAMLLexer {
  private var scanner: CodeScanner
  /// How many `{` and `[` are open.
  private var depth = 0

  private init(_ code: String) { scanner = CodeScanner(code) }

  static func tokens(of code: String) -> [CodeToken] {
    var lexer = YAMLLexer(code)
    while !lexer.scanner.isAtEnd { lexer.next() }
    return lexer.scanner.finish()
  }

  private mutating func next() {
    guard let byte = scanner.current else { return }
    let start = scanner.position
    switch byte {
    case UInt8(ascii: "#") where scanner.previous?.isBlank != false:
      scanner.advanceToEndOfLine()
      scanner.emit(.comment, from: start)
    case .quote, .apostrophe:
      quoted(byte)
      scanner.emit(isKey ? .property : .string, from: start)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      scanner.advance()
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth = max(0, depth - 1)
      scanner.advance()
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
      scanner.advance { !$0.isBlank && !",]}".utf8.contains($0) }
      scanner.emit(.annotation, from: start)
    case UInt8(ascii: "|"), UInt8(ascii: ">"): blockScalar()
    case UInt8(ascii: "-") where scanner.byte(at: start + 1)?.isBlank != false: scanner.advance()
    case UInt8(ascii: "-") where scanner.isFirstOfLine && scanner.starts(with: Array("---".utf8)):
      scanner.advanceToEndOfLine()
      scanner.emit(.comment, from: start)
    case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "?"), .space, .tab, .newline, 13: scanner.advance()
    default: plain()
    }
  }

  /// Whether a colon follows that makes what stands before it a key.
  private var isKey: Bool {
    guard scanner.current == UInt8(ascii: ":") else { return false }
    return scanner.byte(at: scanner.position + 1).map { $0.isBlank || (depth > 0 && ",]}".utf8.contains($0)) } ?? true
  }

  private mutating func quoted(_ quote: UInt8) {
    scanner.advance()
    while let byte = scanner.current {
      scanner.advance(byte == .backslash && quote == .quote ? 2 : 1)
      guard byte == quote else { continue }
      // Between apostrophes, two of them are one.
      if quote == .quote || scanner.current != quote { return }
      scanner.advance()
    }
  }

  /// A plain scalar: a key, or a value up to the end of the line, the flow's next comma or a comment.
  private mutating func plain() {
    let start = scanner.position
    let indentation = indentation(ofLineAt: start)
    scanValue()
    if isKey { return scanner.emit(.property, from: start) }
    var word = scanner.text(from: start)
    while let last = word.utf8.last, last.isBlank { word.removeLast() }
    if depth == 0, ["SELECT", "WITH"].contains(word.prefix { $0 != " " }.uppercased()), word.contains(" ") {
      continuation(deeperThan: indentation)
      scanner.emit(GrammarLexer.tokens(of: scanner.text(from: start), .sql), from: start)
    } else if ["true", "false", "null", "~"].contains(word) {
      scanner.emit(.keyword, from: start)
    } else if Double(word) != nil, word.utf8.first.map({ $0.isDigit || "+-.".utf8.contains($0) }) == true {
      scanner.emit(.number, from: start)
    }
  }

  private mutating func scanValue() {
    while let byte = scanner.current, byte != .newline {
      if isKey || (depth > 0 && ",]}".utf8.contains(byte)) { return }
      if byte == UInt8(ascii: "#"), scanner.previous?.isBlank == true { return }
      scanner.advance()
    }
  }

  // MARK: - Scalars over several lines

  /// `|` or `>` and the deeper lines that follow.
  private mutating func blockScalar() {
    let indentation = indentation(ofLineAt: scanner.position)
    scanner.advanceToEndOfLine()
    let start = scanner.position
    continuation(deeperThan: indentation)
    let text = scanner.text(from: start)
    let opening = text.split { $0 == " " || $0 == "\n" }.first?.uppercased()
    if let opening, ["SELECT", "WITH"].contains(opening) {
      scanner.emit(GrammarLexer.tokens(of: text, .sql), from: start)
    } else {
      scanner.emit(.string, from: start)
    }
  }

  /// Steps over the lines that are indented deeper, and the empty ones between them.
  private mutating func continuation(deeperThan indentation: Int) {
    while scanner.current == .newline {
      var first = scanner.position + 1
      while let byte = scanner.byte(at: first), byte.isBlank, byte != .newline { first += 1 }
      guard let byte = scanner.byte(at: first) else { return }
      let depth = first - scanner.position - 1
      if byte != .newline, depth <= indentation { return }
      scanner.advance()
      scanner.advanceToEndOfLine()
    }
  }

  /// Spaces that the line begins with.
  private func indentation(ofLineAt position: Int) -> Int {
    var start = position
    while let byte = scanner.byte(at: start - 1), byte != .newline { start -= 1 }
    var count = 0
    while scanner.byte(at: start + count) == .space { count += 1 }
    return count
  }
}
