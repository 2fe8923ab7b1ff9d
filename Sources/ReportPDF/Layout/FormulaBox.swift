import Graphics
import Typography

/// A formula that is laid out, and by how much it is reduced to fit.
struct FormulaBox {
  var box: MathBox
  var scale = 1.0
  /// The TeX, for those who copy or listen.
  var source: String
  /// The formula in words, with its first part.
  var spoken = ""
  /// Which of the parts of a formula that may be divided it is.
  var part = 0

  var width: Double { box.width * scale }
  var ascent: Double { box.height * scale }
  var descent: Double { box.depth * scale }

  func scaled(by factor: Double) -> FormulaBox {
    var formula = self
    formula.scale *= factor
    return formula
  }
}
