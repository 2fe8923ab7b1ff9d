/// Something to draw of a laid-out formula, in points from its baseline's start; y grows downwards.
package struct MathElement: Sendable, Hashable {
  package enum Shape: Sendable, Hashable {
    /// A glyph of the mathematics font by its id, with the text it stands for: empty for a part of a larger sign.
    case glyph(id: UInt32, size: Double, text: String)
    /// A filled rectangle whose top left corner is the element's place.
    case rule(width: Double, height: Double)
    /// A stroke from the element's place.
    case line(dx: Double, dy: Double, thickness: Double)
    /// Words for the text font, their baseline at the element's place.
    case text(String, style: MathTextStyle, size: Double)
  }

  package var shape: Shape
  package var x: Double
  package var y: Double
  /// nil takes the colour of the surrounding text.
  package var color: MathColor?
  /// Where it leads for a reader who clicks on it.
  package var link: MathLink?

  package init(_ shape: Shape, x: Double = 0, y: Double = 0, color: MathColor? = nil) {
    self.shape = shape
    self.x = x
    self.y = y
    self.color = color
  }
}
