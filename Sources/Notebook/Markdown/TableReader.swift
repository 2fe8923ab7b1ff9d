import CCmarkGFM
import Diagnostics

/// Reads a table of GitHub-flavoured Markdown.
struct TableReader {
  let reader: BlockReader

  init(_ reader: BlockReader) { self.reader = reader }

  func read(_ node: OpaquePointer) -> Block {
    var rows: [[[Inline]]] = []
    var captionLines: [Int] = []
    var lastLine = reader.start(node).line
    var child = cmark_node_first_child(node)
    while let row = child {
      let line = reader.start(row).line
      if !captionLines.isEmpty || (rows.count > 0 && isCaption(line)) {
        captionLines.append(line)
      } else {
        rows.append(cells(row, line))
      }
      lastLine = max(lastLine, line)
      child = cmark_node_next(row)
    }
    var table = MarkdownTable(alignments: alignments(node), header: rows.first ?? [], rows: Array(rows.dropFirst()))
    let (line, column) = reader.start(node)
    let range = reader.text.range(line: line, column: column, throughLine: max(lastLine, line + 1))
    if !captionLines.isEmpty { readCaption(captionLines, &table) }
    return Block(.table(table), range: range)
  }

  private func alignments(_ node: OpaquePointer) -> [MarkdownTable.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    guard let codes = cmark_gfm_extensions_get_table_alignments(node) else { return [] }
    return (0..<count).map {
      switch codes[$0] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }

  private func cells(_ row: OpaquePointer, _ line: Int) -> [[Inline]] {
    var result: [[Inline]] = []
    var child = cmark_node_first_child(row)
    while let cell = child {
      let column = reader.start(cell).column
      let bounds = reader.text.line(line)
      let start = min(bounds.lowerBound + column - 1, bounds.upperBound)
      let lines = ContentLines(
        reader.text, firstLine: line, firstColumn: column, quotes: reader.quotes, cell: start..<bounds.upperBound)
      var inlines = InlineReader(reader.context, reader.text, lines, start: reader.text.position(line: line, column: column))
      result.append(inlines.read(cell))
      child = cmark_node_next(cell)
    }
    return result
  }

  // MARK: Captions

  /// A line `: Caption` right below the rows, which the parser takes for a row.
  private func isCaption(_ line: Int) -> Bool {
    let bounds = reader.text.line(line)
    let start = LinePrefix(reader.text.bytes, bounds, quotes: reader.quotes).end
    return start + 1 < bounds.upperBound && reader.text.bytes[start] == UInt8(ascii: ":") && reader.text.bytes[start + 1] == 0x20
  }

  private func readCaption(_ lines: [Int], _ table: inout MarkdownTable) {
    var bytes: [UInt8] = []
    var origins: [SourcePosition] = []
    for (index, line) in lines.enumerated() {
      let bounds = reader.text.line(line)
      var start = LinePrefix(reader.text.bytes, bounds, quotes: reader.quotes).end
      if index == 0 { start += 2 } else { bytes.append(UInt8(ascii: "\n")) }
      origins.append(reader.text.position(line: line, column: start - bounds.lowerBound + 1))
      bytes += reader.text.bytes[start..<bounds.upperBound]
    }
    var content = InlineText.read(bytes, origins, reader.text.path, reader.context)
    let (attribute, _) = reader.takeAttribute(&content)
    table.caption = content
    table.label = attribute.flatMap { reader.read($0, for: .table) }
  }
}
