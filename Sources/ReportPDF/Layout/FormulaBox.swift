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

  /// The formula without what leads elsewhere, and each run of what does, with where it leads; all in the same place.
  var parts: (plain: FormulaBox, linked: [(FormulaBox, LinkTarget)]) {
    guard box.elements.contains(where: { $0.link != nil }) else { return (self, []) }
    var plain = self
    plain.box.elements = box.elements.filter { $0.link == nil }
    var linked: [(FormulaBox, LinkTarget)] = []
    var last: MathLink?
    for element in box.elements {
      defer { last = element.link }
      guard let link = element.link else { continue }
      if link == last, !linked.isEmpty {
        linked[linked.count - 1].0.box.elements.append(element)
      } else {
        var part = self
        part.box.elements = [element]
        linked.append((part, LinkTarget(link)))
      }
    }
    return (plain, linked)
  }

  func scaled(by factor: Double) -> FormulaBox {
    var formula = self
    formula.scale *= factor
    return formula
  }
}
