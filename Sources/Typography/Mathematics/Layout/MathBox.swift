/// A laid-out formula: its size in points about the baseline, and a flat list of what to draw.
package struct MathBox: Sendable, Hashable {
  package var width: Double
  /// Above the baseline.
  package var height: Double
  /// Below the baseline.
  package var depth: Double
  /// How far a slanted last letter leans over; already part of `width`.
  package var italicCorrection: Double
  package var elements: [MathElement]

  package init(
    width: Double = 0, height: Double = 0, depth: Double = 0, italicCorrection: Double = 0,
    elements: [MathElement] = []
  ) {
    self.width = width
    self.height = height
    self.depth = depth
    self.italicCorrection = italicCorrection
    self.elements = elements
  }

  var total: Double { height + depth }

  /// The characters of its elements, in their order.
  package var words: String {
    elements.reduce(into: "") { words, element in
      switch element.shape {
      case .glyph(_, _, let text), .text(let text, _, _): words += text
      case .rule, .line: break
      }
    }
  }

  /// Puts another box into this one at an offset from the baseline; `y` grows downwards. The width is left alone.
  mutating func place(_ other: MathBox, x: Double, y: Double) {
    height = max(height, other.height - y)
    depth = max(depth, other.depth + y)
    elements.reserveCapacity(elements.count + other.elements.count)
    for var element in other.elements {
      element.x += x
      element.y += y
      elements.append(element)
    }
  }

  /// The box moved up by a distance, with the baseline where it was.
  func raised(by distance: Double) -> MathBox {
    var box = MathBox(
      width: width, height: height + distance, depth: depth - distance, italicCorrection: italicCorrection)
    box.elements = elements.map { element in
      var moved = element
      moved.y -= distance
      return moved
    }
    return box
  }

  /// The box with everything that leads nowhere yet leading to the given place.
  func linked(_ link: MathLink) -> MathBox {
    var box = self
    for index in box.elements.indices where box.elements[index].link == nil { box.elements[index].link = link }
    return box
  }

  /// The box with everything that has no colour yet in the given one.
  func colored(_ color: MathColor?) -> MathBox {
    guard let color else { return self }
    var box = self
    for index in box.elements.indices where box.elements[index].color == nil { box.elements[index].color = color }
    return box
  }
}
