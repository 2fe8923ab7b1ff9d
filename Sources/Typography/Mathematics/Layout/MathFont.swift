import CHarfBuzz
import CReprise
import Synchronization

/// A font with an OpenType MATH table: its constants, glyphs, and how they stretch. Measures are in ems.
///
/// Unchecked because HarfBuzz's objects are pointers: they are made immutable in `init`, after which HarfBuzz allows
/// reading from any thread, and are freed in `deinit`; what is read is remembered behind a lock.
package final class MathFont: @unchecked Sendable {
  /// The forms of a glyph that the font's features offer.
  enum Form: Hashable {
    case text, script, scriptScript
    /// Without its dot, under an accent.
    case dotless
  }

  enum Direction: Hashable { case vertical, horizontal }

  /// The font's file, for those who draw its glyphs.
  package let path: String
  package let constants: MathConstants

  private let unitsPerEm: Double
  private let face: OpaquePointer
  private let font: OpaquePointer
  private let memory = Mutex(Memory())

  private struct Memory {
    struct GlyphKey: Hashable {
      var scalar: UInt32
      var form: Form
    }
    struct StretchKey: Hashable {
      var glyph: UInt32
      var direction: Direction
    }
    var glyphIDs: [GlyphKey: UInt32?] = [:]
    var glyphs: [UInt32: MathGlyph] = [:]
    var stretches: [StretchKey: MathGlyphStretch] = [:]
    /// Lookups of the `ssty` and `dtls` features.
    var scriptLookups: [UInt32]?
    var dotlessLookups: [UInt32]?
  }

  /// Opens a font file; nil when it cannot be read or has no MATH table.
  package init?(path: String) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { return nil }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, 0) else { return nil }
    guard hb_ot_math_has_data(face) != 0, let font = hb_font_create(face) else {
      hb_face_destroy(face)
      return nil
    }
    self.path = path
    self.face = face
    self.font = font
    unitsPerEm = Double(hb_face_get_upem(face))
    hb_font_set_scale(font, Int32(unitsPerEm), Int32(unitsPerEm))
    hb_face_make_immutable(face)
    hb_font_make_immutable(font)
    constants = MathConstants(font: font, unitsPerEm: unitsPerEm)
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// The glyph for a character, in the form wanted where the font has it; nil when the font lacks the character.
  func glyphID(_ scalar: UInt32, form: Form = .text) -> UInt32? {
    memory.withLock { memory in
      let key = Memory.GlyphKey(scalar: scalar, form: form)
      if let known = memory.glyphIDs[key] { return known }
      var glyph: hb_codepoint_t = 0
      var result: UInt32?
      if hb_font_get_nominal_glyph(font, scalar, &glyph) != 0 { result = alternate(of: glyph, form, &memory) }
      memory.glyphIDs[key] = .some(result)
      return result
    }
  }

  /// The measures of a glyph.
  func glyph(_ id: UInt32) -> MathGlyph {
    memory.withLock { memory in
      if let known = memory.glyphs[id] { return known }
      let result = measure(id)
      memory.glyphs[id] = result
      return result
    }
  }

  /// What a glyph can be stretched to.
  func stretch(_ id: UInt32, _ direction: Direction) -> MathGlyphStretch {
    memory.withLock { memory in
      let key = Memory.StretchKey(glyph: id, direction: direction)
      if let known = memory.stretches[key] { return known }
      let result = MathGlyphStretch(variants: variants(id, direction), parts: parts(id, direction))
      memory.stretches[key] = result
      return result
    }
  }

  /// The corners of a glyph that scripts are cut into.
  enum Corner { case topRight, bottomRight, topLeft, bottomLeft }

  /// How far a script moves towards the glyph at a corner, at a height above the glyph's baseline; 0 in most fonts.
  func kern(_ id: UInt32, _ corner: Corner, atHeight height: Double) -> Double {
    let kern: hb_ot_math_kern_t =
      switch corner {
      case .topRight: HB_OT_MATH_KERN_TOP_RIGHT
      case .bottomRight: HB_OT_MATH_KERN_BOTTOM_RIGHT
      case .topLeft: HB_OT_MATH_KERN_TOP_LEFT
      case .bottomLeft: HB_OT_MATH_KERN_BOTTOM_LEFT
      }
    return ems(hb_ot_math_get_glyph_kerning(font, id, kern, hb_position_t((height * unitsPerEm).rounded())))
  }

  private func ems(_ value: hb_position_t) -> Double { Double(value) / unitsPerEm }

  private func measure(_ id: UInt32) -> MathGlyph {
    var extents = hb_glyph_extents_t()
    hb_font_get_glyph_extents(font, id, &extents)
    return MathGlyph(
      id: id, advance: ems(hb_font_get_glyph_h_advance(font, id)), height: ems(extents.y_bearing),
      depth: -ems(extents.y_bearing + extents.height), left: ems(extents.x_bearing), inkWidth: ems(extents.width),
      italicCorrection: ems(hb_ot_math_get_glyph_italics_correction(font, id)),
      accentAttachment: ems(hb_ot_math_get_glyph_top_accent_attachment(font, id)))
  }

  private func variants(_ id: UInt32, _ direction: Direction) -> [MathGlyphVariant] {
    let capacity = 32
    let records = [hb_ot_math_glyph_variant_t](unsafeUninitializedCapacity: capacity) { buffer, count in
      var found = UInt32(capacity)
      hb_ot_math_get_glyph_variants(font, id, direction.harfBuzz, 0, &found, buffer.baseAddress)
      count = min(Int(found), capacity)
    }
    return records.map { MathGlyphVariant(id: $0.glyph, size: ems($0.advance)) }
  }

  private func parts(_ id: UInt32, _ direction: Direction) -> [MathGlyphPart] {
    let capacity = 16
    let records = [hb_ot_math_glyph_part_t](unsafeUninitializedCapacity: capacity) { buffer, count in
      var found = UInt32(capacity)
      var italic: hb_position_t = 0
      hb_ot_math_get_glyph_assembly(font, id, direction.harfBuzz, 0, &found, buffer.baseAddress, &italic)
      count = min(Int(found), capacity)
    }
    return records.map {
      MathGlyphPart(
        id: $0.glyph, startConnector: ems($0.start_connector_length), endConnector: ems($0.end_connector_length),
        size: ems($0.full_advance), isExtender: $0.flags.rawValue & HB_OT_MATH_GLYPH_PART_FLAG_EXTENDER.rawValue != 0)
    }
  }

  private func alternate(of glyph: UInt32, _ form: Form, _ memory: inout Memory) -> UInt32 {
    let lookups: [UInt32]
    switch form {
    case .text: return glyph
    case .script, .scriptScript:
      let known = memory.scriptLookups ?? self.lookups(rp_hb_tag(0x73, 0x73, 0x74, 0x79))
      memory.scriptLookups = known
      lookups = known
    case .dotless:
      let known = memory.dotlessLookups ?? self.lookups(rp_hb_tag(0x64, 0x74, 0x6C, 0x73))
      memory.dotlessLookups = known
      lookups = known
    }
    for lookup in lookups {
      var alternates: (hb_codepoint_t, hb_codepoint_t) = (0, 0)
      var count: UInt32 = 2
      withUnsafeMutablePointer(to: &alternates) { tuple in
        tuple.withMemoryRebound(to: hb_codepoint_t.self, capacity: 2) {
          _ = hb_ot_layout_lookup_get_glyph_alternates(face, lookup, glyph, 0, &count, $0)
        }
      }
      if count == 1 { return alternates.0 }
      if count >= 2 { return form == .scriptScript ? alternates.1 : alternates.0 }
    }
    return glyph
  }

  /// The substitution lookups of a feature, in any script and language.
  private func lookups(_ feature: hb_tag_t) -> [UInt32] {
    guard let set = hb_set_create() else { return [] }
    defer { hb_set_destroy(set) }
    let features: [hb_tag_t] = [feature, 0]
    hb_ot_layout_collect_lookups(face, rp_hb_tag(0x47, 0x53, 0x55, 0x42), nil, nil, features, set)
    var result: [UInt32] = []
    var lookup: hb_codepoint_t = .max
    while hb_set_next(set, &lookup) != 0 { result.append(lookup) }
    return result
  }
}

extension MathFont.Direction {
  fileprivate var harfBuzz: hb_direction_t { self == .vertical ? HB_DIRECTION_BTT : HB_DIRECTION_LTR }
}
