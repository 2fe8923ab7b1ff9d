import Notebook
import Report
import Testing
import Typography

@testable import ReportPDF

/// How blocks look once they are set.
@Suite struct ReportSetterTests {
  func layout(_ blocks: [ReportBlock], columns: Int = 1, change: (inout Report) -> Void = { _ in }) throws -> ReportLayout {
    var report = Report(slug: "blocks", plainTitle: "Blocks")
    report.blocks = blocks
    report.pdf.columns = columns
    change(&report)
    return try PDFReportWriter(fonts: FontLibrary()).layout(report)
  }

  /// The words of each line of a page.
  func lines(_ layout: ReportLayout, page: Int = 0) -> [String] {
    layout.pages[page].placed.map { placed in
      placed.box.elements.map { if case .glyphs(let span, _) = $0.content { String(decoding: span.text, as: UTF8.self) } else { "" } }.joined()
    }
  }

  @Test func theTintOfADividedListingStandsOutAboveAndBelowItsLines() throws {
    let code = (1...80).map { "line \($0)" }.joined(separator: "\n")
    let layout = try layout([.code(CodeListing(language: "", text: code))])
    #expect(layout.pages.count == 2)
    let last = try #require(layout.pages[0].flow.last?.box)
    let fills = last.elements.filter { if case .fill = $0.content { true } else { false } }
    #expect(fills.contains { $0.y == last.height })
    let first = layout.pages[1].flow[0].box
    #expect(first.height == 5 && first.elements.count == 1)
    #expect(layout.pages[1].flow[1].y == 5)
    // Where the listing begins and ends it has its own padding, once.
    let code1 = layout.pages[0].flow.firstIndex { $0.box.elements.contains { if case .glyphs(let span, _) = $0.content { span.text.starts(with: "line".utf8) } else { false } } }
    let start = try #require(code1)
    #expect(layout.pages[0].flow[start - 1].box.height == 5)
    #expect(layout.pages[0].flow[start - 2].box.height != 5)
  }

  @Test func itemsOfATightListKeepToTheGrid() throws {
    let items = (1...4).map { ReportList.Item(blocks: [.paragraph([.text("Item \($0)")])], isChecked: nil) }
    let layout = try layout([.list(ReportList(items: items, start: nil, isTight: true))], columns: 2)
    let tops = layout.pages[0].flow.filter(\.box.isOnGrid).map { $0.y + $0.box.baseline }
    #expect(tops.count >= 2)
    for (above, below) in zip(tops, tops.dropFirst()) where below > above { #expect(abs(below - above - TextSetting.narrowBody.leading) < 0.01) }
  }

  @Test func theEndOfASentenceAfterItsFormulaDoesNotBeginAPageAlone() throws {
    let paragraph = ReportBlock.paragraph([.text(String(repeating: "Words that fill a line of the page and more. ", count: 12))])
    for count in 0..<14 {
      let filler = Array(repeating: TortureReport.text("One line."), count: 24 + count)
      let blocks = filler + [paragraph, TortureReport.equation("x = y", "1"), TortureReport.text("whose mean is this."), paragraph, paragraph, paragraph]
      let layout = try layout(blocks)
      for page in layout.pages.indices.dropFirst() { #expect(lines(layout, page: page).first { !$0.isEmpty }?.hasPrefix("whose") != true) }
    }
  }

  @Test func theArrowStaysWithTheLastWordOfASource() throws {
    let citation = ReportInline.internalLink(anchor: "ref-a", [.text("A (2020)")])
    for count in 1...40 {
      let title = String(repeating: "m", count: count)
      let layout = try layout([.paragraph([citation]), .bibliography]) { report in
        report.bibliography = [
          BibliographyEntry(
            key: "a", anchor: "ref-a", mark: nil,
            content: [.text("Cho, Y. and Saul, L. K. (2009). \(title) for deep learning. "), .emphasis([.text("Advances in Neural Processing")]), .text(". ")])
        ]
      }
      #expect(!lines(layout).contains { $0.trimmed == "↑" }, "\(count)")
    }
  }

  @Test func whatWasMeasuredStaysWithItsFigure() throws {
    for count in stride(from: 2, to: 90, by: 3) {
      let claim = Claim(
        number: 1, anchor: "claim-1", sourceInPaper: [.text(String(repeating: "m", count: count))], text: [.text("Words.")],
        verdict: .supported, expectation: [.text("in [0.9, 1.1]")], measured: [.text("0.99 (range 0.98 to 1.01, n = 5)")],
        estimate: [.text("0.99")], explanation: nil, figure: (name: "Figure 1", anchor: "fig-1"), sql: "")
      let layout = try layout([.claim(claim)])
      let boxes = layout.boxes(onPage: 0)
      let figure = try #require(boxes.last { $0.label.contains("Figure") })
      let measured = try #require(boxes.last { $0.label.contains("0.99 ") || $0.label.contains("0.99\u{A0}") })
      #expect(abs(figure.frame.y - measured.frame.y) < 1, "\(count)")
    }
  }

  @Test func aLineOfFactsNeverBeginsWithItsSeparator() throws {
    for count in 1...30 {
      let experiment = ExperimentBlock(
        label: "runs", anchor: "exp-runs", experiment: "paper/experiment", summary: [], scale: "quick",
        parameters: (1...count).map { ("p\($0)", "value of it") } + [("times", "[]"), ("file", "")], sweeps: [], seedsText: "5 seeds",
        jobCount: 5, tables: [])
      let layout = try layout([.experiment(experiment)])
      let words = layout.boxes(onPage: 0).filter { $0.tags.contains("P") }
      let left = words.map(\.frame.x).min() ?? 0
      #expect(!words.contains { $0.frame.x < left + 1 && $0.label.trimmed.hasPrefix("·") }, "\(count)")
      #expect(!words.contains { $0.label.contains("times") || $0.label.contains("file") })
    }
  }
}

extension String {
  /// Without spaces of any kind at its ends.
  fileprivate var trimmed: String {
    let inner = drop(while: \.isWhitespace)
    return String(inner.reversed().drop(while: \.isWhitespace).reversed())
  }
}
