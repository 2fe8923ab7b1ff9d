import Report
import Typography

/// Lays formulas out by the engine for mathematics, each size of text once.
final class FormulaSetter {
  /// A part of a formula in running text that is not divided, and what follows it.
  struct Piece {
    var box: FormulaBox
    var spaceAfter: Double
    /// Price of ending the line after it; nil for never.
    var penaltyAfter: Double?
  }

  let fonts: FontLibrary
  private var typesetters: [Double: MathTypesetter] = [:]

  init(fonts: FontLibrary) { self.fonts = fonts }

  /// The parts of a formula in running text; empty when it can only be shown as plain text.
  func inline(_ formula: MathFormula, size: Double, measure: Double) -> [Piece] {
    guard let typesetter = typesetter(size) else { return [] }
    let pieces = typesetter.layoutBreakable(formula.expression)
    return pieces.enumerated().map { index, piece in
      let box = FormulaBox(box: piece.box, source: index == 0 ? formula.tex : "")
      let factor = box.width > measure ? max(0.4, measure / box.width) : 1
      let isLast = index == pieces.count - 1
      // Readers forgive a break after a relation before they forgive a gaping line; one elsewhere hardly.
      let penalty: Double? = isLast ? nil : piece.penalty <= 500 ? 180 : piece.penalty <= 700 ? 400 : 900
      return Piece(box: box.scaled(by: factor), spaceAfter: isLast ? 0 : piece.spaceAfter, penaltyAfter: penalty)
    }
  }

  /// The lines of a displayed formula, broken where wider than the measure; empty when it can only be shown as text.
  func display(_ formula: MathFormula, size: Double, measure: Double) -> [FormulaBox] {
    guard let typesetter = typesetter(size) else { return [] }
    let whole = FormulaBox(box: typesetter.layout(formula.expression, style: .display), source: formula.tex)
    return [whole]
  }

  private func typesetter(_ size: Double) -> MathTypesetter? {
    if let typesetter = typesetters[size] { return typesetter }
    guard let font = MathFont.standard else { return nil }
    let fonts = self.fonts
    let typesetter = MathTypesetter(font: font, size: size) { words, style, size in
      let text = TextStyle(style.role, size: size)
      let metrics = fonts.face(text.role).metrics
      return MathBox(
        width: fonts.measure(words, text), height: metrics.letterAscent * size, depth: metrics.letterDescent * size,
        elements: [MathElement(.text(words, style: style, size: size))])
    }
    typesetters[size] = typesetter
    return typesetter
  }
}

extension MathTextStyle {
  /// The face of words inside mathematics.
  var role: FontRole {
    switch self {
    case .roman: .serif
    case .bold: .serifBold
    case .italic: .serifItalic
    case .sans: .sans
    case .monospace: .mono
    }
  }
}
