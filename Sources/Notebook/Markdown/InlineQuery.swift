/// A code span that begins with a name in braces: `` `{sql} SELECT … | .3f` ``.
enum InlineQuery {
  case query(sql: String, format: String?)
  case unknown(String)
  case empty

  /// Nil when the span is ordinary code.
  static func parse(_ code: String) -> InlineQuery? {
    guard let close = code.firstIndex(of: "}") else { return nil }
    let name = String(code[code.index(after: code.startIndex)..<close])
    let rest = code[code.index(after: close)...]
    guard !name.isEmpty, name.utf8.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || $0 == 0x2D }), rest.first == " " || rest.isEmpty else { return nil }
    guard name == "sql" else { return name == "sequel" || name == "query" || name == "SQL" ? .unknown(name) : nil }
    let (sql, format) = split(trim(rest))
    return sql.isEmpty ? .empty : .query(sql: sql, format: format)
  }

  /// The format follows the last `|` that stands alone and outside of quotes (`||` joins texts in SQL).
  private static func split(_ text: String) -> (sql: String, format: String?) {
    let bytes = Array(text.utf8)
    var quote: UInt8?
    var bar: Int?
    for (offset, byte) in bytes.enumerated() {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: "|") {
        let isDoubled = (offset > 0 && bytes[offset - 1] == byte) || (offset + 1 < bytes.count && bytes[offset + 1] == byte)
        if !isDoubled { bar = offset }
      }
    }
    guard let bar else { return (text, nil) }
    let format = trim(Substring(String(decoding: bytes[(bar + 1)...], as: UTF8.self)))
    return (trim(Substring(String(decoding: bytes[..<bar], as: UTF8.self))), format.isEmpty ? nil : format)
  }

  private static func trim(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first == " " || first == "\n" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\n" { text.removeLast() }
    return String(text)
  }
}
