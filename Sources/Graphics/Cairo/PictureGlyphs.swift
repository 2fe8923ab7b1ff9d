import CCairo
import Typography

/// Paints glyphs that are pictures, such as emoji, with the text they stand for.
package enum PictureGlyphs {
  /// - Parameters:
  ///   - context: `cairo_t *`; its face and size are others afterwards.
  ///   - clusters: which bytes of the text belong to which glyphs, in the order of the text.
  package static func show(
    _ glyphs: [cairo_glyph_t], clusters: [cairo_text_cluster_t], text: ArraySlice<UInt8>, isBackward: Bool, face: FontFace,
    size: Double, context: OpaquePointer
  ) {
    for glyph in glyphs { paint(UInt32(glyph.index), x: glyph.x, y: glyph.y, face, size, context) }
    // A picture has no text: a space of another face carries it, whose width shows to readers where it stands.
    guard let carrier = face.carrier, let space = carrier.glyph(for: " ") else { return }
    cairo_set_font_face(context, carrier.cairoFace)
    cairo_set_font_size(context, size)
    let order = isBackward ? Array(glyphs.reversed()) : glyphs
    var (byte, index) = (text.startIndex, 0)
    for cluster in clusters where index < order.count {
      let bytes = text[byte..<min(text.endIndex, byte + Int(cluster.num_bytes))]
      let place = cairo_glyph_t(index: UInt(space), x: order[index].x, y: order[index].y)
      let whole = cairo_text_cluster_t(num_bytes: Int32(bytes.count), num_glyphs: 1)
      bytes.withUnsafeBytes { raw in
        cairo_show_text_glyphs(
          context, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), [place], 1, [whole], 1,
          cairo_text_cluster_flags_t(rawValue: 0))
      }
      byte = bytes.endIndex
      index += Int(cluster.num_glyphs)
    }
  }

  private static func paint(_ glyph: UInt32, x: Double, y: Double, _ face: FontFace, _ size: Double, _ context: OpaquePointer) {
    guard let picture = face.picture(of: glyph) else { return }
    let surface = face.surfaces[glyph] ?? PixelImage.surface(png: picture.png)
    guard let surface else { return }
    // One object in a PDF, however often it is drawn.
    face.surfaces[glyph] = surface
    let (width, height) = (cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface))
    guard width > 0, height > 0 else { return }
    cairo_save(context)
    defer { cairo_restore(context) }
    cairo_translate(context, x + picture.x * size, y + picture.y * size)
    cairo_scale(context, picture.width * size / Double(width), picture.height * size / Double(height))
    cairo_set_source_surface(context, surface, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
    cairo_rectangle(context, 0, 0, Double(width), Double(height))
    cairo_fill(context)
  }
}
