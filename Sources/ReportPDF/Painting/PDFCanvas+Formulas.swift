import CCairo
import Graphics
import Typography

extension PDFCanvas {
  /// Paints a formula with its origin on the baseline at (x, y).
  func paint(_ formula: FormulaBox, x: Double, y: Double, _ color: Theme.RGB, fonts: FontLibrary) {
    var items: [DisplayItem] = formula.glyphs.map(DisplayItem.glyphs)
    for rule in formula.rules {
      let paint = rule.color ?? color
      items.append(.shape(ShapeItem(.rect(rule.rect, cornerRadius: 0), fill: Paint(.rgb(paint.red, paint.green, paint.blue)))))
    }
    paint(DisplayList(width: formula.width, height: 0, items: items), x: x, y: y, scale: 1, fonts: fonts)
  }
}
