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
    var pieces = typesetter.layoutBreakable(formula.expression)
    // Between growing delimiters lines end only where the line would gape otherwise.
    if pieces.contains(where: { $0.box.width > Self.longestClosed * measure }) {
      pieces = typesetter.layoutBreakable(formula.expression, isOpen: true)
    }
    return pieces.enumerated().map { index, piece in
      var box = FormulaBox(box: piece.box, source: index == 0 ? formula.tex : "")
      box.part = index
      if index == 0 { box.spoken = MathSpeech.describe(formula.expression) }
      let factor = box.width > measure ? max(0.4, measure / box.width) : 1
      let isLast = index == pieces.count - 1
      // Readers forgive a break after a relation before they forgive a gaping line; one elsewhere hardly.
      let penalty: Double? = isLast ? nil : piece.penalty <= 500 ? 180 : piece.penalty <= 700 ? 400 : 900
      return Piece(box: box.scaled(by: factor), spaceAfter: isLast ? 0 : piece.spaceAfter, penaltyAfter: penalty)
    }
  }

  /// How much of a line a part of a formula may fill before lines may end inside its delimiters.
  private static let longestClosed = 0.4

  /// The lines of a displayed formula, broken where wider than the measure; empty when it can only be shown as text.
  func display(_ formula: MathFormula, size: Double, measure: Double) -> [FormulaBox] {
    guard let typesetter = typesetter(size) else { return [] }
    let whole = FormulaBox(box: typesetter.layout(formula.expression, style: .display), source: formula.tex)
    // A little smaller is better than broken.
    guard whole.width * 0.88 > measure else { return [whole] }
    if let rows = typesetter.divided(formula.expression, toFit: measure) {
      return [FormulaBox(box: typesetter.layout(rows, style: .display), source: formula.tex)]
    }
    var pieces = typesetter.layoutBreakable(formula.expression, style: .display)
    if pieces.contains(where: { $0.box.width * 0.88 > measure - Self.continuationIndent }) {
      pieces = typesetter.layoutBreakable(formula.expression, style: .display, isOpen: true)
    }
    guard pieces.count > 1 else { return [whole] }
    return broken(pieces, measure: measure, source: formula.tex)
  }

  /// Lines filled with pieces; a line ends after a relation rather than elsewhere when it is half full by then.
  private func broken(_ pieces: [MathPiece], measure: Double, source: String) -> [FormulaBox] {
    var lines: [FormulaBox] = []
    var start = 0
    while start < pieces.count {
      let room = lines.isEmpty ? measure : measure - Self.continuationIndent
      var width = pieces[start].box.width
      var end = start + 1
      var best: (end: Int, cost: Double)?
      while end <= pieces.count {
        if end == pieces.count {
          best = (end, 0)
          break
        }
        let cost = Double(pieces[end - 1].penalty) + (width < 0.5 * room ? 1000 : 0) - width
        if cost <= best?.cost ?? .infinity { best = (end, cost) }
        width += pieces[end - 1].spaceAfter + pieces[end].box.width
        if width > room { break }
        end += 1
      }
      let next = max(start + 1, best?.end ?? end)
      lines.append(FormulaBox(box: joined(pieces[start..<next]), source: lines.isEmpty ? source : ""))
      start = next
    }
    return lines
  }

  /// How far the lines after the first of a broken formula are indented.
  static let continuationIndent = 24.0

  private func joined(_ pieces: ArraySlice<MathPiece>) -> MathBox {
    var box = MathBox()
    for (index, piece) in zip(pieces.indices, pieces) {
      for var element in piece.box.elements {
        element.x += box.width
        box.elements.append(element)
      }
      box.height = max(box.height, piece.box.height)
      box.depth = max(box.depth, piece.box.depth)
      box.width += piece.box.width + (index + 1 < pieces.endIndex ? piece.spaceAfter : 0)
    }
    return box
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
