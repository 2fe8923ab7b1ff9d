/// Glyphs of one face and size on one baseline with the text they stand for, ready to be painted.
package struct GlyphSpan {
  package struct Glyph: Sendable, Hashable {
    package var id: UInt32
    /// From the start of the span to the glyph's origin, in points, y down.
    package var x: Double
    package var y: Double
    /// Offset in `text` of the first byte the glyph stands for.
    package var cluster: Int

    package init(id: UInt32, x: Double, y: Double, cluster: Int) {
      self.id = id
      self.x = x
      self.y = y
      self.cluster = cluster
    }
  }

  package var face: FontFace
  package var size: Double
  package var text: [UInt8]
  package var glyphs: [Glyph]
  package var isRightToLeft: Bool

  package init(face: FontFace, size: Double, text: [UInt8], glyphs: [Glyph], isRightToLeft: Bool = false) {
    self.face = face
    self.size = size
    self.text = text
    self.glyphs = glyphs
    self.isRightToLeft = isRightToLeft
  }
}
