import CCairo
import Graphics
import Typography

extension PDFCanvas {
  /// Paints a formula with its origin on the baseline at (x, y).
  func paint(_ formula: FormulaBox, x: Double, y: Double, _ color: Theme.RGB, fonts: FontLibrary) {
    guard formula.scale == 1 else {
      cairo_save(context)
      defer { restore() }
      cairo_translate(context, x, y)
      cairo_scale(context, formula.scale, formula.scale)
      return paint(formula.box.elements, x: 0, y: 0, color, fonts: fonts)
    }
    paint(formula.box.elements, x: x, y: y, color, fonts: fonts)
  }

  private func paint(_ elements: [MathElement], x: Double, y: Double, _ color: Theme.RGB, fonts: FontLibrary) {
    // Neighbouring glyphs of one size go out together.
    var run = MathRun()
    for element in elements {
      let own = element.color.map { Theme.RGB($0.red, $0.green, $0.blue) } ?? color
      if case .glyph(let id, let size, let text) = element.shape {
        if !run.isEmpty && (run.size != size || run.color != own) { flush(&run, fonts) }
        run.append(id, size, own, text, x: x + element.x, y: y + element.y)
      } else {
        flush(&run, fonts)
        paint(element, x: x + element.x, y: y + element.y, own, fonts: fonts)
      }
    }
    flush(&run, fonts)
  }

  private func flush(_ run: inout MathRun, _ fonts: FontLibrary) {
    guard !run.isEmpty else { return }
    show(run.span(fonts.face(.math)), x: 0, y: 0, run.color)
    run = MathRun()
  }

  private func paint(_ element: MathElement, x: Double, y: Double, _ color: Theme.RGB, fonts: FontLibrary) {
    switch element.shape {
    case .glyph: break
    case .rule(let width, let height): fill(x: x, y: y, width: width, height: height, color)
    case .line(let dx, let dy, let thickness): stroke(x: x, y: y, dx: dx, dy: dy, thickness: thickness, color)
    case .text(let words, let style, let size):
      let run = fonts.shape(words, TextStyle(style.role, size: size))
      let bytes = Array(words.utf8)
      for segment in run.segments {
        let glyphs = run.glyphs[segment.glyphs].map {
          GlyphSpan.Glyph(id: $0.id, x: $0.x, y: $0.y, cluster: $0.cluster - segment.bytes.lowerBound)
        }
        let span = GlyphSpan(
          face: segment.face, size: size, text: Array(bytes[segment.bytes]), glyphs: glyphs,
          isRightToLeft: segment.isRightToLeft)
        show(span, x: x, y: y, color)
      }
    }
  }
}

/// Glyphs of the mathematics face that are painted at once.
private struct MathRun {
  var size = 0.0
  var color = Palette.ink
  private var text: [UInt8] = []
  private var glyphs: [GlyphSpan.Glyph] = []

  var isEmpty: Bool { glyphs.isEmpty }

  mutating func append(_ id: UInt32, _ size: Double, _ color: Theme.RGB, _ text: String, x: Double, y: Double) {
    (self.size, self.color) = (size, color)
    glyphs.append(GlyphSpan.Glyph(id: id, x: x, y: y, cluster: self.text.count))
    self.text += Array(text.utf8)
  }

  func span(_ face: FontFace) -> GlyphSpan {
    GlyphSpan(face: face, size: size, text: text, glyphs: glyphs, isRightToLeft: false)
  }
}
