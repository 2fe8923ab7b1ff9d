import Report
import Typography

/// Lays formulas out by the engine for mathematics.
struct FormulaSetter {
  /// A part of a formula in running text that is not divided, and what follows it.
  struct Piece {
    var box: FormulaBox
    var spaceAfter: Double
    /// Price of ending the line after it; nil for never.
    var penaltyAfter: Double?
  }

  let fonts: FontLibrary

  /// The parts of a formula in running text; empty when it can only be shown as plain text.
  func inline(_ formula: MathFormula, size: Double, measure: Double) -> [Piece] { [] }

  /// The lines of a displayed formula, broken where wider than the measure; empty when it can only be shown as text.
  func display(_ formula: MathFormula, size: Double, measure: Double) -> [FormulaBox] { [] }
}
