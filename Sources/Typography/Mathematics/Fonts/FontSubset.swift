import CHarfBuzz

/// Cuts a font file down to the characters that are used, for embedding in a page.
package enum FontSubset {
  /// The tables that a subset keeps apart from the glyphs.
  package enum Purpose: Sendable {
    /// Ligatures and kerning are kept.
    case text
    /// The MATH table is kept with the larger forms of every sign that is kept.
    case mathematics
  }

  /// A font file with only the given characters; nil when the file cannot be read or is no font.
  ///
  /// - Parameter scalars: code points; those the font lacks are passed over.
  /// - Complexity: O(size of the font file).
  /// - Determinism: same bytes for the same file, characters and HarfBuzz version.
  package static func make(fontPath: String, scalars: Set<UInt32>, for purpose: Purpose = .text) -> [UInt8]? {
    guard let blob = hb_blob_create_from_file_or_fail(fontPath) else { return nil }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, 0) else { return nil }
    defer { hb_face_destroy(face) }
    guard hb_face_get_glyph_count(face) > 0, let input = hb_subset_input_create_or_fail() else { return nil }
    defer { hb_subset_input_destroy(input) }
    let set = hb_subset_input_unicode_set(input)
    for scalar in scalars.sorted() { hb_set_add(set, scalar) }
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
    keepFeatures(for: purpose, input)
    guard let subset = hb_subset_or_fail(face, input) else { return nil }
    defer { hb_face_destroy(subset) }
    guard let result = hb_face_reference_blob(subset) else { return nil }
    defer { hb_blob_destroy(result) }
    var length: UInt32 = 0
    guard let data = hb_blob_get_data(result, &length), length > 0 else { return nil }
    return data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
      Array(UnsafeBufferPointer(start: $0, count: Int(length)))
    }
  }

  /// HarfBuzz keeps the common features of text by itself; mathematics needs the forms for scripts and accents too.
  private static func keepFeatures(for purpose: Purpose, _ input: OpaquePointer) {
    guard purpose == .mathematics, let features = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG) else {
      return
    }
    for tag: [UInt32] in [[0x73, 0x73, 0x74, 0x79], [0x64, 0x74, 0x6C, 0x73]] {
      hb_set_add(features, tag.reduce(0) { $0 << 8 | $1 })
    }
  }
}
