import Foundation
import Notebook
import Report
import Testing
import Typography

@testable import ReportPDF

/// A report that asks too much, in one column and in two: all of it is set, nothing overlaps, nothing leaves the page.
@Suite struct FloodTests {
  static let columns = [1, 2]

  func layout(_ columns: Int, _ fonts: FontLibrary) throws -> ReportLayout {
    var report = TortureReport.flood()
    report.pdf.columns = columns
    return try PDFReportWriter(fonts: fonts).layout(report)
  }

  @Test(arguments: columns) func nothingOverlapsOrLeavesThePage(_ columns: Int) throws {
    let layout = try layout(columns, FontLibrary())
    let geometry = layout.geometry
    PDFReportWriterTests.expectNoOverlap(layout)
    for page in layout.pages.indices {
      for box in layout.boxes(onPage: page) where box.label.first != "#" {
        #expect(box.frame.x >= geometry.left - 0.6, "page \(page + 1): \(box.label)")
        #expect(box.frame.maxX <= geometry.right + PDFReportWriterTests.hang, "page \(page + 1): \(box.label)")
        #expect(box.frame.y >= geometry.top - (columns == 1 ? 1 : 3.2) && box.frame.maxY <= geometry.bottom + 6, "page \(page + 1): \(box.label)")
      }
    }
  }

  @Test(arguments: columns) func allFiguresStandInOrderAfterTheirReferences(_ columns: Int) throws {
    let layout = try layout(columns, FontLibrary())
    func page(of label: String) -> Int? {
      layout.pages.indices.first { page in layout.boxes(onPage: page).contains { $0.label == label } }
    }
    let figures = (1...60).compactMap { page(of: "#fig-\($0)") }
    #expect(figures.count == 60)
    #expect(figures == figures.sorted())
    for number in 1...60 where number % 3 != 2 {
      let reference = layout.pages.indices.first { layout.text(ofPage: $0).contains("See Figure \(number).") || layout.text(ofPage: $0).contains("See  Figure \(number) .") }
      if let reference { #expect(figures[number - 1] >= reference, "Figure \(number)") }
    }
    let references = try #require(layout.pages.indices.last { page in layout.boxes(onPage: page).contains { $0.label == "#ref-1" } })
    #expect(figures[59] <= references)
  }

  @Test func charactersThatNoFaceHasAreReported() throws {
    let fonts = FontLibrary()
    _ = try layout(1, fonts)
    let messages = fonts.diagnostics.map(\.message).joined(separator: "\n")
    #expect(messages.contains("U+6570") || messages.contains("数"))
    // Hebrew is lent by another face.
    #expect(!messages.contains("U+05E9"))
  }

  @Test func theFileIsSound() throws {
    var report = TortureReport.flood()
    report.pdf.columns = 2
    let bytes = try PDFReportWriter(fonts: FontLibrary()).write(report)
    let file = try PDFFile(bytes)
    #expect(file.pages.count == (try layout(2, FontLibrary())).pages.count)
    if let path = ProcessInfo.processInfo.environment["REPRISE_TEST_PDF"] {
      try Data(bytes).write(to: URL(fileURLWithPath: path + ".flood2.pdf"))
      report.pdf.columns = 1
      try Data(PDFReportWriter(fonts: FontLibrary()).write(report)).write(to: URL(fileURLWithPath: path + ".flood.pdf"))
    }
  }
}
