import CHarfBuzz

extension FontFace {
  /// A glyph that is a picture.
  package struct Picture {
    /// A PNG file.
    package var png: [UInt8]
    /// From the glyph's origin to the upper left corner, and the size, in ems, y down.
    package var x, y, width, height: Double
  }

  /// The picture of a glyph of a face that has pictures; nil for a glyph without one.
  package func picture(of glyph: UInt32) -> Picture? {
    guard hasPictures, let blob = hb_ot_color_glyph_reference_png(harfBuzzFont, glyph) else { return nil }
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    var extents = hb_glyph_extents_t()
    guard let data = hb_blob_get_data(blob, &length), length > 0, hb_font_get_glyph_extents(harfBuzzFont, glyph, &extents) != 0 else { return nil }
    let bytes = UnsafeRawBufferPointer(start: data, count: Int(length))
    return Picture(
      png: Array(bytes), x: Double(extents.x_bearing) / unitsPerEm, y: -Double(extents.y_bearing) / unitsPerEm,
      width: Double(extents.width) / unitsPerEm, height: -Double(extents.height) / unitsPerEm)
  }
}
