/// One piece of a paragraph, in reading order.
struct ParagraphItem {
  enum Content {
    case word(ShapedWord)
    /// White space that may stretch and shrink; a line may end before it, unless it binds, and then it vanishes.
    case space(binds: Bool)
    case box(ParagraphBox)
    /// A line may end here at a price, and nothing is added.
    case opportunity(penalty: Double)
    case lineBreak
  }

  var content: Content
  var width: Double = 0
  var stretch: Double = 0
  var shrink: Double = 0
  var style: TextStyle
  /// How far the baseline is lifted.
  var rise: Double = 0
  /// What the client knows it by.
  var mark: Int = 0
  /// Of the embedding: odd where it runs from right to left.
  var level: UInt8 = 0
  /// Whether it holds the parts of a formula together, which is read from left to right.
  var joinsBoxes = false
}

/// Something of fixed size on the baseline, such as a formula or a small image; the client draws it.
package struct ParagraphBox: Sendable, Hashable {
  package var id: Int
  package var width: Double
  package var ascent: Double
  package var descent: Double

  package init(id: Int, width: Double, ascent: Double, descent: Double) {
    self.id = id
    self.width = width
    self.ascent = ascent
    self.descent = descent
  }
}
