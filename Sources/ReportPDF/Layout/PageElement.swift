import Graphics
import Report
import Typography

/// One thing to paint, placed relative to its box: x from the left of the text, y down from the top of the box.
struct PageElement {
  enum Content {
    /// `y` is the baseline.
    case glyphs(GlyphSpan, color: Theme.RGB)
    case fill(width: Double, height: Double, color: Theme.RGB)
    case formula(FormulaBox, color: Theme.RGB)
    case chart(DisplayList, scale: Double)
    case image(ReportImage, width: Double, height: Double)
    /// The place an anchor stands for.
    case destination(String)
  }

  var content: Content
  var x: Double
  var y: Double
  /// Innermost tag of the structure; nil for decoration.
  var tag: Int?

  init(_ content: Content, x: Double, y: Double, tag: Int? = nil) {
    self.content = content
    self.x = x
    self.y = y
    self.tag = tag
  }

  /// The same further down.
  func lowered(by distance: Double) -> PageElement {
    var element = self
    element.y += distance
    return element
  }
}
