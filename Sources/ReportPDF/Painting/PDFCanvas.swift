import CCairo
import Graphics
import Report
import Typography

/// A PDF file being written through Cairo: drawing in points from the top left corner, tags, links and metadata.
///
/// Confined to the thread that made it.
final class PDFCanvas {
  private let sink = PDFByteSink()
  private let surface: OpaquePointer
  let context: OpaquePointer
  private var color: Theme.RGB?
  private var font: (face: ObjectIdentifier, size: Double)?

  init(width: Double, height: Double) throws(PDFReportError) {
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        PDFByteSink.write, Unmanaged.passUnretained(sink).toOpaque(), width, height)
    else { throw .painting("no surface") }
    guard let context = cairo_create(surface) else {
      cairo_surface_destroy(surface)
      throw .painting("no context")
    }
    self.surface = surface
    self.context = context
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Ends the file.
  func finish() throws(PDFReportError) -> [UInt8] {
    let drawn = cairo_status(context)
    guard drawn == CAIRO_STATUS_SUCCESS else { throw .painting(String(cString: cairo_status_to_string(drawn))) }
    cairo_surface_finish(surface)
    let written = cairo_surface_status(surface)
    guard written == CAIRO_STATUS_SUCCESS else { throw .painting(String(cString: cairo_status_to_string(written))) }
    return sink.bytes
  }

  func showPage() {
    cairo_show_page(context)
    color = nil
    font = nil
  }

  func setLabel(_ label: String) { cairo_pdf_surface_set_page_label(surface, label) }

  func setMetadata(_ field: cairo_pdf_metadata_t, _ value: String) {
    if !value.isEmpty { cairo_pdf_surface_set_metadata(surface, field, value) }
  }

  /// Adds an entry to the outline and returns its identifier; 0 stands for the root.
  func addOutline(_ title: String, to anchor: String, under parent: Int32) -> Int32 {
    cairo_pdf_surface_add_outline(
      surface, parent, title, "dest='\(LinkTarget.quoted(anchor))'",
      parent == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(rawValue: 0))
  }

  func beginTag(_ name: String, _ attributes: String) { cairo_tag_begin(context, name, attributes) }

  func endTag(_ name: String) { cairo_tag_end(context, name) }

  func markDestination(_ name: String, x: Double, y: Double) {
    let attributes = "name='\(LinkTarget.quoted(name))' x=\(Self.decimal(x)) y=\(Self.decimal(y))"
    cairo_tag_begin(context, CAIRO_TAG_DEST, attributes)
    cairo_tag_end(context, CAIRO_TAG_DEST)
  }

  func fill(x: Double, y: Double, width: Double, height: Double, _ color: Theme.RGB) {
    setColor(color)
    cairo_rectangle(context, x, y, width, height)
    cairo_fill(context)
  }

  func show(_ span: GlyphSpan, x: Double, y: Double, _ color: Theme.RGB) {
    guard !span.glyphs.isEmpty else { return }
    setColor(color)
    if span.face.hasPictures { return showPictures(span, x: x, y: y) }
    let key = (ObjectIdentifier(span.face), span.size)
    if font?.face != key.0 || font?.size != key.1 {
      cairo_set_font_face(context, span.face.cairoFace)
      cairo_set_font_size(context, span.size)
      font = key
    }
    let glyphs = span.glyphs.map { cairo_glyph_t(index: UInt($0.id), x: x + $0.x, y: y + $0.y) }
    let clusters = Self.clusters(of: span)
    let flags = span.isRightToLeft ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : cairo_text_cluster_flags_t(rawValue: 0)
    span.text.withUnsafeBytes { raw in
      cairo_show_text_glyphs(
        context, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), glyphs, Int32(glyphs.count),
        clusters, Int32(clusters.count), flags)
    }
  }

  private func showPictures(_ span: GlyphSpan, x: Double, y: Double) {
    let glyphs = span.glyphs.map { cairo_glyph_t(index: UInt($0.id), x: x + $0.x, y: y + $0.y) }
    PictureGlyphs.show(
      glyphs, clusters: Self.clusters(of: span), text: span.text[...], isBackward: span.isRightToLeft, face: span.face,
      size: span.size, context: context)
    font = nil
  }

  /// Paints a display list; what it sets in the context is forgotten.
  func paint(_ list: DisplayList, x: Double, y: Double, scale: Double, fonts: FontLibrary) {
    cairo_save(context)
    cairo_translate(context, x, y)
    if scale != 1 { cairo_scale(context, scale, scale) }
    CairoPainter(context: context, fonts: fonts).paint(list)
    restore()
  }

  /// Paints an image file into a rectangle; one that is damaged leaves it white.
  func paint(_ picture: PictureFile, in frame: Rect, fonts: FontLibrary) {
    _ = CairoPainter(context: context, fonts: fonts).paint(picture, in: frame)
    color = nil
    font = nil
  }

  func stroke(x: Double, y: Double, dx: Double, dy: Double, thickness: Double, _ color: Theme.RGB) {
    setColor(color)
    cairo_set_line_width(context, thickness)
    cairo_move_to(context, x, y)
    cairo_line_to(context, x + dx, y + dy)
    cairo_stroke(context)
  }

  /// Returns to the state last saved; colour and face are set anew.
  func restore() {
    cairo_restore(context)
    color = nil
    font = nil
  }

  private func setColor(_ color: Theme.RGB) {
    guard self.color != color else { return }
    self.color = color
    cairo_set_source_rgb(context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255)
  }

  /// Which bytes of the text belong to which glyphs.
  private static func clusters(of span: GlyphSpan) -> [cairo_text_cluster_t] {
    var clusters: [cairo_text_cluster_t] = []
    clusters.reserveCapacity(span.glyphs.count)
    let order = span.isRightToLeft ? Array(span.glyphs.reversed()) : span.glyphs
    var start = order.first?.cluster ?? 0
    var count: Int32 = 0
    for glyph in order {
      if glyph.cluster != start {
        clusters.append(cairo_text_cluster_t(num_bytes: Int32(glyph.cluster - start), num_glyphs: count))
        start = glyph.cluster
        count = 0
      }
      count += 1
    }
    clusters.append(cairo_text_cluster_t(num_bytes: Int32(span.text.count - start), num_glyphs: count))
    return clusters
  }

  /// Two decimals, whatever the locale.
  static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths % 100)
    return (hundredths < 0 ? "-" : "") + "\(abs(hundredths) / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}

/// Collects the bytes that Cairo writes.
final class PDFByteSink {
  fileprivate(set) var bytes: [UInt8] = []

  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<PDFByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
