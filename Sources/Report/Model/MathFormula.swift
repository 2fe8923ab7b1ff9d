/// A formula, parsed once for both back ends.
package struct MathFormula: Sendable {
  package var tex: String
  package var isDisplay: Bool
  /// A short Unicode rendering.
  package var plainText: String

  package init(tex: String, isDisplay: Bool, plainText: String) {
    self.tex = tex
    self.isDisplay = isDisplay
    self.plainText = plainText
  }
}
