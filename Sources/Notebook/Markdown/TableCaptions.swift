import Diagnostics

/// Joins a table with the paragraph `: Caption {#tbl-a}` after it, or before it.
enum TableCaptions {
  static func join(_ blocks: [Block], in reader: BlockReader) -> [Block] {
    guard blocks.contains(where: { if case .table = $0.kind { true } else { false } }) else { return blocks }
    var result: [Block] = []
    var index = 0
    while index < blocks.count {
      var block = blocks[index]
      index += 1
      guard case .table(var table) = block.kind else {
        result.append(block)
        continue
      }
      if table.caption.isEmpty, table.label == nil {
        if index < blocks.count, let content = caption(blocks[index]) {
          take(content, into: &table, reader)
          block.range = block.range.union(blocks[index].range)
          index += 1
        } else if let before = result.last, let content = caption(before) {
          take(content, into: &table, reader)
          block.range = before.range.union(block.range)
          result.removeLast()
        }
      }
      block.kind = .table(table)
      result.append(block)
    }
    return result
  }

  private static func caption(_ block: Block) -> [Inline]? {
    guard case .paragraph(let content) = block.kind, let first = content.first, case .text(let text) = first.kind else { return nil }
    return text.hasPrefix(": ") ? content : nil
  }

  private static func take(_ content: [Inline], into table: inout MarkdownTable, _ reader: BlockReader) {
    var content = content
    if let first = content.first, case .text(let text) = first.kind {
      content[0] = TextSlice.slice(first, min(2, text.utf8.count)..<text.utf8.count, reader.context.file)
      if text.utf8.count <= 2 { content.removeFirst() }
    }
    let (attribute, _) = reader.takeAttribute(&content)
    table.caption = content
    table.label = attribute.flatMap { reader.read($0, for: .table) }
  }
}
