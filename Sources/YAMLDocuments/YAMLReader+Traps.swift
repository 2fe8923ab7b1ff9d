import Diagnostics

/// Texts that are YAML, but hardly what their author meant.
extension YAMLReader {
  /// `color: #0072B2` is a key without a value and a comment.
  mutating func checkComment(after end: Int, isEmpty: Bool) {
    let text = places.text.bytes
    var offset = end
    while offset < text.count, text[offset] == UInt8(ascii: " ") || text[offset] == UInt8(ascii: "\t") { offset += 1 }
    guard offset > end || isEmpty, offset + 1 < text.count, text[offset] == UInt8(ascii: "#") else { return }
    guard isWordByte(text[offset + 1]) else { return }
    var stop = offset + 1
    while stop < text.count, isWordByte(text[stop]) { stop += 1 }
    let word = String(decoding: text[offset..<stop], as: UTF8.self)
    diagnostics.append(YAMLDiagnostics.comment(word, at: places.range(offset, stop)))
  }

  /// A colour between brackets, as in `[red, #0072B2]`, hides the closing bracket.
  func hiddenColour(in line: Range<Int>) -> Range<Int>? {
    let text = places.text.bytes
    guard let hash = line.first(where: { text[$0] == UInt8(ascii: "#") }), hash > line.lowerBound else { return nil }
    guard [UInt8(ascii: " "), UInt8(ascii: "["), UInt8(ascii: ","), UInt8(ascii: "{")].contains(text[hash - 1]) else { return nil }
    var stop = hash + 1
    while stop < line.upperBound, isHexadecimal(text[stop]) { stop += 1 }
    return [3, 4, 6, 8].contains(stop - hash - 1) ? hash..<stop : nil
  }

  /// `"$\tau$"` holds a tab: the backslash of TeX is an escape between double quotes.
  mutating func checkEscapes(_ value: String, _ start: Int, _ end: Int) {
    guard value.utf8.contains(UInt8(ascii: "$")), value.utf8.contains(where: { $0 < 0x20 }) else { return }
    let text = places.text.bytes
    var offset = start + 1
    while offset + 2 < end {
      guard text[offset] == UInt8(ascii: "\\") else {
        offset += 1
        continue
      }
      if "abtnvfre".utf8.contains(text[offset + 1]), isLetter(text[offset + 2]) {
        var stop = offset + 2
        while stop < end, isLetter(text[stop]) { stop += 1 }
        let command = String(decoding: text[offset..<stop], as: UTF8.self)
        diagnostics.append(YAMLDiagnostics.escapedTeX(command, at: places.range(offset, stop)))
        return
      }
      offset += 2
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  private func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte >= 0x80 }
  private func isHexadecimal(_ byte: UInt8) -> Bool { (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66) }
}
