import Graphics
import Notebook
import Report
import Testing
import Typography

@testable import ReportPDF

/// Tables and callouts whose text runs from right to left, as they stand on the page.
@Suite struct DirectionLayoutTests {
  private func layout(_ blocks: [ReportBlock]) throws -> ReportLayout {
    var report = Report(slug: "d", plainTitle: "D")
    report.blocks = blocks
    return try PDFReportWriter(fonts: FontLibrary(searchesInstalledFonts: false)).layout(report)
  }

  private func frame(_ label: String, in layout: ReportLayout) throws -> Rect {
    try #require(layout.boxes(onPage: 0).first { $0.label.contains(label) }, "\(label)").frame
  }

  private func table(_ cells: [[String]]) -> ReportBlock {
    let rows = cells.map { $0.map { [ReportInline.text($0)] } }
    return .table(TableBlock(name: nil, anchor: nil, caption: [], alignments: [], header: rows[0], rows: Array(rows.dropFirst())))
  }

  @Test func columnsFollowEachOtherFromTheRight() throws {
    let layout = try layout([table([["ראשון", "שני", "3"], ["Latin words", "ארבע", "5"]])])
    let first = try frame("ראשון", in: layout)
    #expect(first.x > (try frame("שני", in: layout)).maxX)
    // The foreign cell ends where the column begins.
    let foreign = try frame("Latin", in: layout)
    #expect(abs(foreign.maxX - first.maxX) < 3 && foreign.x < first.x)
  }

  @Test func columnsOfOtherTablesDoNot() throws {
    let layout = try layout([table([["first", "second", "3"], ["מילה", "four", "5"]])])
    #expect((try frame("first", in: layout)).maxX < (try frame("second", in: layout)).x)
  }

  @Test func theTitleOfACalloutStandsOnItsSide() throws {
    let layout = try layout([.callout(kind: .note, title: "Note", [.paragraph([.text("הערה בעברית")])])])
    let (title, words) = (try frame("Note", in: layout), try frame("הערה", in: layout))
    #expect(abs(title.maxX - words.maxX) < 3)
  }
}
