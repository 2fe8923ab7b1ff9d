import CCmarkGFM
import CReprise
import Diagnostics

/// Reads the blocks of a parsed text.
struct BlockReader {
  /// How deep quotes and lists may nest.
  static let maximumDepth = 48

  let context: ParseContext
  let text: MarkdownText
  let displays: DisplayEquations
  /// Block quotes around the blocks being read.
  var quotes = 0
  var depth = 0

  /// Parses a text and reads its blocks and footnotes.
  static func read(_ text: MarkdownText, _ context: ParseContext) -> (blocks: [Block], footnotes: [Footnote]) {
    let displays = DisplayEquations(in: text)
    let parsed = MarkdownText(path: text.path, bytes: displays.bytes, mapping: text.mapping)
    return MarkdownTree.withDocument(displays.bytes) { document in
      let reader = BlockReader(context: context, text: parsed, displays: displays)
      var footnotes = FootnoteNames()
      let blocks = reader.blocks(of: document)
      let notes = footnotes.read(document, reader)
      return (footnotes.naming(blocks), notes.map { note in
        var note = note
        note.blocks = footnotes.naming(note.blocks)
        return note
      })
    } ?? ([], [])
  }

  func blocks(of parent: OpaquePointer) -> [Block] {
    var result: [Block] = []
    var child = cmark_node_first_child(parent)
    while let node = child {
      if let block = block(node) { result.append(block) }
      child = cmark_node_next(node)
    }
    return TableCaptions.join(result, in: self)
  }

