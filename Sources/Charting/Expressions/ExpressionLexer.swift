/// Cuts the text of an expression into tokens.
struct ExpressionLexer {
  enum Token: Equatable {
    case number(Double)
    case text(String)
    case name(String)
    case symbol(String)
    case end

    var description: String {
      switch self {
      case .number(let value): "'\(value)'"
      case .text(let text): "text '\(text)'"
      case .name(let name), .symbol(let name): "'\(name)'"
      case .end: "the end"
      }
    }
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// All tokens with the offsets of their first bytes, the last one being `.end`.
  static func tokens(_ text: String) throws(ExpressionError) -> [(token: Token, offset: Int)] {
    var lexer = ExpressionLexer(text)
    var tokens: [(token: Token, offset: Int)] = []
    while true {
      lexer.skipBlanks()
      let start = lexer.position
      let token = try lexer.next()
      tokens.append((token, start))
      if token == .end { return tokens }
    }
  }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private mutating func next() throws(ExpressionError) -> Token {
    guard position < bytes.count else { return .end }
    let byte = bytes[position]
    if Self.isDigit(byte) || (byte == 0x2E && position + 1 < bytes.count && Self.isDigit(bytes[position + 1])) { return try number() }
    if Self.isNameStart(byte) { return .name(name()) }
    if byte == 0x22 || byte == 0x27 { return .text(try quoted(byte)) }
    for length in [3, 2, 1] where position + length <= bytes.count {
      let symbol = String(decoding: bytes[position..<position + length], as: UTF8.self)
      if Self.symbols.contains(symbol) {
        position += length
        return .symbol(symbol == "===" ? "==" : symbol == "!==" ? "!=" : symbol)
      }
    }
    throw ExpressionError(message: "unexpected character '\(Character(UnicodeScalar(byte)))'", offset: position)
  }

  private static let symbols: Set<String> = [
    "===", "!==", "==", "!=", "<=", ">=", "&&", "||", "**", "+", "-", "*", "/", "%", "<", ">", "!", "?", ":", "(", ")",
    "[", "]", "{", "}", ",", ".",
  ]

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isNameStart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte == 0x24 || byte >= 0x80
  }

  private mutating func name() -> String {
    let start = position
    while position < bytes.count, Self.isNameStart(bytes[position]) || Self.isDigit(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func number() throws(ExpressionError) -> Token {
    let start = position
    while position < bytes.count, Self.isDigit(bytes[position]) || bytes[position] == 0x2E { position += 1 }
    if position < bytes.count, bytes[position] | 0x20 == 0x65 {
      position += 1
      if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
      while position < bytes.count, Self.isDigit(bytes[position]) { position += 1 }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let value = Double(text.hasPrefix(".") ? "0" + text : text.hasSuffix(".") ? text + "0" : text) else {
      throw ExpressionError(message: "'\(text)' is not a number", offset: start)
    }
    return .number(value)
  }

  private mutating func quoted(_ quote: UInt8) throws(ExpressionError) -> String {
    let start = position
    position += 1
    var content: [UInt8] = []
    while position < bytes.count, bytes[position] != quote {
      if bytes[position] == 0x5C, position + 1 < bytes.count {
        position += 1
        content.append(bytes[position] == 0x6E ? 0x0A : bytes[position] == 0x74 ? 0x09 : bytes[position])
      } else {
        content.append(bytes[position])
      }
      position += 1
    }
    guard position < bytes.count else { throw ExpressionError(message: "text without a closing quote", offset: start) }
    position += 1
    return String(decoding: content, as: UTF8.self)
  }
}
