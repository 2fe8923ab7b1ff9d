/// Adds to a finished PDF file what Cairo does not write: the language, alternative texts, the title in the window bar.
///
/// The file is left as it is; changed objects, a cross-reference section and a trailer are appended, as the format
/// foresees for updates (ISO 32000-1, 7.5.6).
struct PDFUpdate {
  /// A tag of the structure that has an alternative text.
  struct Alternative: Hashable {
    /// `Figure` or `Formula`.
    var tag: String
    var text: String
  }

  let language: String
  /// Of all figures and formulas in the order of the structure; empty texts are left out.
  let alternatives: [Alternative]

  /// The file with the additions; the file itself where it is not built as expected.
  func apply(to file: [UInt8]) -> [UInt8] {
    guard let table = PDFObjectTable(file), let catalog = table.body(of: table.root) else { return file }
    var changed: [(number: Int, body: [UInt8])] = []
    var next = alternatives.startIndex
    for number in table.offsets.indices where next < alternatives.endIndex {
      guard let tag = table.taggedElement(number), let body = table.body(of: number) else { continue }
      // Elements come in the order of the structure; anything else means that the file is not as expected.
      guard tag == alternatives[next].tag else { return file }
      let text = alternatives[next].text
      next += 1
      if !text.isEmpty { changed.append((number, Self.extended(body, by: "/Alt \(Self.string(text))"))) }
    }
    let entries = "/Lang \(Self.string(language)) /ViewerPreferences << /DisplayDocTitle true >>"
    changed.append((table.root, Self.extended(catalog, by: entries)))
    return Self.appended(changed.sorted { $0.number < $1.number }, to: file, table)
  }

  /// A dictionary with further entries before its end.
  private static func extended(_ body: [UInt8], by entries: String) -> [UInt8] {
    guard let end = body.lastIndex(of: UInt8(ascii: ">")), end > 0 else { return body }
    return Array(body[..<(end - 1)]) + Array("   \(entries)\n>>\n".utf8)
  }

  private static func appended(_ objects: [(number: Int, body: [UInt8])], to file: [UInt8], _ table: PDFObjectTable) -> [UInt8] {
    var bytes = file
    var sections = ""
    for object in objects {
      let offset = "\(bytes.count)"
      let padded = String(repeating: "0", count: max(0, 10 - offset.utf8.count)) + offset
      sections += "\(object.number) 1\n\(padded) 00000 n \n"
      bytes += Array("\(object.number) 0 obj\n".utf8) + object.body + Array("endobj\n".utf8)
    }
    let start = bytes.count
    bytes += Array("xref\n\(sections)trailer\n<< /Size \(table.offsets.count)\n   /Root \(table.root) 0 R\n".utf8)
    if let info = table.info { bytes += Array("   /Info \(info) 0 R\n".utf8) }
    bytes += Array("   /Prev \(table.start)\n>>\nstartxref\n\(start)\n%%EOF\n".utf8)
    return bytes
  }

  /// A text string: UTF-16, most significant byte first, in hexadecimal.
  static func string(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes = Array("<FEFF".utf8)
    for unit in text.utf16 {
      for shift in [12, 8, 4, 0] { bytes.append(digits[Int(unit >> UInt16(shift) & 15)]) }
    }
    return String(decoding: bytes + [UInt8(ascii: ">")], as: UTF8.self)
  }
}
