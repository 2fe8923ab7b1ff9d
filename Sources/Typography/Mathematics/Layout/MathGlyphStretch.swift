/// A larger form of a glyph and its size along the direction of stretching, in ems.
struct MathGlyphVariant: Sendable, Hashable {
  var id: UInt32
  var size: Double
}

/// A part of a sign that is put together out of parts, in ems.
struct MathGlyphPart: Sendable, Hashable {
  var id: UInt32
  var startConnector: Double
  var endConnector: Double
  var size: Double
  var isExtender: Bool
}

/// Everything a glyph can be stretched to in one direction.
struct MathGlyphStretch: Sendable, Hashable {
  var variants: [MathGlyphVariant]
  var parts: [MathGlyphPart]
}
