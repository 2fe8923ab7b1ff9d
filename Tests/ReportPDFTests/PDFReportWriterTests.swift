import Foundation
import Notebook
import Report
import Testing
import Typography

@testable import ReportPDF

@Suite struct PDFReportWriterTests {
  let layout: ReportLayout

  init() throws { layout = try PDFReportWriter(fonts: FontLibrary()).layout(TortureReport.make()) }

  /// How far marks at the end of a line may stand out.
  static let hang = 2.6

  @Test func sameBytesEachTime() throws {
    let report = TortureReport.make()
    let first = try PDFReportWriter(fonts: FontLibrary()).write(report)
    let second = try PDFReportWriter(fonts: FontLibrary()).write(report)
    #expect(first == second)
    #expect(first.starts(with: "%PDF-1.7".utf8))
    #expect(String(decoding: first.suffix(6), as: UTF8.self) == "%%EOF\n")
    if let path = ProcessInfo.processInfo.environment["REPRISE_TEST_PDF"] { try Data(first).write(to: URL(fileURLWithPath: path)) }
  }

  @Test func nothingLeavesTheMargins() throws {
    let geometry = layout.geometry
    for page in layout.pages.indices {
      for box in layout.boxes(onPage: page) where !(box.tags.isEmpty && box.label.first == "#") {
        #expect(box.frame.x >= geometry.left - 0.6, "page \(page + 1): \(box.label)")
        #expect(box.frame.maxX <= geometry.right + Self.hang, "page \(page + 1): \(box.label) ends at \(box.frame.maxX)")
        #expect(box.frame.y >= geometry.top - 1, "page \(page + 1): \(box.label)")
        #expect(box.frame.maxY <= geometry.bottom + 6, "page \(page + 1): \(box.label) ends at \(box.frame.maxY)")
      }
    }
  }

  @Test func nothingOverlaps() { Self.expectNoOverlap(layout) }

  static func expectNoOverlap(_ layout: ReportLayout) {
    for page in layout.pages.indices {
      let frames = layout.frames(onPage: page)
      for (index, frame) in frames.enumerated() {
        for other in frames[(index + 1)...] {
          let across = min(frame.maxX, other.maxX) - max(frame.x, other.x)
          let down = min(frame.maxY, other.maxY) - max(frame.y, other.y)
          #expect(across < 0.5 || down < 0.75, "page \(page + 1): \(frame) and \(other)")
        }
      }
    }
  }

  @Test func everyLinkedAnchorHasAPlace() throws {
    var places: [String: Int] = [:]
    for page in layout.pages.indices {
      for box in layout.boxes(onPage: page) where box.tags.isEmpty && box.label.first == "#" { places[String(box.label.dropFirst()), default: 0] += 1 }
    }
    #expect(Set(places.keys) == layout.destinations)
    #expect(places.values.allSatisfy { $0 == 1 })
    let links = layout.tree.nodes.compactMap { node in
      if case .anchor(let name)? = node.link { name } else { nil }
    }
    let dead = Set(links).subtracting(layout.destinations).filter { !$0.hasSuffix("-reference") }
    #expect(dead == ["nowhere"])
  }

  @Test func floatsKeepTheirOrderAndFollowTheirReferences() throws {
    func page(_ text: String) -> Int? { layout.pages.indices.first { layout.text(ofPage: $0).contains(text) } }
    let figures = (1...8).compactMap { number in
      layout.pages.indices.first { page in layout.boxes(onPage: page).contains { $0.label == "#fig-\(number)" } }
    }
    #expect(figures.count == 8)
    #expect(figures == figures.sorted())
    let reference = try #require(page("Figure 6"))
    #expect(figures.allSatisfy { $0 >= reference })
  }

  @Test func footnotesStandOnThePageOfTheirMarks() throws {
    for number in 1...3 {
      let pages = ["#fn-\(number)", "#fnref-\(number)"].map { anchor in
        layout.pages.firstIndex { page in
          (page.flow + page.floats + page.notes).contains { placed in
            placed.box.elements.contains { if case .destination(let name) = $0.content { "#" + name == anchor } else { false } }
          }
        }
      }
      #expect(pages[0] != nil && pages[0] == pages[1])
    }
  }

