import Typography

/// A glyph in a size, as a drawing uses it.
struct SizedGlyph: Hashable {
  var role: FontRole
  var id: UInt32
  var size: Double
}

/// How often a drawing uses each glyph as an outline, so that the writer can define the frequent ones once.
struct GlyphUses {
  private var counts: [SizedGlyph: Int] = [:]

  init(_ list: DisplayList) { count(list.items) }

  func isFrequent(_ glyph: SizedGlyph) -> Bool { counts[glyph, default: 0] > 1 }

  private mutating func count(_ items: [DisplayItem]) {
    for item in items {
      switch item {
      case .group(let group): count(group.items)
      case .glyphs(let run):
        for glyph in run.glyphs { counts[SizedGlyph(role: run.role, id: glyph.id, size: glyph.size), default: 0] += 1 }
      case .shape, .text, .image: break
      }
    }
  }
}
