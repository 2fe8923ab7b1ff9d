import Graphics
import Typography

/// A formula as a drawing of its own.
enum FormulaDrawing {
  /// Around the ink, in points.
  private static let margin = 2.0

  static func list(_ expression: MathExpression, isDisplay: Bool, size: Double, fonts: FontLibrary) -> DisplayList {
    let labels = LabelTypesetter(fonts: fonts)
    let style = isDisplay ? "\\displaystyle " : ""
    let box = labels.layout("$\(style)\(expression.source)$", style: TextStyle(.serif, size: size))
    let origin = Point(margin, margin + box.ascent)
    return DisplayList(
      width: box.width + 2 * margin, height: box.ascent + box.descent + 2 * margin, title: expression.source,
      description: expression.source, items: box.items(at: origin, paint: Paint(.role(.ink))))
  }
}
