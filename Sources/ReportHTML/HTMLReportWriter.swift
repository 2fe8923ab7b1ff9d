import Graphics
import Report
import Typography

/// Writes a report as one HTML file: nothing is fetched from anywhere, and no script is needed to read it.
///
/// Not `Sendable`: the fonts belong to one thread.
package struct HTMLReportWriter {
  private let fonts: FontLibrary

  package init(fonts: FontLibrary) { self.fonts = fonts }

  /// - Returns: the whole file; the same bytes for the same report.
  package func write(_ report: Report) -> String {
    var body = HTMLBuffer()
    var content = ContentWriter(report: report, fonts: fonts)
    content.write(to: &body)
    var page = HTMLBuffer()
    PageHead.open(title: report.plainTitle, lang: report.lang, &page)
    if !content.hasRawHTML { page.raw(PageHead.policy) }
    if !report.authors.isEmpty {
      page.raw("<meta name=\"author\" content=\"\(HTMLBuffer.escape(report.authors.map(\.name).joined(separator: ", ")))\">\n")
    }
    page.raw("<style>\n")
    page.raw(EmbeddedFonts(fonts: fonts).css(for: body.html, mathematics: content.mathematicsCodePoints))
    page.raw(PageColors.css)
    page.raw(LineColors.css(for: body.html))
    page.raw(StyleSheet.css)
    if content.chartCount > 0 { page.raw("\n" + ChartScript.css) }
    page.raw("\n</style>\n</head>\n<body>\n")
    page.raw(body.html)
    page.raw("\n<script>\n\(PageScript.source)\n</script>")
    if content.chartCount > 0 { page.raw("\n<script>\n\(ChartScript.source)\n</script>") }
    page.raw("\n</body>\n</html>\n")
    return page.html
  }
}
