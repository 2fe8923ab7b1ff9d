import Tables

/// Lists in cells, which stand there as JSON: `[1, 2.5, "a", null]`.
enum ListText {
  /// The elements; nil if the text is no list. Lists and mappings inside stay texts.
  static func values(_ text: String) -> [Value]? {
    let bytes = Array(text.utf8)
    guard bytes.first == 0x5B, bytes.last == 0x5D else { return nil }
    var values: [Value] = []
    var start = 1
    var depth = 0
    var isQuoted = false
    var index = 1
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == 0x5C { index += 1 } else if byte == 0x22 { isQuoted = false }
      } else if byte == 0x22 {
        isQuoted = true
      } else if byte == 0x5B || byte == 0x7B {
        depth += 1
      } else if (byte == 0x2C && depth == 0) || index == bytes.count - 1 {
        let piece = trimmed(bytes[start..<index])
        if !piece.isEmpty { values.append(value(piece)) }
        start = index + 1
      } else if byte == 0x5D || byte == 0x7D {
        depth -= 1
      }
      index += 1
    }
    return values
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    var slice = bytes.drop { blanks.contains($0) }
    while let last = slice.last, blanks.contains(last) { slice.removeLast() }
    return slice
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> Value {
    let text = String(decoding: bytes, as: UTF8.self)
    if bytes.first == 0x22, bytes.count >= 2 { return .text(unescaped(text.dropFirst().dropLast())) }
    if text == "null" { return .null }
    if text == "true" || text == "false" { return .boolean(text == "true") }
    if let integer = Int(text) { return .integer(integer) }
    return Double(text).map { .real($0) } ?? .text(text)
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        result.append(character == "n" ? "\n" : character == "t" ? "\t" : character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        result.append(character)
      }
    }
    return result
  }
}
