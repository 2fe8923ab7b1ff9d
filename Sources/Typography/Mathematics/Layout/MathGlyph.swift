/// The measures of a glyph, in ems.
struct MathGlyph: Sendable, Hashable {
  var id: UInt32
  var advance: Double
  /// Ink above and below the baseline.
  var height: Double
  var depth: Double
  /// Where the ink begins, from the origin, and how wide it is.
  var left: Double
  var inkWidth: Double
  var italicCorrection: Double
  /// Where an accent sits.
  var accentAttachment: Double

  var inkCenter: Double { left + inkWidth / 2 }
}