  private func block(_ node: OpaquePointer) -> Block? {
    let type = cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_PARAGRAPH: return paragraph(node)
    case CMARK_NODE_HEADING: return heading(node)
    case CMARK_NODE_CODE_BLOCK: return CodeBlockReader(self, node).read()
    case CMARK_NODE_LIST: return nested(node) { $0.list(node) }
    case CMARK_NODE_BLOCK_QUOTE: return nested(node) { $0.quote(node) }
    case CMARK_NODE_HTML_BLOCK: return html(node)
    case CMARK_NODE_THEMATIC_BREAK: return Block(.thematicBreak, range: lineRange(node))
    case CMARK_NODE_FOOTNOTE_DEFINITION: return nil
    case rp_cmark_table(): return TableReader(self).read(node)
    default: return nil
    }
  }

  /// Reads a container one level deeper; of one that is too deep only the first line is kept, as it is written.
  private func nested(_ node: OpaquePointer, _ read: (BlockReader) -> Block) -> Block {
    guard depth < BlockReader.maximumDepth else {
      let range = lineRange(node)
      context.report(NotebookDiagnostics.tooDeep(at: range))
      let source = text.string(text.line(start(node).line))
      return Block(.paragraph([Inline(.text(source), range: range)]), range: range)
    }
    var inner = self
    inner.depth += 1
    return read(inner)
  }

  // MARK: Running text

  private func paragraph(_ node: OpaquePointer) -> Block {
    if let figure = FigureReader(self).read(node) { return figure }
    let content = inlines(node)
    let range = range(content, node)
    if let equation = displayEquation(content, range) { return equation }
    return Block(.paragraph(content), range: range)
  }

  private func heading(_ node: OpaquePointer) -> Block {
    var content = inlines(node)
    let (attribute, _) = takeAttribute(&content)
    let label = attribute.flatMap { read($0, for: .section) }
    return Block(.heading(level: Int(cmark_node_get_heading_level(node)), content: content, label: label), range: headingRange(node, content))
  }

  /// A paragraph that holds nothing but `$$…$$`, perhaps with its label.
  private func displayEquation(_ content: [Inline], _ range: SourceRange) -> Block? {
    guard let first = content.first, case .math(let tex, true) = first.kind else { return nil }
    var rest = Array(content.dropFirst())
    let (attribute, _) = takeAttribute(&rest)
    guard rest.allSatisfy({ if case .text(let text) = $0.kind { text.allSatisfy { $0 == " " } } else { $0.kind == .softBreak } }) else { return nil }
    let label = attribute.flatMap { read($0, for: .equation) }
    let start = first.range.start
    let lines = tex.split(separator: "\n", omittingEmptySubsequences: false)
    let places = lines.indices.map { index in
      index == 0
        ? SourcePosition(line: start.line, column: start.column + 2)
        : lineStart(text: start.line + index)
    }
    return Block(.equation(Equation(tex: tex, label: label, lineStarts: places)), range: range)
  }

  private func lineStart(text number: Int) -> SourcePosition {
    let line = text.line(number)
    return text.position(line: number, column: LinePrefix(text.bytes, line, quotes: quotes).end - line.lowerBound + 1)
  }

  func inlines(_ node: OpaquePointer, checksPaths: Bool = true) -> [Inline] {
    let (line, column) = start(node)
    let lines = ContentLines(text, firstLine: line, firstColumn: column, quotes: quotes)
    var reader = InlineReader(context, text, lines, start: text.position(line: line, column: column))
    reader.checksPaths = checksPaths
    return reader.read(node)
  }

  /// Splits a trailing `{#label}` off running text.
  func takeAttribute(_ content: inout [Inline]) -> (Attribute?, Inline?) {
    guard let last = content.last, case .text(let text) = last.kind else { return (nil, nil) }
    guard let (rest, attribute) = Attribute.suffix(of: text) else { return (nil, nil) }
    let start = rest.utf8.count
    let piece = TextSlice.slice(last, start..<start + attribute.utf8.count, context.file)
    content.removeLast()
    let kept = rest.utf8.count - rest.utf8.reversed().prefix { $0 == 0x20 }.count
    if kept > 0 { content.append(TextSlice.slice(last, 0..<kept, context.file)) }
    while case .softBreak? = content.last?.kind { content.removeLast() }
    return (Attribute(attribute, at: piece.range), last)
  }

  /// The label that an attribute gives to an element.
  func read(_ attribute: Attribute, for kind: Label.Kind) -> Label? {
    guard let name = attribute.label else {
      context.report(NotebookDiagnostics.attribute(attribute.text, for: kind, at: attribute.range))
      return nil
    }
    var range = attribute.range
    if range.start.line == range.end.line, range.end.column - range.start.column == name.utf8.count + 3 {
      range.start.column += 2
      range.end.column -= 1
    }
    return Label.read(name, for: kind, at: range, context)
  }

  // MARK: Containers

  private func list(_ node: OpaquePointer) -> Block {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    var items: [List.Item] = []
    var range = lineRange(node)
    var child = cmark_node_first_child(node)
    while let item = child {
      let blocks = blocks(of: item)
      let isTask = cmark_node_get_type_string(item).map { $0.pointee == CChar(UInt8(ascii: "t")) } ?? false
      items.append(List.Item(blocks: blocks, isChecked: isTask ? cmark_gfm_extensions_get_tasklist_item_checked(item) : nil))
      if let last = blocks.last { range = range.union(last.range) }
      child = cmark_node_next(item)
    }
    let list = List(items: items, start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil, isTight: cmark_node_get_list_tight(node) != 0)
    return Block(.list(list), range: range)
  }

  private func quote(_ node: OpaquePointer) -> Block {
    var inner = self
    inner.quotes += 1
    var blocks = inner.blocks(of: node)
    var range = lineRange(node)
    if let last = blocks.last { range = range.union(last.range) }
    guard let kind = Callout.takeMarker(&blocks) else { return Block(.blockQuote(blocks), range: range) }
    return Block(.callout(Callout(kind: kind, blocks: blocks)), range: range)
  }

  private func html(_ node: OpaquePointer) -> Block {
    let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    let lines = literal.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    let (line, column) = start(node)
    return Block(.html(literal), range: text.range(line: line, column: column, throughLine: line + max(lines, 1) - 1))
  }

  // MARK: Places

  func start(_ node: OpaquePointer) -> (line: Int, column: Int) {
    (max(Int(cmark_node_get_start_line(node)), 1), max(Int(cmark_node_get_start_column(node)), 1))
  }

  /// From a node's start to the end of that line.
  func lineRange(_ node: OpaquePointer) -> SourceRange {
    let (line, column) = start(node)
    return text.range(line: line, column: column, throughLine: line)
  }

  /// From the first to the last of some running text.
  private func range(_ content: [Inline], _ node: OpaquePointer) -> SourceRange {
    guard let last = content.last else { return lineRange(node) }
    let (line, column) = start(node)
    return text.range(text.position(line: line, column: column), last.range.end)
  }

  /// A heading ends with its line; one that is underlined, with the underline.
  private func headingRange(_ node: OpaquePointer, _ content: [Inline]) -> SourceRange {
    let (line, column) = start(node)
    let bounds = text.line(line)
    let offset = bounds.lowerBound + column - 1
    if offset < bounds.upperBound, text.bytes[offset] == UInt8(ascii: "#") { return lineRange(node) }
    let breaks = content.reduce(0) { $0 + ($1.kind == .softBreak || $1.kind == .lineBreak ? 1 : 0) }
    return text.range(line: line, column: column, throughLine: line + breaks + 1)
  }
}
