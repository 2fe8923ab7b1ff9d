import Graphics
import Report
import Tables

extension ContentWriter {
  /// A figure with its caption; under it, folded, the plotted numbers and the directive.
  mutating func figure(_ figure: FigureBlock, _ html: inout HTMLBuffer) {
    html.open("figure", ["id": figure.anchor])
    var readout: String?
    if case .chart(let chart) = figure.content, chart.readout != "[]" { readout = chart.readout }
    html.open("div", ["class": "plot", "data-plots": readout])
    switch figure.content {
    case .image(let image): self.image(image, &html)
    case .chart(let chart):
      chartCount += 1
      html.raw(SVGWriter(fonts: fonts).write(chart.list, .inline(idPrefix: "c\(chartCount)")))
    }
    html.raw("</div>\n<figcaption>")
    if let name = figure.name { html.element("b", text: name + ".") }
    inlines(figure.caption, &html)
    if !figure.notes.isEmpty { html.element("span", ["class": "notes"], text: figure.notes.joined(separator: " ")) }
    html.raw("</figcaption>")
    if case .chart(let chart) = figure.content, chart.plotted.rowCount > 0 {
      folded("Data", &html) { data(chart.plotted, &$0) }
    }
    if let source = figure.source, report.html.codeFold { folded("Source", &html) { code(source, &$0) } }
    html.close("figure")
  }

  /// Rows that are shown of a figure's numbers; all of them are in `tables/`.
  private static let shownRows = 120

  private func data(_ table: Table, _ html: inout HTMLBuffer) {
    html.raw("<div class=\"data\" tabindex=\"0\"><table><thead><tr>")
    for column in table.columns { html.element("th", ["scope": "col", "class": column.type == .text ? nil : "r"], text: column.name) }
    html.raw("</tr></thead><tbody>\n")
    for row in 0..<min(table.rowCount, ContentWriter.shownRows) {
      html.raw("<tr>")
      for column in table.columns {
        let value = column[row]
        let text = if case .real(let number) = value { ReadableNumber.text(number) } else { value.description }
        html.element("td", ["class": column.type == .text ? nil : "r"], text: text)
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody></table></div>")
    if table.rowCount > ContentWriter.shownRows {
      html.element("span", ["class": "notes"], text: "The first \(ContentWriter.shownRows) of \(table.rowCount) rows.")
    }
  }
}
