import CCmarkGFM
import Diagnostics

/// Footnotes, and their names put back in place of the numbers that the parser gives to references.
struct FootnoteNames {
  private var names: [String] = []

  /// The definitions, which the parser has moved to the end in the order of their first reference.
  mutating func read(_ document: OpaquePointer, _ reader: BlockReader) -> [Footnote] {
    var notes: [Footnote] = []
    var child = cmark_node_first_child(document)
    while let node = child {
      if cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_DEFINITION {
        let blocks = reader.blocks(of: node)
        let (line, column) = reader.start(node)
        let name = name(reader.text, line, column) ?? String(notes.count + 1)
        var range = reader.lineRange(node)
        range.start.column = max(1, column - name.utf8.count - 5)
        if reader.text.bytes[reader.text.line(line)].first == UInt8(ascii: "[") { range.start.column = 1 }
        if let last = blocks.last { range = range.union(last.range) }
        names.append(name)
        notes.append(Footnote(name: name, blocks: blocks, range: range))
      }
      child = cmark_node_next(node)
    }
    return notes
  }

  private func name(_ text: MarkdownText, _ line: Int, _ column: Int) -> String? {
    let bounds = text.line(line)
    guard let open = text.bytes[bounds].firstIndex(of: UInt8(ascii: "^")) else { return nil }
    guard let close = text.bytes[open..<bounds.upperBound].firstIndex(of: UInt8(ascii: "]")) else { return nil }
    return text.string(open + 1..<close)
  }

  func naming(_ blocks: [Block]) -> [Block] {
    guard !names.isEmpty else { return blocks }
    return blocks.map { $0.mappingInlines(naming) }
  }

  private func naming(_ inlines: [Inline]) -> [Inline] {
    inlines.map { inline in
      guard case .footnoteReference(let number) = inline.kind, let index = Int(number), index >= 1, index <= names.count else {
        return inline.mappingContent(naming)
      }
      return Inline(.footnoteReference(name: names[index - 1]), range: inline.range)
    }
  }
}
