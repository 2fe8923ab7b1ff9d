import CCmarkGFM
import Diagnostics

/// Reads a paragraph that holds nothing but an image: `![Caption](plot.svg){#fig-a}`.
struct FigureReader {
  let reader: BlockReader

  init(_ reader: BlockReader) { self.reader = reader }

  func read(_ node: OpaquePointer) -> Block? {
    guard let image = cmark_node_first_child(node), cmark_node_get_type(image) == CMARK_NODE_IMAGE else { return nil }
    let next = cmark_node_next(image)
    if let next {
      guard cmark_node_get_type(next) == CMARK_NODE_TEXT, cmark_node_next(next) == nil else { return nil }
      guard let literal = cmark_node_get_literal(next), literal.pointee == CChar(UInt8(ascii: "{")) else { return nil }
    }
    var content = reader.inlines(node, checksPaths: false)
    guard let first = content.first, case .image(let path, let alternativeText) = first.kind else { return nil }
    let start = reader.start(node)
    var range = first.range
    if let last = content.last { range = range.union(last.range) }
    let lines = ContentLines(reader.text, firstLine: start.line, firstColumn: start.column, quotes: reader.quotes)
    var inlines = InlineReader(reader.context, reader.text, lines, start: first.range.start)
    let caption = inlines.read(image)
    var label: Label?
    if next != nil {
      let (attribute, _) = reader.takeAttribute(&content)
      if let attribute { label = reader.read(attribute, for: .figure) } else { reportAttribute(content.last) }
    }
    if let problem = PathCheck.problem(with: path, of: "image", at: first.range) {
      reader.context.report(problem)
      let source = "![\(alternativeText)](\(path))"
      return Block(.faulty(FaultyDirective(name: "image", label: label, source: source, diagnostics: [problem])), range: range)
    }
    return Block(.image(Figure(path: path, caption: caption, alternativeText: alternativeText, label: label)), range: range)
  }

  private func reportAttribute(_ inline: Inline?) {
    guard let inline, case .text(let text) = inline.kind else { return }
    reader.context.report(NotebookDiagnostics.attribute(text, for: .figure, at: inline.range))
  }
}
