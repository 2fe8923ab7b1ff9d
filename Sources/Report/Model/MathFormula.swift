import Typography

/// A formula, parsed once for both back ends.
package struct MathFormula: Sendable {
  package var expression: MathExpression
  package var isDisplay: Bool

  package init(_ expression: MathExpression, isDisplay: Bool) {
    self.expression = expression
    self.isDisplay = isDisplay
  }

  package var tex: String { expression.source }
  /// A short rendering as text, for titles and outlines.
  package var plainText: String { PlainMath.text(expression) }
}
