import Diagnostics

/// What is wrong with a JSON text, and at which byte.
public struct JSONError: Error, Sendable, Hashable {
  public var message: String
  public var offset: Int
}

extension JSONValue {
  /// How deep arrays and objects may nest.
  static let maximumDepth = 256

  /// Reads a JSON text (RFC 8259) in UTF-8.
  ///
  /// Numbers without a fraction or an exponent that fit are integers, all others doubles.
  /// - Throws: `JSONError` at the first byte that breaks the grammar.
  /// - Complexity: O(bytes).
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    var reader = JSONReader(bytes)
    self = try reader.readDocument()
  }
}

/// Reads JSON from left to right.
private struct JSONReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func readDocument() throws(JSONError) -> JSONValue {
    skipSpaces()
    let value = try readValue(0)
    skipSpaces()
    if offset < bytes.count { throw problem("expected the end of the text") }
    return value
  }

  private func problem(_ message: String) -> JSONError { JSONError(message: message, offset: offset) }
  private var next: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  private mutating func skipSpaces() {
    while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x0A || bytes[offset] == 0x0D || bytes[offset] == 0x09 { offset += 1 }
  }

  private mutating func readValue(_ depth: Int) throws(JSONError) -> JSONValue {
    if depth > JSONValue.maximumDepth { throw problem("nested deeper than \(JSONValue.maximumDepth) levels") }
    switch next {
    case UInt8(ascii: "{"): return try readObject(depth)
    case UInt8(ascii: "["): return try readArray(depth)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .boolean(true))
    case UInt8(ascii: "f"): return try readWord("false", .boolean(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: throw problem(offset < bytes.count ? "expected a value" : "the text ends where a value is expected")
    }
  }

  private mutating func readWord(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[offset...].starts(with: word.utf8) else { throw problem("expected a value") }
    offset += word.utf8.count
    return value
  }

  private mutating func readArray(_ depth: Int) throws(JSONError) -> JSONValue {
    offset += 1
    var elements: [JSONValue] = []
    skipSpaces()
    if next == UInt8(ascii: "]") {
      offset += 1
      return .array([])
    }
    while true {
      skipSpaces()
      elements.append(try readValue(depth + 1))
      skipSpaces()
      if next == UInt8(ascii: ",") {
        offset += 1
      } else if next == UInt8(ascii: "]") {
        offset += 1
        return .array(elements)
      } else {
        throw problem("expected ',' or ']'")
      }
    }
  }

  private mutating func readObject(_ depth: Int) throws(JSONError) -> JSONValue {
    offset += 1
    var members: [JSONValue.Member] = []
    skipSpaces()
    if next == UInt8(ascii: "}") {
      offset += 1
      return .object(members)
    }
    while true {
      skipSpaces()
      guard next == UInt8(ascii: "\"") else { throw problem("expected a key in quotes") }
      let key = try readString()
      skipSpaces()
      guard next == UInt8(ascii: ":") else { throw problem("expected ':'") }
      offset += 1
      skipSpaces()
      members.append(.init(key, try readValue(depth + 1)))
      skipSpaces()
      if next == UInt8(ascii: ",") {
        offset += 1
      } else if next == UInt8(ascii: "}") {
        offset += 1
        return .object(members)
      } else {
        throw problem("expected ',' or '}'")
      }
    }
  }

  // MARK: Scalars

  private mutating func readNumber() throws(JSONError) -> JSONValue {
    let start = offset
    var isWhole = true
    if next == UInt8(ascii: "-") { offset += 1 }
    let first = offset
    skipDigits()
    if offset == first { throw problem("expected a digit") }
    if offset - first > 1, bytes[first] == UInt8(ascii: "0") { throw JSONError(message: "a number cannot begin with 0", offset: first) }
    if next == UInt8(ascii: ".") {
      isWhole = false
      offset += 1
      try expectDigits()
    }
    if next | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      try expectDigits()
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text) else { throw JSONError(message: "not a number", offset: start) }
    return .number(number)
  }

  private mutating func skipDigits() { while next >= 0x30, next <= 0x39 { offset += 1 } }

  private mutating func expectDigits() throws(JSONError) {
    let start = offset
    skipDigits()
    if offset == start { throw problem("expected a digit") }
  }

  private mutating func readString() throws(JSONError) -> String {
    offset += 1
    var start = offset
    var text: [UInt8] = []
    while true {
      guard offset < bytes.count else { throw problem("the text ends within a string") }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        text += bytes[start..<offset]
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text += bytes[start..<offset]
        offset += 1
        try readEscape(&text)
        start = offset
      case 0..<0x20: throw problem("a control character in a string must be escaped")
      default: offset += 1
      }
    }
  }

  private mutating func readEscape(_ text: inout [UInt8]) throws(JSONError) {
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12,
      UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
    ]
    if let byte = plain[next] {
      text.append(byte)
      offset += 1
      return
    }
    guard next == UInt8(ascii: "u") else { throw problem("unknown escape") }
    offset += 1
    var code = try readHexadecimal()
    if code >= 0xD800, code < 0xDC00, bytes[offset...].starts(with: "\\u".utf8) {
      offset += 2
      let low = try readHexadecimal()
      code = low >= 0xDC00 && low < 0xE000 ? 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00) : 0xFFFD
    }
    text += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
  }

  private mutating func readHexadecimal() throws(JSONError) -> UInt32 {
    guard offset + 4 <= bytes.count, let code = UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16) else {
      throw problem("expected four hexadecimal digits")
    }
    offset += 4
    return code
  }
}
