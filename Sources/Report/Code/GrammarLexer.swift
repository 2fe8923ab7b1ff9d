/// The lexer of languages that differ only in their words, strings and comments.
struct GrammarLexer {
  private let grammar: CodeGrammar
  private var scanner: CodeScanner

  private init(_ code: String, _ grammar: CodeGrammar) {
    self.grammar = grammar
    scanner = CodeScanner(code)
  }

  static func tokens(of code: String, _ grammar: CodeGrammar) -> [CodeToken] {
    var lexer = GrammarLexer(code, grammar)
    while let byte = lexer.scanner.current {
      if lexer.comment() || lexer.string() || lexer.number(byte) || lexer.annotation(byte) || lexer.word(byte) { continue }
      lexer.scanner.advance()
    }
    return lexer.scanner.finish()
  }

  private mutating func comment() -> Bool {
    let start = scanner.position
    if let mark = grammar.lineComment, scanner.starts(with: mark) {
      scanner.advanceToEndOfLine()
    } else if grammar.hasBlockComments, scanner.starts(with: Array("/*".utf8)) {
      blockComment()
    } else {
      return false
    }
    scanner.emit(.comment, from: start)
    return true
  }

  private mutating func blockComment() {
    var depth = 0
    repeat {
      if scanner.starts(with: Array("/*".utf8)), depth == 0 || grammar.blockCommentsNest {
        depth += 1
        scanner.advance(2)
      } else if scanner.starts(with: Array("*/".utf8)) {
        depth -= 1
        scanner.advance(2)
      } else {
        scanner.advance()
      }
    } while depth > 0 && !scanner.isAtEnd
  }

  // MARK: - Strings

  private mutating func string() -> Bool {
    guard let form = grammar.strings.first(where: { scanner.starts(with: $0.opening) }) else { return false }
    let start = scanner.position
    rest(of: form)
    scanner.emit(grammar.hasKeys && isBeforeColon ? .property : form.kind, from: start)
    return true
  }

  private mutating func rest(of form: CodeGrammar.StringForm) {
    scanner.advance(form.opening.count)
    while let byte = scanner.current {
      if scanner.starts(with: form.closing) { return scanner.advance(form.closing.count) }
      if byte == .newline, !form.isMultiline { return }
      if form.hasEscapes, byte == .backslash {
        scanner.advance()
        if grammar.interpolates, scanner.current == UInt8(ascii: "(") { interpolation() } else { scanner.advance() }
      } else {
        scanner.advance()
      }
    }
  }

  /// Steps over `(…)` in a string with the strings in it.
  private mutating func interpolation() {
    var depth = 0
    while let byte = scanner.current, byte != .newline {
      if let form = grammar.strings.first(where: { scanner.starts(with: $0.opening) }) {
        rest(of: form)
        continue
      }
      scanner.advance()
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return }
    }
  }

  private var isBeforeColon: Bool {
    var index = scanner.position
    while let byte = scanner.byte(at: index), byte.isBlank { index += 1 }
    return scanner.byte(at: index) == UInt8(ascii: ":")
  }

  // MARK: - Numbers and words

  private mutating func number(_ byte: UInt8) -> Bool {
    let startsWithPoint = byte == UInt8(ascii: ".") && scanner.byte(at: scanner.position + 1)?.isDigit == true
      && scanner.previous?.isOfWord != true && scanner.previous != UInt8(ascii: ".")
    guard byte.isDigit || startsWithPoint else { return false }
    let start = scanner.position
    scanner.advanceOverNumber()
    scanner.emit(.number, from: start)
    return true
  }

  private mutating func annotation(_ byte: UInt8) -> Bool {
    guard grammar.annotationMarks.contains(byte), scanner.byte(at: scanner.position + 1)?.startsWord == true else { return false }
    // Python's matrix product: `a @b`.
    if scanner.previous?.isOfWord == true { return false }
    let start = scanner.position
    scanner.advance()
    scanner.advance { $0.isOfWord || $0 == UInt8(ascii: ".") }
    scanner.emit(.annotation, from: start)
    return true
  }

  private mutating func word(_ byte: UInt8) -> Bool {
    guard byte.startsWord else { return false }
    let start = scanner.position
    let isMember = scanner.previous == UInt8(ascii: ".")
    scanner.advance(while: \.isOfWord)
    let word = scanner.text(from: start)
    if grammar.stringPrefixes.contains(word.lowercased()), let form = grammar.strings.first(where: { scanner.starts(with: $0.opening) }) {
      rest(of: form)
      scanner.emit(.string, from: start)
    } else {
      scanner.emit(kind(of: word, isMember: isMember), from: start)
    }
    return true
  }

  private func kind(of word: String, isMember: Bool) -> CodeToken.Kind {
    let key = grammar.ignoresCase ? word.lowercased() : word
    if !isMember {
      if grammar.keywords.contains(key) { return .keyword }
      if grammar.types.contains(key) { return .type }
    }
    if grammar.typesAreCapitalized, let first = word.utf8.first, first.isUppercase { return .type }
    return grammar.marksCalls && scanner.current == UInt8(ascii: "(") ? .function : .plain
  }
}

extension CodeScanner {
  /// Digits, a fraction, an exponent, prefixes and separators: `1_000`, `0xFF`, `2.5e-3`.
  mutating func advanceOverNumber() {
    while let byte = current {
      if byte.isOfWord {
        advance()
        let mayHaveSign = byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E")
        if mayHaveSign, current == UInt8(ascii: "-") || current == UInt8(ascii: "+"), self.byte(at: position + 1)?.isDigit == true { advance() }
      } else if byte == UInt8(ascii: "."), self.byte(at: position + 1)?.isDigit == true {
        advance()
      } else {
        return
      }
    }
  }
}
