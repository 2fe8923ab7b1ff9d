import Graphics
import Report
import Typography

extension ReportSetter {
  /// A displayed formula: centred, its number at the right margin, never the one over the other.
  func appendEquation(_ equation: EquationBlock, to list: inout VerticalList, _ frame: Frame) {
    let tag = tree.add("P", in: frame.tag)
    let number = equation.number.map { "(\($0))" }
    let numberWidth = number.map { width($0, frame.text) } ?? 0
    var room = frame.measure - (numberWidth > 0 ? numberWidth + 14 : 0)
    var formulas = fitted(equation.formula, frame, room: room)
    // A formula that would be set much smaller has the measure for itself, and its number a line below.
    let isNumberBelow = numberWidth > 0 && formulas.contains { $0.scale < 0.8 }
    if isNumberBelow {
      room = frame.measure
      formulas = fitted(equation.formula, frame, room: room)
    }
    let spoken = MathSpeech.describe(equation.formula.expression)
    var rows = self.rows(
      of: formulas, spoken: spoken, frame, room: room, numberWidth: isNumberBelow ? 0 : numberWidth, tag: tag)
    if rows.isEmpty {
      var setting = frame.text
      setting.role = .serifItalic
      let narrow = frame.inset(left: numberWidth + 14, right: numberWidth + 14).with(text: setting)
      rows = lines([.text(equation.formula.plainText)], narrow, alignment: .center, tag: tag)
    }
    guard !rows.isEmpty else { return }
    if let number {
      if isNumberBelow {
        let ascent = frame.text.strutAscent * 0.8
        rows.append(VerticalBox(height: ascent + frame.text.strutDescent * 0.6, baseline: ascent))
      }
      let last = rows.count - 1
      let x = frame.x + frame.measure - numberWidth
      let label = line(number, frame.text, x: x, baseline: rows[last].baseline, tag: tree.add("Lbl", in: tag))
      rows[last].elements += label.elements
    }
    if let anchor = equation.anchor { rows[0].elements.insert(destination(anchor, y: -6), at: 0) }
    var items: [VerticalItem] = []
    for (index, row) in rows.enumerated() {
      if index > 0 { items += [.penalty(200), .space(6, stretch: 2)] }
      items.append(.box(row))
    }
    let space = frame.text.leading * 0.46
    list.append(items, before: space, after: space, penalty: 800)
  }

  /// The lines of a formula, made smaller where they are too wide even so.
  private func fitted(_ formula: MathFormula, _ frame: Frame, room: Double) -> [FormulaBox] {
    formulas.display(formula, size: frame.text.size, measure: room).enumerated().map { index, line in
      let width = room - (index == 0 ? 0 : FormulaSetter.continuationIndent)
      return line.width > width ? line.scaled(by: max(0.4, width / line.width)) : line
    }
  }

  /// Centred on the measure, or on what the number leaves of it; the lines of a broken formula begin alike.
  private func rows(
    of formulas: [FormulaBox], spoken: String, _ frame: Frame, room: Double, numberWidth: Double, tag: Int
  ) -> [VerticalBox] {
    let indents = formulas.indices.map { $0 == 0 ? 0 : FormulaSetter.continuationIndent }
    let width = zip(formulas, indents).reduce(0) { max($0, $1.0.width + $1.1) }
    let isCentred = width <= frame.measure - 2 * (numberWidth > 0 ? numberWidth + 14 : 0)
    let left = max(0, ((isCentred ? frame.measure : room) - width) / 2)
    let leaf = tree.add("Formula", in: tag, alternative: spoken)
    return zip(formulas, indents).map { row in
      let (formula, indent) = row
      let ascent = max(frame.text.strutAscent * 0.8, formula.ascent)
      var box = VerticalBox(height: ascent + max(frame.text.strutDescent * 0.6, formula.descent), baseline: ascent)
      append(formula, color: frame.text.color, x: frame.x + left + indent, y: ascent, tag: leaf, to: &box)
      return box
    }
  }
}
