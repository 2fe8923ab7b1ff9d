import Diagnostics

/// What stands between braces after an element: `{#fig-a}`.
struct Attribute {
  /// The text between `{#` and `}`; nil when the braces hold something else.
  var label: String?
  /// The whole of the braces.
  var text: String
  var range: SourceRange

  /// The attribute that fills a stretch of a line but for spaces; nil when there is none.
  static func parse(_ text: MarkdownText, _ range: Range<Int>, line: Int) -> Attribute? {
    let bounds = text.line(line)
    guard range.lowerBound <= range.upperBound else { return nil }
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, text.bytes[start] == 0x20 || text.bytes[start] == 0x09 { start += 1 }
    while end > start, text.bytes[end - 1] == 0x20 || text.bytes[end - 1] == 0x09 { end -= 1 }
    guard start < end, text.bytes[start] == UInt8(ascii: "{"), text.bytes[end - 1] == UInt8(ascii: "}") else { return nil }
    let place = text.range(
      text.position(line: line, column: start - bounds.lowerBound + 1), text.position(line: line, column: end - bounds.lowerBound + 1))
    return Attribute(text.string(start..<end), at: place)
  }

  init(_ text: String, at range: SourceRange) {
    self.text = text
    self.range = range
    label = text.hasPrefix("{#") && text.hasSuffix("}") ? String(text.dropFirst(2).dropLast()) : nil
  }

  /// Splits a trailing `{#label}` off a run of text; the attribute's length in bytes and its text.
  static func suffix(of text: String) -> (rest: String, attribute: String)? {
    let bytes = Array(text.utf8)
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > 2, bytes[end - 1] == UInt8(ascii: "}") else { return nil }
    guard let open = bytes[..<end].lastIndex(of: UInt8(ascii: "{")), open + 1 < end, bytes[open + 1] == UInt8(ascii: "#") else { return nil }
    return (String(decoding: bytes[..<open], as: UTF8.self), String(decoding: bytes[open..<end], as: UTF8.self))
  }
}
