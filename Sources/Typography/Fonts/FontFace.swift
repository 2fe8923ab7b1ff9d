import CCairo
import CFontconfig
import CHarfBuzz

/// One font file opened for shaping and for painting; confined to the thread of its library.
package final class FontFace {
  /// The file, or an empty string when none was found: such a face has no glyphs, and characters are half an em wide.
  package let path: String
  /// Which face of a collection.
  package let index: Int
  /// The family's name as Pango and style sheets know it.
  package let family: String
  package let isBold: Bool
  package let isItalic: Bool
  package let unitsPerEm: Double
  package let metrics: FontMetrics
  /// `hb_face_t *`, mapped from the file.
  package let harfBuzzFace: OpaquePointer
  /// `hb_font_t *` scaled so that one unit is one design unit, unhinted.
  package let harfBuzzFont: OpaquePointer

  /// Whether its glyphs are pictures, as those of emoji are.
  package let hasPictures: Bool
  /// For a face of pictures: the face whose space stands for them in the text of a page.
  package internal(set) var carrier: FontFace?
  /// `cairo_surface_t *` of pictures by their glyphs, which the face destroys.
  package var surfaces: [UInt32: OpaquePointer] = [:]

  private var cairoFaceIfMade: OpaquePointer?

  init(path: String, index: Int = 0, family: String, isBold: Bool, isItalic: Bool) {
    self.path = path
    self.index = index
    self.family = family
    self.isBold = isBold
    self.isItalic = isItalic
    let blob = path.isEmpty ? hb_blob_get_empty() : hb_blob_create_from_file(path)
    harfBuzzFace = hb_face_create(blob, UInt32(index))
    hb_blob_destroy(blob)
    hb_face_make_immutable(harfBuzzFace)
    let units = hb_face_get_upem(harfBuzzFace)
    harfBuzzFont = hb_font_create(harfBuzzFace)
    hb_font_set_scale(harfBuzzFont, Int32(units), Int32(units))
    hb_font_make_immutable(harfBuzzFont)
    unitsPerEm = Double(units)
    hasPictures = hb_ot_color_has_png(harfBuzzFace) != 0
    metrics = FontFace.measure(harfBuzzFont, unitsPerEm: Double(units))
  }

  deinit {
    if let cairoFaceIfMade { cairo_font_face_destroy(cairoFaceIfMade) }
    for surface in surfaces.values { cairo_surface_destroy(surface) }
    hb_font_destroy(harfBuzzFont)
    hb_face_destroy(harfBuzzFace)
  }

  /// `cairo_font_face_t *` of the same file without hinting, opened when first asked for.
  ///
  /// Cairo opens and keeps the file itself, so that the face may outlive this object inside Cairo's caches.
  package var cairoFace: OpaquePointer {
    if let cairoFaceIfMade { return cairoFaceIfMade }
    let face = makeCairoFace()
    cairoFaceIfMade = face
    return face
  }

  /// The glyph that draws a character, or nil when the face has none.
  package func glyph(for scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(harfBuzzFont, scalar.value, &glyph) != 0 ? glyph : nil
  }

  /// The advance of a glyph in ems.
  package func advance(of glyph: UInt32) -> Double {
    Double(hb_font_get_glyph_h_advance(harfBuzzFont, glyph)) / unitsPerEm
  }

  /// Whether the face has every one of the forms.
  package func offers(_ features: TextFeatures) -> Bool {
    let offered = offeredFeatures
    return features.tags.allSatisfy(offered.contains)
  }

  /// The tags of the substitutions in the face.
  private lazy var offeredFeatures: Set<String> = {
    let substitutions = hb_tag_from_string("GSUB", 4)
    var count: UInt32 = 0
    let total = hb_ot_layout_table_get_feature_tags(harfBuzzFace, substitutions, 0, &count, nil)
    var tags = [hb_tag_t](repeating: 0, count: Int(total))
    count = total
    hb_ot_layout_table_get_feature_tags(harfBuzzFace, substitutions, 0, &count, &tags)
    return Set(tags.map { tag in
      String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> $0) }, as: UTF8.self)
    })
  }()

  private func makeCairoFace() -> OpaquePointer {
    guard !path.isEmpty, let pattern = FcPatternCreate() else {
      return cairo_toy_font_face_create("", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
    }
    defer { FcPatternDestroy(pattern) }
    path.withCString { text in
      let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: FcChar8.self)
      _ = FcPatternAddString(pattern, FC_FILE, bytes)
    }
    FcPatternAddInteger(pattern, FC_INDEX, Int32(index))
    FcPatternAddBool(pattern, FC_HINTING, 0)
    return cairo_ft_font_face_create_for_pattern(pattern)
  }

  private static func measure(_ font: OpaquePointer, unitsPerEm: Double) -> FontMetrics {
    func metric(_ tag: hb_ot_metrics_tag_t, or fallback: Double) -> Double {
      var value: hb_position_t = 0
      guard hb_ot_metrics_get_position(font, tag, &value) != 0, value != 0 else { return fallback }
      return Double(value) / unitsPerEm
    }
    func extents(_ letter: Unicode.Scalar) -> (top: Double, bottom: Double)? {
      var glyph: hb_codepoint_t = 0
      var box = hb_glyph_extents_t()
      guard hb_font_get_nominal_glyph(font, letter.value, &glyph) != 0, hb_font_get_glyph_extents(font, glyph, &box) != 0
      else { return nil }
      return (Double(box.y_bearing) / unitsPerEm, Double(box.y_bearing + box.height) / unitsPerEm)
    }
    return FontMetrics(
      ascent: metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, or: 0.9),
      descent: -metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, or: -0.25),
      capHeight: extents("H")?.top ?? metric(HB_OT_METRICS_TAG_CAP_HEIGHT, or: 0.7),
      xHeight: extents("x")?.top ?? metric(HB_OT_METRICS_TAG_X_HEIGHT, or: 0.5),
      letterAscent: extents("d")?.top ?? 0.73, letterDescent: -(extents("p")?.bottom ?? -0.22))
  }
}
