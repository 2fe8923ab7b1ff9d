import CCairo
import Typography

/// Writes a display list as a PDF file of one page of the list's size, with selectable text.
package struct PDFWriter {
  let fonts: FontLibrary
  let theme: Theme
  /// Date and time of creation in the file, as ISO 8601; fixed so that the same list gives the same bytes.
  package var date = "2000-01-01T00:00:00Z"

  package init(fonts: FontLibrary, theme: Theme = .light) {
    self.fonts = fonts
    self.theme = theme
  }

  /// The bytes of the file; empty when Cairo reports a failure.
  package func write(_ list: DisplayList) -> [UInt8] {
    write(width: list.width, height: list.height, title: list.title, subject: list.description) { $0.paint(list) }
  }

  /// The bytes of a file of one page, painted by `paint`; empty when Cairo reports a failure.
  func write(
    width: Double, height: Double, title: String, subject: String = "", paint: (CairoPainter) -> Void
  ) -> [UInt8] {
    let sink = ByteSink()
    let surface = cairo_pdf_surface_create_for_stream(ByteSink.write, sink.closure, max(1, width), max(1, height))
    defer { cairo_surface_destroy(surface) }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
    if !subject.isEmpty { cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, subject) }
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Reprise")
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date)
    guard let context = cairo_create(surface) else { return [] }
    paint(CairoPainter(context: context, fonts: fonts, theme: theme))
    cairo_show_page(context)
    let painted = cairo_status(context)
    cairo_destroy(context)
    cairo_surface_finish(surface)
    guard painted == CAIRO_STATUS_SUCCESS, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { return [] }
    return sink.bytes
  }
}
