import CCmarkGFM
import Diagnostics
import YAMLDocuments

/// Reads running text that stands by itself, such as a caption.
///
/// It is given to the Markdown parser as a heading of one line, so that nothing in it can be read as a list or a fence.
enum InlineText {
  static func read(_ bytes: [UInt8], _ origins: [SourcePosition], _ path: String, _ context: ParseContext) -> [Inline] {
    let isSingle = !bytes.contains(UInt8(ascii: "\n"))
    let end = origins.last ?? SourcePosition(line: 1, column: 1)
    if isSingle, let origin = origins.first {
      return read(bytes, .lines([SourcePosition(line: origin.line, column: origin.column - 2)]), path, context)
    }
    let last = bytes.count - (bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
    let range = SourceRange(
      file: path, start: origins.first ?? end, end: SourcePosition(line: end.line, column: end.column + last))
    return read(bytes, .fixed(range), path, context)
  }

  /// The text of a YAML scalar; exact places when it is written on one line without escapes.
  static func read(_ node: YAMLNode, _ context: ParseContext) -> [Inline] {
    guard let text = node.text, !text.isEmpty else { return [] }
    let bytes = Array(text.utf8)
    let range = node.range
    if range.file == context.file.path, range.start.line == range.end.line {
      let width = range.end.column - range.start.column
      let quote = width == bytes.count ? 0 : width == bytes.count + 2 ? 1 : -1
      if quote >= 0, !bytes.contains(UInt8(ascii: "\n")) {
        return read(bytes, [SourcePosition(line: range.start.line, column: range.start.column + quote)], range.file, context)
      }
    }
    return read(bytes, .fixed(range), range.file, context)
  }

  private static func read(_ bytes: [UInt8], _ mapping: MarkdownText.Mapping, _ path: String, _ context: ParseContext) -> [Inline] {
    // The closing sequence keeps a '#' at the end of the text.
    let line = Array("# ".utf8) + bytes.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 } + Array(" #".utf8)
    let text = MarkdownText(path: path, bytes: line, mapping: mapping)
    return MarkdownTree.withDocument(line) { document in
      guard let heading = cmark_node_first_child(document), cmark_node_get_type(heading) == CMARK_NODE_HEADING else { return [] }
      let lines = ContentLines(text, firstLine: 1, firstColumn: 1, quotes: 0)
      var reader = InlineReader(context, text, lines, start: text.position(line: 1, column: 3))
      return reader.read(heading)
    } ?? []
  }
}
