/// Walks over the bytes of code and cuts them into tokens; what is between two tokens is plain.
struct CodeScanner {
  let bytes: [UInt8]
  private(set) var position = 0
  private(set) var tokens: [CodeToken] = []
  /// Up to where the tokens reach.
  private var end = 0

  init(_ code: String) { bytes = Array(code.utf8) }

  var isAtEnd: Bool { position >= bytes.count }
  var current: UInt8? { byte(at: position) }
  var previous: UInt8? { byte(at: position - 1) }
  /// Whether nothing but space stands before on the line.
  var isFirstOfLine: Bool {
    var index = position - 1
    while let byte = byte(at: index), byte == .space || byte == .tab { index -= 1 }
    return index < 0 || bytes[index] == .newline
  }

  func byte(at index: Int) -> UInt8? { bytes.indices.contains(index) ? bytes[index] : nil }

  func starts(with text: [UInt8]) -> Bool { bytes[min(position, bytes.count)...].starts(with: text) }

  mutating func advance(_ count: Int = 1) { position = min(position + count, bytes.count) }

  mutating func advance(while condition: (UInt8) -> Bool) {
    while let byte = current, condition(byte) { position += 1 }
  }

  mutating func advanceToEndOfLine() { advance { $0 != .newline } }

  func text(from start: Int) -> String { String(decoding: bytes[start..<position], as: UTF8.self) }

  /// Makes what lies between `start` and the position a token.
  mutating func emit(_ kind: CodeToken.Kind, from start: Int) {
    guard kind != .plain, start < position else { return }
    fill(upTo: start)
    append(CodeToken(kind, text(from: start)))
    end = position
  }

  /// Puts in the tokens of what lies between `start` and the position, which another lexer made.
  mutating func emit(_ inner: [CodeToken], from start: Int) {
    fill(upTo: start)
    for token in inner { append(token) }
    end = position
  }

  mutating func finish() -> [CodeToken] {
    fill(upTo: bytes.count)
    return tokens
  }

  private mutating func fill(upTo start: Int) {
    if end < start { append(CodeToken(.plain, String(decoding: bytes[end..<start], as: UTF8.self))) }
  }

  private mutating func append(_ token: CodeToken) {
    if let last = tokens.last, last.kind == token.kind {
      tokens[tokens.count - 1].text += token.text
    } else {
      tokens.append(token)
    }
  }
}

extension UInt8 {
  static let newline = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let backslash = UInt8(ascii: "\\")
  static let quote = UInt8(ascii: "\"")
  static let apostrophe = UInt8(ascii: "'")

  var isBlank: Bool { self == .space || self == .tab || self == .newline || self == 13 }
  var isDigit: Bool { (48...57).contains(self) }
  var isUppercase: Bool { (65...90).contains(self) }
  /// Letters, the underscore, and every byte of a character beyond ASCII.
  var startsWord: Bool { isUppercase || (97...122).contains(self) || self == UInt8(ascii: "_") || self >= 0x80 }
  var isOfWord: Bool { startsWord || isDigit }
}
