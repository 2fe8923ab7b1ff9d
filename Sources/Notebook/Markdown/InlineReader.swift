import CCmarkGFM
import CReprise
import Diagnostics

/// Reads the running text of one block.
struct InlineReader {
  static let maximumDepth = 64

  let context: ParseContext
  let text: MarkdownText
  private var lines: ContentLines
  /// The end of what was read last, for nodes that the parser gives no place.
  private var last: SourcePosition
  private var hasKeys = false
  private var hasPlaceless = false
  /// The line that the parser reported last.
  private var reportedLine = 0
  /// Off for the image of a figure, whose path its own reader checks.
  var checksPaths = true

  init(_ context: ParseContext, _ text: MarkdownText, _ lines: ContentLines, start: SourcePosition) {
    self.context = context
    self.text = text
    self.lines = lines
    last = start
  }

  /// The inlines below a node.
  mutating func read(_ parent: OpaquePointer, depth: Int = 0) -> [Inline] {
    var result: [Inline] = []
    let outerKeys = hasKeys
    hasKeys = false
    var child = cmark_node_first_child(parent)
    while let node = child {
      if let inline = inline(node, depth) {
        result.append(inline)
        last = max(last, inline.range.end)
      }
      child = cmark_node_next(node)
    }
    if hasPlaceless {
      AutolinkPlaces.lay(&result, in: context.file)
      hasPlaceless = false
    }
    let found = hasKeys ? CitationGroups.join(result, in: context.file) : result
    hasKeys = outerKeys
    return found
  }

