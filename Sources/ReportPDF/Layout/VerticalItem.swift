/// A piece of the column of text, which pages are cut from.
enum VerticalItem {
  /// Content that is never divided.
  case box(VerticalBox)
  /// White space: a page may end at it after a box, and then it vanishes. Bottom-aligned pages stretch it.
  case space(Double, stretch: Double)
  /// A page may end here at a price; 10 000 and more forbids it, also at the space that follows.
  case penalty(Double)
  /// Content that may move to the top or the foot of a later page; its box includes the caption.
  case float(VerticalBox)
  /// A float across all columns, which stands at the top of a later page.
  case wide(VerticalBox)
  /// Floats asked for before do not pass it.
  case barrier
}

/// Content of a given height, not divided between pages.
struct VerticalBox {
  var height: Double
  /// From the top to the first baseline.
  var baseline: Double
  var elements: [PageElement] = []
  /// White space at its top that keeps it clear of the line above, and vanishes at the top of a page.
  var slack = 0.0
  /// A line of running text, which stands on the grid of lines where there is one.
  var isOnGrid = false
  var isHeading = false
  /// Numbers of the footnotes whose marks it holds.
  var footnotes: [Int] = []
  /// The section that begins with it, for running heads.
  var section: String?
  /// What is repeated above it when it comes first on a page, such as the head of its table.
  var repeated: [VerticalBox] = []
  /// What is painted at its lower edge when it comes last on a page, such as the closing rule of its table.
  var closing: [PageElement] = []

  init(height: Double, baseline: Double = 0, elements: [PageElement] = []) {
    self.height = height
    self.baseline = baseline
    self.elements = elements
  }

  mutating func shift(x: Double, y: Double = 0) {
    for index in elements.indices {
      elements[index].x += x
      elements[index].y += y
    }
  }

  /// Boxes one below the other as one.
  static func stack(_ boxes: [VerticalBox]) -> VerticalBox {
    var whole = VerticalBox(height: 0, baseline: boxes.first?.baseline ?? 0)
    for box in boxes {
      for var element in box.elements {
        element.y += whole.height
        whole.elements.append(element)
      }
      whole.footnotes += box.footnotes
      whole.section = whole.section ?? box.section
      whole.height += box.height
    }
    return whole
  }
}
