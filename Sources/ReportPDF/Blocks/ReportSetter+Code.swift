import Graphics
import Report
import Typography

extension ReportSetter {
  func appendCode(_ listing: CodeListing, to list: inout VerticalList, _ frame: Frame) {
    let padding = 7.0
    let inset = frame.inset(left: padding, right: padding).with(text: .code)
    let boxes = codeLines(listing, inset, tag: tree.add("Code", in: frame.tag))
    guard !boxes.isEmpty else { return }
    var inner = VerticalList()
    inner.append(paragraphItems(boxes), before: 0, after: 0)
    list.append(tinted(inner, frame, rule: nil, tint: Palette.codeTint), before: 8, after: 8)
  }

  /// The lines of a listing, cut where they are wider than the frame and marked so.
  func codeLines(_ listing: CodeListing, _ frame: Frame, tag: Int) -> [VerticalBox] {
    let setting = frame.text
    let advance = width("0", setting)
    let columns = max(20, Int(frame.measure / max(1, advance)))
    var lines = listing.text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    let leaf = tree.add("Span", in: tag)
    return lines.flatMap { line in
      CodeHighlighter.wrapped(CodeHighlighter.tokens(of: Self.expanded(line), language: listing.language), columns: columns)
        .map { row in codeLine(row, frame, leaf: leaf) }
    }
  }

  private func codeLine(_ tokens: [CodeHighlighter.Token], _ frame: Frame, leaf: Int) -> VerticalBox {
    let setting = frame.text
    var box = VerticalBox(height: setting.leading, baseline: setting.strutAscent)
    var x = frame.x
    for token in tokens {
      var setter = inlineSetter(10_000)
      // Bound spaces keep the columns.
      setter.append(token.text.replacing(" ", with: "\u{A0}"), setting.colored(token.kind.color))
      for line in setter.paragraph.lines(ParagraphShape(measure: 10_000, alignment: .left)) {
        for fragment in line.fragments {
          guard case .glyphs(let span) = fragment.content else { continue }
          let content = PageElement.Content.glyphs(span, color: token.kind.color)
          box.elements.append(PageElement(content, x: x + fragment.x, y: setting.strutAscent, tag: leaf))
        }
      }
      x += width(token.text, setting)
    }
    return box
  }

  /// Tabs as spaces up to the next multiple of four columns.
  private static func expanded(_ line: Substring) -> String {
    guard line.contains("\t") else { return String(line) }
    var text = ""
    for character in line {
      if character == "\t" { text += String(repeating: " ", count: 4 - text.count % 4) } else { text.append(character) }
    }
    return text
  }
}
