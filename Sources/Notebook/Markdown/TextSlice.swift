import Diagnostics

/// Parts of a run of text with their places, although the source may hold escapes and entities.
enum TextSlice {
  static func slice(_ inline: Inline, _ range: Range<Int>, _ file: SourceFile) -> Inline {
    guard case .text(let text) = inline.kind else { return inline }
    let bytes = Array(text.utf8)[range]
    let place = SourceRange(
      file: inline.range.file, start: position(range.lowerBound, in: inline, file), end: position(range.upperBound, in: inline, file))
    return Inline(.text(String(decoding: bytes, as: UTF8.self)), range: place)
  }

  /// Where the byte of an offset in a text inline stands.
  static func position(_ offset: Int, in inline: Inline, _ file: SourceFile) -> SourcePosition {
    guard case .text(let text) = inline.kind, inline.range.file == file.path else { return inline.range.start }
    let count = text.utf8.count
    let range = inline.range
    if offset <= 0 { return range.start }
    if offset >= count { return range.end }
    if range.start.line == range.end.line, range.end.column - range.start.column == count {
      return SourcePosition(line: range.start.line, column: range.start.column + offset)
    }
    let source = file.bytes[file.offset(of: range.start)..<file.offset(of: range.end)]
    return SourcePosition(line: range.start.line, column: range.start.column + walk(Array(text.utf8), source, to: offset))
  }

  /// How many bytes of the source the first bytes of the literal were made of.
  static func walk(_ literal: [UInt8], _ source: ArraySlice<UInt8>, to offset: Int) -> Int {
    let first = source.startIndex
    let literalCount = literal.count
    var at = first
    var done = 0
    while done < min(offset, literalCount), at < source.endIndex {
      if source[at] == UInt8(ascii: "\\"), at + 1 < source.endIndex, source[at + 1] == literal[done] {
        at += 1
      } else if source[at] == UInt8(ascii: "&"), isEntity(source, at, literal[done]), let end = source[at...].prefix(34).firstIndex(of: UInt8(ascii: ";")) {
        // An entity: one character of the literal.
        at = end + 1
        done += 1
        while done < literal.count, literal[done] & 0xC0 == 0x80 { done += 1 }
        continue
      }
      at += 1
      done += 1
    }
    return at - first
  }

  /// Whether an ampersand begins an entity; one that is shown as itself does so only when spelt out.
  private static func isEntity(_ source: ArraySlice<UInt8>, _ at: Int, _ shown: UInt8) -> Bool {
    guard shown == UInt8(ascii: "&") else { return true }
    return ["amp;", "AMP;", "#38;", "#x26;", "#X26;"].contains { source[(at + 1)...].starts(with: $0.utf8) }
  }
}
