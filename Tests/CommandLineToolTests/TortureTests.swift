import Foundation
import Testing

/// The notebook that holds every construct, rendered by the program: exit code, messages, a sound file whose text reads in order.
@Suite struct TortureTests {
  static let notebooks = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("ReportPDFTests/Notebooks")

  private func rendered() throws -> (program: Program, outcome: Program.Outcome) {
    let program = try Program("reprise")
    for name in ["torture.md", "torture.bib", "pixels.png"] {
      try FileManager.default.copyItem(at: Self.notebooks.appendingPathComponent(name), to: program.folder.appendingPathComponent(name))
    }
    return (program, try program.run("render", "torture.md", "--scale", "quick"))
  }

  /// What a tool of the system prints; nil where it is not installed.
  private func run(_ tool: String, _ arguments: [String]) throws -> (status: Int32, output: String)? {
    let path = "/usr/bin/" + tool
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test func itIsRenderedWholeAndReadsInOrder() throws {
    let (program, outcome) = try rendered()
    defer { program.remove() }
    // One claim is refuted.
    #expect(outcome.status == 1, "\(outcome.errors)")
    #expect(!outcome.errors.contains("error["), "\(outcome.errors)")
    let page = String(decoding: try #require(program.contents("Output/torture/index.html")), as: UTF8.self)
    #expect(page.components(separatedBy: "<figure").count - 1 >= 61)
    #expect(page.contains("בראשית ברא אלהים") && page.contains("Пафнутий Львович Чебышёв"))
    let pdf = program.folder.appendingPathComponent("Output/torture/torture.pdf").path
    if let check = try run("qpdf", ["--check", pdf]) { #expect(check.status == 0, "\(check.output)") }
    if let text = try run("pdftotext", [pdf, "-"]) {
      let words = text.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").replacing("\u{AD} ", with: "")
      for phrase in ["difficult affine fluff in an office", "overparametrised models: among the many interpolators", "Abstract.", "Everything at once"] {
        #expect(words.contains(phrase), "\(phrase)")
      }
      let places = ["Text", "Blocks", "Formulas", "Tables", "Claims", "Sixty figures", "The last words, with a note"].compactMap { words.range(of: $0, options: .backwards)?.lowerBound }
      #expect(places.count == 7)
    }
    if let structure = try run("pdfinfo", ["-struct", pdf]) {
      for tag in ["Document", "H1", "H2", "Table", "TH", "Figure", "Formula", "Note", "Reference", "BlockQuote", "LBody"] {
        #expect(structure.output.contains(tag), "\(tag)")
      }
    }
  }

  @Test func twiceTheSameBytes() throws {
    let (program, _) = try rendered()
    defer { program.remove() }
    let first = try #require(program.contents("Output/torture/torture.pdf"))
    try program.run("render", "torture.md", "--scale", "quick")
    #expect(program.contents("Output/torture/torture.pdf") == first)
  }
}
