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
    inner.append(codeItems(boxes), before: 0, after: 0)
    list.append(tinted(inner, frame, rule: nil, tint: Palette.codeTint), before: 8, after: 8)
  }

  /// Lines as items: at least three stand together, or half of a short listing.
  private func codeItems(_ lines: [VerticalBox]) -> [VerticalItem] {
    let least = min(3, (lines.count + 1) / 2)
    return lines.enumerated().flatMap { index, line -> [VerticalItem] in
      let isInside = index >= least && lines.count - index >= least
      return isInside ? [.penalty(20), .box(line)] : [.box(line)]
    }
  }

  /// The lines of a listing, cut where they are wider than the frame and marked so.
  func codeLines(_ listing: CodeListing, _ frame: Frame, tag: Int) -> [VerticalBox] {
    guard listing.text.contains(where: { !$0.isWhitespace }) else { return [] }
    let columns = max(20, Int(frame.measure / max(1, width("0", frame.text))))
    return CodeRows(CodeHighlighter.tokens(of: listing), columns: columns).rows.map { codeLine($0, frame, tag: tag) }
  }

  private func codeLine(_ pieces: [CodeRows.Piece], _ frame: Frame, tag: Int) -> VerticalBox {
    let setting = frame.text
    var box = VerticalBox(height: setting.leading, baseline: setting.strutAscent)
    var x = frame.x
    for piece in pieces {
      var setter = inlineSetter(10_000)
      // Bound spaces keep the columns.
      let color = Palette.code(piece.kind)
      setter.append(piece.text.nonBreaking, setting.colored(color))
      for line in setter.paragraph.lines(ParagraphShape(measure: 10_000, alignment: .left)) {
        for fragment in line.fragments {
          guard case .glyphs(let span) = fragment.content else { continue }
          // The mark of a continuation is not part of the code.
          let element = PageElement(
            .glyphs(span, color: color), x: x + fragment.x, y: setting.strutAscent, tag: piece.kind == nil ? nil : tag)
          box.elements.append(element)
        }
      }
      x += width(piece.text, setting)
    }
    return box
  }
}
