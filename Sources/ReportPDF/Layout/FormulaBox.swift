import Graphics

/// A formula that is laid out: glyphs of the mathematics face and rules, relative to its origin on the baseline.
struct FormulaBox {
  var width: Double
  var ascent: Double
  var descent: Double
  var glyphs: [GlyphItem]
  var rules: [(rect: Rect, color: Theme.RGB?)]
}
