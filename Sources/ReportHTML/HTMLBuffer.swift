/// HTML text under construction; everything that comes from outside is escaped.
struct HTMLBuffer {
  private(set) var html = ""

  init() { html.reserveCapacity(1 << 18) }

  /// Markup as it is.
  mutating func raw(_ markup: String) { html += markup }

  /// Text, escaped.
  mutating func text(_ text: String) { html += HTMLBuffer.escape(text) }

  /// `<name attributes>`; attribute values are escaped, those that are nil are left out.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    html += "<\(name)"
    for case (let key, let value?) in attributes { html += value.isEmpty && key != "alt" ? " \(key)" : " \(key)=\"\(HTMLBuffer.escape(value))\"" }
    html += ">"
  }

  mutating func close(_ name: String) { html += "</\(name)>" }

  /// An element around what `content` writes.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ content: (inout HTMLBuffer) -> Void) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// An element around text.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    element(name, attributes) { $0.text(text) }
  }

  /// Text without what markup is made of, and without the control characters that HTML forbids.
  static func escape(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 38 || $0 == 60 || $0 == 62 || $0 == 34 || $0 == 39 || isForbidden($0) }) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case _ where isForbidden(byte): break
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isForbidden(_ byte: UInt8) -> Bool { byte == 127 || byte < 32 && byte != 9 && byte != 10 && byte != 12 && byte != 13 }
}
