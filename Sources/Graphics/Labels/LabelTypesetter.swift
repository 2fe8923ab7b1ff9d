import Diagnostics
import Typography

/// Lays out the short texts of a drawing, which may hold TeX between dollar signs, and several lines.
///
/// `\$` is a dollar sign. Confined to the thread of its font library.
package final class LabelTypesetter {
  package let fonts: FontLibrary
  /// From one baseline to the next, in ems.
  package var lineSpacing = 1.2
  /// What is wrong with the formulas laid out so far, without places; each formula is told of once.
  package private(set) var diagnostics: [Diagnostic] = []
  private let parser: TeXMathParser
  private var boxes: [LabelKey: LabelBox] = [:]
  private var faultyFormulas: Set<String> = []

  private struct LabelKey: Hashable {
    var text: String
    var style: TextStyle
  }

  /// - Parameter macros: the author's own TeX commands, bodies by name.
  package init(fonts: FontLibrary, macros: [String: String] = [:]) {
    self.fonts = fonts
    parser = TeXMathParser(macros: macros)
  }

  /// Lays out the lines of `text` as they are broken by line feeds.
  package func layout(_ text: String, style: TextStyle) -> LabelBox {
    let key = LabelKey(text: text, style: style)
    if let box = boxes[key] { return box }
    let box = stack(LabelMarkup.lines(of: text), source: text, style: style)
    if boxes.count > 10_000 { boxes.removeAll(keepingCapacity: true) }
    boxes[key] = box
    return box
  }

  /// Lays out `text` with its lines broken so that none is wider than `width`: at spaces, and between the letters of a word that is too
  /// wide by itself. Formulas stay whole.
  package func layout(_ text: String, style: TextStyle, wrappedTo width: Double) -> LabelBox {
    let box = layout(text, style: style)
    if box.width <= width { return box }
    let space = fonts.measure(" ", style)
    let lines = LabelMarkup.lines(of: text).flatMap { line -> [[LabelMarkup.Piece]] in
      var rows: [[LabelMarkup.Piece]] = [[]]
      var used = 0.0
      for word in LabelMarkup.words(of: line).flatMap({ broken($0, to: width, style: style) }) {
        let needed = place(word, style: style).width
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

  /// A word in parts that are no wider than `width`.
  private func broken(_ word: [LabelMarkup.Piece], to width: Double, style: TextStyle) -> [[LabelMarkup.Piece]] {
    guard place(word, style: style).width > width else { return [word] }
    var parts: [[LabelMarkup.Piece]] = [[]]
    var used = 0.0
    func open() {
      parts.append([])
      used = 0
    }
    for piece in word {
      guard case .text(let string) = piece else {
        let needed = place([piece], style: style).width
        if used > 0, used + needed > width { open() }
        parts[parts.count - 1].append(piece)
        used += needed
        continue
      }
      var chunk = ""
      for character in string {
        let longer = chunk + String(character)
        if used + fonts.measure(longer, style) <= width || (chunk.isEmpty && used == 0) { chunk = longer; continue }
        if !chunk.isEmpty { parts[parts.count - 1].append(.text(chunk)) }
        open()
        chunk = String(character)
      }
      parts[parts.count - 1].append(.text(chunk))
      used += fonts.measure(chunk, style)
    }
    return parts.filter { !$0.isEmpty }
  }

  private func stack(_ lines: [[LabelMarkup.Piece]], source: String, style: TextStyle) -> LabelBox {
    var placed: [LabelBox.Line] = []
    for pieces in lines {
      var line = place(pieces, style: style)
      if let above = placed.last {
        let needed = above.descent + line.ascent + 0.1 * style.size
        line.offset = above.offset + max(lineSpacing * style.size, needed)
      }
      placed.append(line)
    }
    return LabelBox(lines: placed, capHeight: fonts.face(style.role).metrics.capHeight * style.size, source: source)
  }

  private func place(_ pieces: [LabelMarkup.Piece], style: TextStyle) -> LabelBox.Line {
    let metrics = fonts.face(style.role).metrics
    var line = LabelBox.Line(
      fragments: [], width: 0, ascent: metrics.letterAscent * style.size, descent: metrics.letterDescent * style.size,
      offset: 0)
    for piece in pieces {
      switch piece {
      case .text(let string): append(string, style, to: &line)
      case .formula(let tex):
        if let power = NumericPower(tex: tex) {
          append(power, style, to: &line)
        } else {
          append(formula: tex, style, to: &line)
        }
      }
    }
    return line
  }

  private func append(_ string: String, _ style: TextStyle, rise: Double = 0, to line: inout LabelBox.Line) {
    let width = fonts.measure(string, style)
    line.fragments.append(.init(x: line.width, y: -rise, content: .text(string, style, width: width)))
    line.width += width
  }

  private func append(_ power: NumericPower, _ style: TextStyle, to line: inout LabelBox.Line) {
    append(power.base, style, to: &line)
    let small = TextStyle(style.role, size: 0.72 * style.size)
    let capHeight = fonts.face(style.role).metrics.capHeight
    // The exponent's figures reach a little above those of the base.
    let rise = capHeight * (1.15 * style.size - small.size)
    append(power.exponent, small, rise: rise, to: &line)
    line.ascent = max(line.ascent, rise + capHeight * small.size)
  }

  private func append(formula tex: String, _ style: TextStyle, to line: inout LabelBox.Line) {
    let expression = parser.parse(tex)
    if !expression.problems.isEmpty, faultyFormulas.insert(tex).inserted {
      diagnostics += expression.problems.map { $0.diagnostic { _ in nil } }
    }
    guard let typesetter = fonts.mathTypesetter(in: style) else {
      return append(tex, TextStyle(style.role.with(bold: style.role.isBold, italic: true), size: style.size), to: &line)
    }
    let box = typesetter.layout(expression)
    line.fragments.append(.init(x: line.width, content: .formula(tex, box, style)))
    line.width += box.width
    line.ascent = max(line.ascent, box.height)
    line.descent = max(line.descent, box.depth)
  }
}
