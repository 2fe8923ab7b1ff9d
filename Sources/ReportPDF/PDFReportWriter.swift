import Report
import Typography

/// Writes a report as one PDF: set in lines and pages, tagged, linked, the same bytes for the same report.
package struct PDFReportWriter {
  let fonts: FontLibrary

  /// Keep one writer for each thread, as its fonts are.
  package init(fonts: FontLibrary) { self.fonts = fonts }

  /// The bytes of the file.
  ///
  /// - Throws: `PDFReportError` when no font is installed or Cairo fails.
  /// - Determinism: the dates in the file are those of `SOURCE_DATE_EPOCH`, or fixed.
  package func write(_ report: Report) throws(PDFReportError) -> [UInt8] {
    let layout = try layout(report)
    return try PagePainter(layout: layout, fonts: fonts).paint()
  }

  /// The report cut into pages, ready to be painted.
  func layout(_ report: Report) throws(PDFReportError) -> ReportLayout {
    guard !fonts.face(.serif).path.isEmpty else { throw .noFonts }
    let setter = ReportSetter(report: report, fonts: fonts)
    let content = setter.content()
    var notes: [Int: [VerticalBox]] = [:]
    for note in report.footnotes { notes[note.number] = setter.footnote(note.number) }
    let geometry = setter.geometry
    let text = setter.bodyText
    let grid = geometry.columns > 1 ? BaselineGrid(leading: text.leading, first: text.strutAscent) : nil
    let builder = PageBuilder(
      items: content.column, height: geometry.textHeight, columns: (0..<geometry.columns).map(geometry.columnLeft),
      opening: content.opening, grid: grid
    ) { notes[$0] ?? [] }
    return ReportLayout(
      report: report, geometry: setter.geometry, pages: builder.pages(), tree: setter.tree,
      destinations: setter.destinations, typesetter: setter.typesetter)
  }
}
