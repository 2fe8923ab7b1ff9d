import Typography

/// Turns a laid-out formula into items: runs of glyphs of one colour, rules, strokes, words.
package struct FormulaItems {
  /// The source, by which the glyphs are read aloud.
  let tex: String
  /// The style of the text around the formula, which its words take their family from.
  let style: TextStyle
  /// Where the formula's baseline starts.
  let origin: Point
  let turn: Rotation
  /// The colour of what has none of its own.
  let paint: Paint

  package init(tex: String, style: TextStyle, origin: Point, turn: Rotation = Rotation(degrees: 0), paint: Paint) {
    self.tex = tex
    self.style = style
    self.origin = origin
    self.turn = turn
    self.paint = paint
  }

  /// In the order of the elements, but glyphs of one colour together, and coloured rectangles, which may be the ground
  /// of what follows, before all glyphs.
  package func items(of box: MathBox) -> [DisplayItem] {
    var grounds: [DisplayItem] = []
    var runs: [GlyphItem] = []
    var others: [DisplayItem] = []
    for element in box.elements {
      let paint = element.color.map { Paint(.rgb($0.red, $0.green, $0.blue), opacity: self.paint.opacity) } ?? self.paint
      switch element.shape {
      case .glyph(let id, let size, let text):
        let glyph = GlyphItem.Glyph(id: id, size: size, offset: Point(element.x, element.y), text: text)
        if let index = runs.firstIndex(where: { $0.paint == paint }) {
          runs[index].glyphs.append(glyph)
        } else {
          runs.append(GlyphItem(paint: paint, origin: origin, rotation: turn.degrees, glyphs: [glyph], label: runs.isEmpty ? tex : ""))
        }
      case .rule(let width, let height):
        let item = rule(Rect(x: element.x, y: element.y, width: width, height: height), paint)
        if element.color == nil { others.append(item) } else { grounds.append(item) }
      case .line(let dx, let dy, let thickness):
        let ends = [Point(element.x, element.y), Point(element.x + dx, element.y + dy)].map(place)
        others.append(.shape(ShapeItem(.polyline(ends), stroke: Stroke(paint, width: thickness, cap: .butt))))
      case .text(let words, let face, let size):
        let style = TextStyle(self.style.role.ofWords(face), size: size)
        let start = place(Point(element.x, element.y))
        others.append(
          .text(TextItem(words, style: style, paint: paint, origin: start, rotation: turn.degrees, width: 0)))
      }
    }
    return grounds + runs.map(DisplayItem.glyphs) + others
  }

  private func place(_ offset: Point) -> Point { turn.apply(offset, about: origin) }

  private func rule(_ rect: Rect, _ paint: Paint) -> DisplayItem {
    if turn.isNone {
      let moved = Rect(x: origin.x + rect.x, y: origin.y + rect.y, width: rect.width, height: rect.height)
      return .shape(ShapeItem(.rect(moved, cornerRadius: 0), fill: paint))
    }
    let corners = [
      Point(rect.x, rect.y), Point(rect.maxX, rect.y), Point(rect.maxX, rect.maxY), Point(rect.x, rect.maxY),
    ]
    return .shape(ShapeItem(.polygon(corners.map(place)), fill: paint))
  }
}