  private mutating func inline(_ node: OpaquePointer, _ depth: Int) -> Inline? {
    let type = cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_TEXT: return plain(node)
    case CMARK_NODE_SOFTBREAK: return Inline(.softBreak, range: passBreak())
    case CMARK_NODE_LINEBREAK: return Inline(.lineBreak, range: passBreak())
    case CMARK_NODE_CODE: return special(node) ?? code(node)
    case CMARK_NODE_HTML_INLINE: return Inline(.html(literal(node)), range: range(node))
    case CMARK_NODE_FOOTNOTE_REFERENCE: return footnote(node)
    default: return container(node, type, depth)
    }
  }

  private mutating func container(_ node: OpaquePointer, _ type: cmark_node_type, _ depth: Int) -> Inline? {
    // Once more after the content has been read: line ends in it may have gone uncounted.
    let own = range(node)
    guard depth < InlineReader.maximumDepth else {
      context.report(NotebookDiagnostics.tooDeep(at: own))
      return Inline(.text(plainText(node)), range: own)
    }
    switch type {
    case CMARK_NODE_IMAGE:
      last = own.end
      let path = string(cmark_node_get_url(node))
      if checksPaths, let problem = PathCheck.problem(with: path, of: "image", at: own) {
        context.report(problem)
        return Inline(.text(plainText(node)), range: own)
      }
      return Inline(.image(path: path, alternativeText: plainText(node)), range: own)
    case CMARK_NODE_LINK:
      let content = read(node, depth: depth + 1)
      let range = linkRange(range(node), content)
      if AutolinkPlaces.isPlaceless(range, content) { hasPlaceless = true }
      return Inline(.link(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)), content: content), range: range)
    case CMARK_NODE_EMPH:
      let content = read(node, depth: depth + 1)
      return Inline(.emphasis(content), range: range(node))
    case CMARK_NODE_STRONG:
      let content = read(node, depth: depth + 1)
      return Inline(.strong(content), range: range(node))
    case rp_cmark_strikethrough():
      let content = read(node, depth: depth + 1)
      return Inline(.strikethrough(content), range: range(node))
    default:
      let content = read(node, depth: depth + 1)
      return content.isEmpty ? nil : Inline(.text(PlainText.of(content)), range: own)
    }
  }

  // MARK: Leaves

  private mutating func plain(_ node: OpaquePointer) -> Inline {
    let content = literal(node)
    var range = range(node)
    // The parser places backticks that open nothing behind themselves.
    if content.utf8.first == UInt8(ascii: "`"), case .identity = text.mapping {
      let bounds = text.line(range.start.line)
      let start = bounds.lowerBound + range.start.column - 1
      if start >= bounds.upperBound || text.bytes[start] != UInt8(ascii: "`") { range.start.column -= backticks(before: range.start.line, range.start.column) }
    }
    return Inline(.text(content), range: range)
  }

  /// A node that `InlineScan` made.
  private mutating func special(_ node: OpaquePointer) -> Inline? {
    guard let (kind, line, column) = InlineScan.unpack(node) else { return nil }
    let content = literal(node)
    reportedLine = line
    let start = lines.place(line, column)
    let length = content.utf8.count
    switch kind {
    case .math, .displayMath:
      let breaks = content.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
      lines.hide(breaks, onLine: line)
      let delimiters = kind == .math ? 2 : 4
      let end = lines.place(line, column + length + delimiters)
      let range = text.range(text.position(line: start.line, column: start.column), text.position(line: end.line, column: end.column))
      return Inline(.math(tex: content, isDisplay: kind == .displayMath), range: range)
    case .unclosedDisplay, .unclosedMath, .spacedMath:
      let range = place(start, length: length)
      context.report(
        kind == .unclosedDisplay
          ? NotebookDiagnostics.unclosedDisplay(at: range)
          : kind == .unclosedMath ? NotebookDiagnostics.unclosedMath(at: range) : NotebookDiagnostics.spacedMath(at: range))
      return Inline(.text(content), range: range)
    case .key:
      hasKeys = true
      let range = place(start, length: length + 1)
      if let name = Label.name(ofReference: content) { return Inline(.reference(name: name, numberOnly: false), range: range) }
      return Inline(.citation(Citation(items: [.init(key: content, range: range)], isInText: true)), range: range)
    }
  }

  private mutating func code(_ node: OpaquePointer) -> Inline {
    let content = literal(node)
    // The parser reports the content without the backticks.
    reportedLine = max(reportedLine, Int(cmark_node_get_end_line(node)))
    let start = lines.place(Int(cmark_node_get_start_line(node)), Int(cmark_node_get_start_column(node)))
    let end = lines.place(Int(cmark_node_get_end_line(node)), Int(cmark_node_get_end_column(node)))
    let width = backticks(before: start.line, start.column)
    let range = text.range(
      text.position(line: start.line, column: start.column - width),
      text.position(line: end.line, column: end.column + 1 + width))
    guard content.hasPrefix("{"), let query = InlineQuery.parse(content) else { return Inline(.code(content), range: range) }
    switch query {
    case .query(let sql, let format): return Inline(.query(sql: sql, format: format), range: range)
    case .unknown(let name):
      context.report(NotebookDiagnostics.unknownInlineDirective(name, at: range))
      return Inline(.code(content), range: range)
    case .empty:
      context.report(NotebookDiagnostics.emptyQuery(at: range))
      return Inline(.code(content), range: range)
    }
  }

  /// How many backticks end before a place in the text given to the parser.
  private func backticks(before line: Int, _ column: Int) -> Int {
    let bounds = text.line(line)
    var offset = bounds.lowerBound + column - 1
    var count = 0
    while offset > bounds.lowerBound, offset <= bounds.upperBound, text.bytes[offset - 1] == UInt8(ascii: "`") {
      offset -= 1
      count += 1
    }
    return count
  }

  private mutating func footnote(_ node: OpaquePointer) -> Inline {
    Inline(.footnoteReference(name: literal(node)), range: range(node))
  }

  // MARK: Places

  /// From the end of a line to the start of the text of the next.
  private mutating func passBreak() -> SourceRange {
    var start = last
    if case .identity = text.mapping {
      let line = text.line(last.line)
      start.column = min(start.column, line.count + 1)
      let end = line.lowerBound + last.column - 1
      // The parser does not count the line that a backslash ends.
      if end < line.upperBound, text.bytes[end] == UInt8(ascii: "\\") { lines.hide(1, onLine: reportedLine) }
      let bounds = text.line(last.line + 1)
      let next = LinePrefix(text.bytes, bounds, quotes: lines.quotes).end
      last = SourcePosition(line: last.line + 1, column: next - bounds.lowerBound + 1)
    }
    return text.range(start, last)
  }

  private func place(_ start: (line: Int, column: Int), length: Int) -> SourceRange {
    text.range(
      text.position(line: start.line, column: start.column), text.position(line: start.line, column: start.column + length))
  }

  private mutating func range(_ node: OpaquePointer) -> SourceRange {
    let (line, column) = (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_start_column(node)))
    let (endLine, endColumn) = (Int(cmark_node_get_end_line(node)), Int(cmark_node_get_end_column(node)))
    guard line > 0, column > 0 else { return text.range(last, last) }
    reportedLine = max(reportedLine, line, endLine)
    let start = lines.place(line, column)
    let end = lines.place(max(endLine, line), endColumn)
    return text.range(text.position(line: start.line, column: start.column), text.position(line: end.line, column: end.column + 1))
  }

  /// The parser puts a link of several lines on its last one, and gives automatic links the place of their text.
  private func linkRange(_ own: SourceRange, _ content: [Inline]) -> SourceRange {
    guard let first = content.first, case .identity = text.mapping else { return own }
    var start = first.range.start
    let bounds = text.line(start.line)
    let offset = bounds.lowerBound + start.column - 2
    var end = max(own.end, content.last?.range.end ?? own.end)
    if offset >= bounds.lowerBound, offset < bounds.upperBound {
      let before = text.bytes[offset]
      if before == UInt8(ascii: "[") || before == UInt8(ascii: "<") { start.column -= 1 }
      if before == UInt8(ascii: "<"), let inner = content.last?.range.end { end = SourcePosition(line: inner.line, column: inner.column + 1) }
    }
    return SourceRange(file: own.file, start: start, end: end)
  }

  // MARK: Text

  private func literal(_ node: OpaquePointer) -> String { string(cmark_node_get_literal(node)) }
  private func string(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

  /// The text below a node without its formatting, at any depth.
  private func plainText(_ node: OpaquePointer) -> String {
    guard let iterator = cmark_iter_new(node) else { return "" }
    defer { cmark_iter_free(iterator) }
    var result = ""
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let current = cmark_iter_get_node(iterator) else { continue }
      switch cmark_node_get_type(current) {
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: result += " "
      case CMARK_NODE_CODE:
        switch InlineScan.unpack(current)?.kind {
        case .math?: result += "$" + literal(current) + "$"
        case .displayMath?: result += "$$" + literal(current) + "$$"
        case .key?: result += "@" + literal(current)
        default: result += literal(current)
        }
      default: result += literal(current)
      }
    }
    return result
  }
}