  @Test func longTablesRepeatTheirHead() throws {
    let pages = layout.pages.indices.filter { page in layout.boxes(onPage: page).contains { $0.label == "Explanation" } }
    #expect(pages.count >= 3)
    // Only the first head is part of the structure.
    let tagged = layout.pages.indices.flatMap { layout.boxes(onPage: $0) }.filter { $0.label == "Explanation" && !$0.tags.isEmpty }
    #expect(tagged.count == 1)
    #expect(tagged.first?.tags == ["Table", "TR", "TH"])
  }

  @Test func everyBlockIsTaggedByWhatItIs() throws {
    let tags = Set(layout.pages.indices.flatMap { layout.boxes(onPage: $0) }.flatMap(\.tags))
    let expected = ["H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "BlockQuote", "Code", "Table", "TR", "TH", "TD", "Figure", "Caption", "Formula", "Note", "Link"]
    #expect(Set(expected).subtracting(tags).isEmpty)
  }

  @Test func pagesAreNotManyMoreThanNeeded() throws {
    #expect((10...13).contains(layout.pages.count))
    #expect(layout.pages[1].section == "1  Introduction" || layout.pages[1].section == "2  Displays")
  }

  @Test func captionsAndSourcesLeadBack() {
    #expect(layout.destinations.isSuperset(of: ["fig-1-reference", "eq-1-reference", "tbl-1-reference"]))
    let links = layout.tree.nodes.compactMap(\.link)
    #expect(links.contains(.anchor("fig-1-reference")))
    #expect(links.contains(.anchor(ReportSetter.verdictsAnchor)))
    // Nothing cites the sources, so nothing leads back.
    #expect(!links.contains(.anchor("ref-1-reference")))
  }

  @Test func anEmptyReportIsOnePage() throws {
    let layout = try PDFReportWriter(fonts: FontLibrary()).layout(Report(slug: "empty", plainTitle: "Nothing"))
    #expect(layout.pages.count == 1)
    #expect(layout.text(ofPage: 0).contains("Nothing"))
  }

  @Test(arguments: [FrontMatter.PaperSize.a4, .letter]) func twoColumns(_ size: FrontMatter.PaperSize) throws {
    var report = TortureReport.make()
    report.pdf.columns = 2
    report.pdf.paperSize = size
    let layout = try PDFReportWriter(fonts: FontLibrary()).layout(report)
    let geometry = layout.geometry
    #expect((8...13).contains(layout.pages.count))
    Self.expectNoOverlap(layout)
    var lefts: Set<Double> = []
    for page in layout.pages.indices {
      for box in layout.boxes(onPage: page) where box.label.first != "#" {
        #expect(box.frame.x >= geometry.left - 0.6 && box.frame.maxX <= geometry.right + Self.hang, "page \(page + 1): \(box.label)")
        #expect(box.frame.maxY <= geometry.bottom + 6, "page \(page + 1): \(box.label)")
      }
      for placed in layout.pages[page].flow { lefts.insert(placed.x) }
    }
    #expect(lefts == [0, geometry.columnLeft(1)])
    let figures = (1...8).compactMap { number in
      layout.pages.indices.first { page in layout.boxes(onPage: page).contains { $0.label == "#fig-\(number)" } }
    }
    #expect(figures.count == 8 && figures == figures.sorted())
    let file = try PDFFile(PDFReportWriter(fonts: FontLibrary()).write(report))
    #expect(file.pages.count == layout.pages.count)
    if let path = ProcessInfo.processInfo.environment["REPRISE_TEST_PDF"] {
      try Data(PDFReportWriter(fonts: FontLibrary()).write(report)).write(to: URL(fileURLWithPath: path + ".\(size).pdf"))
    }
  }
}
