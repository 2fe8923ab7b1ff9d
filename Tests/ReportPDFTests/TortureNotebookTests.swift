import Diagnostics
import Execution
import Foundation
import Notebook
import Report
import Testing
import Typography

@testable import ReportPDF

/// A notebook in Markdown with every construct, set in one column and in two, on A4 and letter paper.
@Suite struct TortureNotebookTests {
  struct Setting: Sendable, CustomTestStringConvertible {
    var columns: Int
    var paper: FrontMatter.PaperSize
    var testDescription: String { "\(columns) columns, \(paper)" }
  }

  static let settings = [Setting(columns: 1, paper: .a4), Setting(columns: 2, paper: .a4), Setting(columns: 2, paper: .letter)]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Notebooks")

  /// The report with fonts that look for nothing outside the program's own list, so that all machines agree.
  static func report() throws -> (report: Report, fonts: FontLibrary) {
    let path = folder.appendingPathComponent("torture.md")
    let notebook = NotebookParser.parse(source: SourceFile(path: "torture.md", text: try String(contentsOf: path, encoding: .utf8)))
    let execution = ExecutionResult(outcomes: [], diagnostics: [], statistics: ExecutionStatistics())
    let fonts = FontLibrary(searchesInstalledFonts: false)
    let options = ReportBuilder.Options(slug: "torture", directory: folder.path)
    let report = try ReportBuilder(notebook: notebook, execution: execution, fonts: fonts, options: options).build()
    #expect(notebook.diagnostics.isEmpty)
    #expect(report.diagnostics.isEmpty, "\(report.diagnostics.map(\.message))")
    return (report, fonts)
  }

  @Test(arguments: settings) func nothingOverlapsOrIsCut(_ setting: Setting) throws {
    var (report, fonts) = try Self.report()
    report.pdf.columns = setting.columns
    report.pdf.paperSize = setting.paper
    let layout = try PDFReportWriter(fonts: fonts).layout(report)
    let geometry = layout.geometry
    PDFReportWriterTests.expectNoOverlap(layout)
    for page in layout.pages.indices {
      for box in layout.boxes(onPage: page) where box.label.first != "#" {
        #expect(box.frame.x >= geometry.left - PDFReportWriterTests.hang, "page \(page + 1): \(box.label) begins at \(box.frame.x)")
        #expect(box.frame.maxX <= geometry.right + PDFReportWriterTests.hang, "page \(page + 1): \(box.label) ends at \(box.frame.maxX)")
        #expect(box.frame.y >= geometry.top - (setting.columns == 1 ? 1 : 3.2) && box.frame.maxY <= geometry.bottom + 6, "page \(page + 1): \(box.label)")
      }
    }
    try expectFiguresInOrder(layout)
    // No page of text but the last is half empty.
    for (number, page) in layout.pages.enumerated().dropLast() where !page.flow.isEmpty {
      let used = page.placed.map { $0.y + $0.box.height }.max() ?? 0
      #expect(used > 0.5 * geometry.textHeight, "page \(number + 1) ends at \(used)")
    }
  }

  /// Figures stand in the order of their numbers, none before the page of its first reference.
  private func expectFiguresInOrder(_ layout: ReportLayout) throws {
    var figures: [Int: Int] = [:]
    var references: [Int: Int] = [:]
    for page in layout.pages.indices {
      for box in layout.boxes(onPage: page) where box.label.hasPrefix("#fig-") {
        let name = box.label.dropFirst(5)
        if let number = Int(name) { figures[number] = page } else if let number = Int(name.dropLast(10)) { references[number] = page }
      }
    }
    #expect(figures.count == 60)
    #expect(references.count == 40)
    let pages = figures.sorted { $0.key < $1.key }.map(\.value)
    #expect(pages == pages.sorted())
    for (number, page) in references { #expect(try #require(figures[number]) >= page, "Figure \(number)") }
  }

  @Test func whatIsNotDrawnIsReported() throws {
    let (report, fonts) = try Self.report()
    _ = try PDFReportWriter(fonts: fonts).layout(report)
    let messages = fonts.diagnostics.flatMap { [$0.message] + $0.notes.map(\.message) }.joined(separator: "\n")
    #expect(fonts.diagnostics.allSatisfy { $0.code == "RP0972" && $0.severity == .warning })
    #expect(messages.contains("fonts-noto-cjk") && messages.contains("fonts-noto-color-emoji"))
    // Greek, Cyrillic, Vietnamese, Hebrew, Arabic, Armenian and Georgian are lent.
    #expect(!messages.contains("fonts-noto-core"))
  }

  @Test func theFileIsWhole() throws {
    let (report, fonts) = try Self.report()
    let bytes = try PDFReportWriter(fonts: fonts).write(report)
    let file = try PDFFile(bytes)
    #expect(file.pages.count > 30)
    for page in file.pages {
      let content = page["/Contents"].streamBytes
      #expect(ContentStreamRewriter.rewritten(content) == content, "all content is marked")
    }
    if let path = ProcessInfo.processInfo.environment["REPRISE_TEST_PDF"] {
      try Data(bytes).write(to: URL(fileURLWithPath: path + ".torture.pdf"))
    }
  }

  @Test func rightToLeftParagraphsBeginAtTheRight() throws {
    let (report, fonts) = try Self.report()
    let layout = try PDFReportWriter(fonts: fonts).layout(report)
    let boxes = layout.pages.indices.flatMap { layout.boxes(onPage: $0) }
    let first = try #require(boxes.first { $0.label.hasPrefix("חוק") })
    #expect(abs(first.frame.maxX - layout.geometry.right) < 0.1)
    let item = try #require(boxes.first { $0.label.hasPrefix("פריט") })
    let bullet = try #require(boxes.last { $0.label == "•" && abs($0.frame.maxY - item.frame.maxY) < 3 })
    #expect(bullet.frame.x > item.frame.maxX && bullet.frame.maxX <= layout.geometry.right)
  }
}
