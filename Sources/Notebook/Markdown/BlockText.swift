import Diagnostics
import YAMLDocuments

/// Makes the text of a YAML scalar ready to be read as Markdown blocks.
enum BlockText {
  /// Exact places for a text on one line and for a literal block (`|`); the whole scalar's otherwise.
  static func make(_ node: YAMLNode, _ file: SourceFile) -> MarkdownText {
    let bytes = Array((node.text ?? "").utf8)
    let range = node.range
    if range.file == file.path {
      let width = range.end.column - range.start.column
      if range.start.line == range.end.line, width == bytes.count || width == bytes.count + 2 {
        let shift = width == bytes.count ? 0 : 1
        return MarkdownText(path: range.file, bytes: bytes, mapping: .lines([SourcePosition(line: range.start.line, column: range.start.column + shift)]))
      }
      if let origins = literalOrigins(bytes, range, file) { return MarkdownText(path: range.file, bytes: bytes, mapping: .lines(origins)) }
    }
    return MarkdownText(path: range.file, bytes: bytes, mapping: .fixed(range))
  }

  /// The lines of a literal block are the ends of the file's lines below its `|`.
  private static func literalOrigins(_ bytes: [UInt8], _ range: SourceRange, _ file: SourceFile) -> [SourcePosition]? {
    guard file.bytes[file.offset(of: range.start)...].first == UInt8(ascii: "|") else { return nil }
    var origins: [SourcePosition] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let number = range.start.line + 1 + index
      let source = Array(file.line(number).utf8)
      guard line.isEmpty || source.suffix(line.count) == line[...] else { return nil }
      origins.append(SourcePosition(line: number, column: source.count - line.count + 1))
    }
    return origins
  }
}
