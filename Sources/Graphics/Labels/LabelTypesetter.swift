import Typography

/// Lays out the short texts of a drawing, which may hold TeX between dollar signs, and several lines.
///
/// `\$` is a dollar sign. Confined to the thread of its font library.
package final class LabelTypesetter {
  package let fonts: FontLibrary
  /// From one baseline to the next, in ems.
  package var lineSpacing = 1.2
  private var boxes: [LabelKey: LabelBox] = [:]

  private struct LabelKey: Hashable {
    var text: String
    var style: TextStyle
  }

  package init(fonts: FontLibrary) { self.fonts = fonts }

  /// Lays out the lines of `text` as they are broken by line feeds.
  package func layout(_ text: String, style: TextStyle) -> LabelBox {
    let key = LabelKey(text: text, style: style)
    if let box = boxes[key] { return box }
    let box = stack(LabelMarkup.lines(of: text), source: text, style: style)
    if boxes.count > 10_000 { boxes.removeAll(keepingCapacity: true) }
    boxes[key] = box
    return box
  }

  /// Lays out `text` with its lines broken at spaces so that none is wider than `width` where words allow it.
  package func layout(_ text: String, style: TextStyle, wrappedTo width: Double) -> LabelBox {
    let box = layout(text, style: style)
    if box.width <= width { return box }
    let space = fonts.measure(" ", style)
    let lines = LabelMarkup.lines(of: text).flatMap { line -> [[LabelMarkup.Piece]] in
      var rows: [[LabelMarkup.Piece]] = [[]]
      var used = 0.0
      for word in LabelMarkup.words(of: line) {
        let needed = place(word, style: style, offset: 0).width
        if used > 0, used + space + needed > width {
          rows.append(word)
          used = needed
        } else {
          rows[rows.count - 1] += (used > 0 ? [.text(" ")] : []) + word
          used += (used > 0 ? space : 0) + needed
        }
      }
      return rows
    }
    return stack(lines.map(LabelMarkup.joined), source: text, style: style)
  }

  private func stack(_ lines: [[LabelMarkup.Piece]], source: String, style: TextStyle) -> LabelBox {
    var placed: [LabelBox.Line] = []
    for pieces in lines {
      var line = place(pieces, style: style, offset: 0)
      if let above = placed.last {
        let needed = above.descent + line.ascent + 0.1 * style.size
        line.offset = above.offset + max(lineSpacing * style.size, needed)
      }
      placed.append(line)
    }
    return LabelBox(lines: placed, capHeight: fonts.face(style.role).metrics.capHeight * style.size, source: source)
  }

  private func place(_ pieces: [LabelMarkup.Piece], style: TextStyle, offset: Double) -> LabelBox.Line {
    let metrics = fonts.face(style.role).metrics
    var line = LabelBox.Line(
      fragments: [], width: 0, ascent: metrics.letterAscent * style.size, descent: metrics.letterDescent * style.size,
      offset: offset)
    for piece in pieces {
      switch piece {
      case .text(let string):
        let width = fonts.measure(string, style)
        line.fragments.append(.init(x: line.width, content: .text(string, style, width: width)))
        line.width += width
      case .formula(let tex):
        let style = TextStyle(style.role.with(bold: style.role.isBold, italic: true), size: style.size)
        let width = fonts.measure(tex, style)
        line.fragments.append(.init(x: line.width, content: .text(tex, style, width: width)))
        line.width += width
      }
    }
    return line
  }
}
