/// TeX's input conventions for quotes and dashes.
enum TextLigatures {
  private static let table: [(String, String)] = [
    ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("'", "’"),
  ]

  static func applied(to text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x2D || $0 == 0x60 || $0 == 0x27 }) else { return text }
    var result = ""
    var rest = text[...]
    while !rest.isEmpty {
      if let (sign, replacement) = table.first(where: { rest.hasPrefix($0.0) }) {
        result += replacement
        rest = rest.dropFirst(sign.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }
}
