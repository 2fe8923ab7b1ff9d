import Graphics
import Report
import Tables

extension ContentWriter {
  /// Rows of a figure's numbers that stand in the page; of longer tables, the page's script adds the others from the CSV.
  static let shownRows = 100

  /// The plotted numbers, folded: a table, and all of them as a CSV file to download.
  func data(_ figure: FigureBlock, _ chart: FigureChart, _ html: inout HTMLBuffer) {
    let table = chart.plotted
    guard table.rowCount > 0 else { return }
    let name = figure.name ?? "the figure"
    html.open("details", ["class": "numbers", "id": figure.anchor.map { "\($0)-data" }, "lang": ownLanguage])
    html.element("summary", text: "Data")
    html.raw("<div class=\"data\"><table>")
    html.element("caption", ["class": "unseen"], text: "The numbers of \(name)")
    html.raw("<thead><tr>")
    for column in table.columns { html.element("th", ["scope": "col", "class": column.type == .text ? "t" : nil], text: column.name) }
    html.raw("</tr></thead><tbody>\n")
    for row in 0..<min(table.rowCount, ContentWriter.shownRows) { self.row(row, of: table, &html) }
    html.raw("</tbody></table></div>")
    html.open("p", ["class": "notes", "dir": turn(to: .leftToRight)])
    if table.rowCount > ContentWriter.shownRows {
      html.element("span", ["class": "rest"], text: "The first \(ContentWriter.shownRows) of \(table.rowCount) rows. ")
    }
    let file = PlottedCSV.download(table, named: figure.fileName)
    html.open("a", ["class": "csv", "download": file.fileName, "href": file.uri])
    html.text("\(table.rowCount) \(table.rowCount == 1 ? "row" : "rows") as CSV")
    html.close("a")
    html.raw("</p></details>")
  }

  /// One row, without the end tags that HTML can do without: there are thousands of them.
  private func row(_ row: Int, of table: Table, _ html: inout HTMLBuffer) {
    html.raw("<tr>")
    for column in table.columns {
      html.raw(column.type == .text ? "<td class=t>" : "<td>")
      let value = column[row]
      let text = if case .real(let number) = value { ReadableNumber.text(number) } else { value.description }
      html.text(text)
    }
    html.raw("\n")
  }
}
