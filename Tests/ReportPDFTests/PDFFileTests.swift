import Testing

@testable import ReportPDF

@Suite struct PDFFileTests {
  /// A file with a table of cross-references, as Cairo writes it; objects are numbered from 1.
  static func file(_ objects: [String], trailer: String = "/Root 1 0 R") -> [UInt8] {
    var text = "%PDF-1.5\n"
    var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for (index, object) in objects.enumerated() {
      let offset = String(text.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    return Array((text + table + "trailer\n<< /Size \(objects.count + 1) \(trailer) >>\nstartxref\n\(start)\n%%EOF\n").utf8)
  }

  static let small = file([
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 3 0 R 6 0 R ] /Count 2 >>",
    "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>", "<< /Length 5 0 R >>\nstream\n0 0 m 9 9 l S\nendstream", "13",
    "<< /Type /Pages /Kids [ 7 0 R ] >>", "<< /Type /Page /Contents 4 0 R >>", "<< /Unused true >>",
  ])

  @Test func tablesOfReferencesAreRead() throws {
    let file = try PDFFile(Self.small)
    #expect(file.pages.map(\.number) == [3, 7])
    #expect(String(decoding: file.pages[0]["/Contents"].streamBytes, as: UTF8.self) == "0 0 m 9 9 l S")
    #expect(file.root["/Absent"]["/Deeper"].items.isEmpty)
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    let file = try PDFFile(Self.small)
    let long = Array(String(repeating: "0 0 m 9 9 l S\n", count: 50).utf8)
    file.pages[0]["/Contents"].replaceStream(with: long)
    file.root.set("/Lang", file.text("naïve (ℓ₁)\r\\"))
    file.root.set("/Box", file.array([file.real(-0.5), file.integer(-12), file.boolean(true), file.name("/N"), file.real(1)]))
    file.root.set("/Own", file.dictionary(["/Back": file.pages[1]]).indirect())
    let bytes = try file.written()
    #expect(bytes.count < Self.small.count + 600)
    let again = try PDFFile(bytes)
    #expect(again.pages.count == 2)
    #expect(again.pages.allSatisfy { $0["/Contents"].streamBytes == long })
    #expect(again.pages[0]["/Contents"].number == again.pages[1]["/Contents"].number)
    #expect(again.root["/Lang"].text == "naïve (ℓ₁)\r\\")
    #expect(again.root["/Box"].items.compactMap(\.double) == [-0.5, -12, 1])
    #expect(again.root["/Box"].items[2].isTrue && again.root["/Box"].items[3].name == "/N")
    #expect(again.root["/Own"]["/Back"].number == again.pages[1].number)
    #expect(again.trailer["/ID"].items.count == 2)
    #expect(try PDFFile(bytes).written() == bytes, "numbers and order are stable")
  }

  @Test func whatNothingRefersToIsLeftOut() throws {
    let again = try PDFFile(PDFFile(Self.small).written())
    // Catalogue, four nodes of the tree, one content; their pack and the references.
    #expect(again.trailer["/Size"].integer == 9)
  }

  @Test func manyObjectsFillSeveralPacks() throws {
    let file = try PDFFile(Self.small)
    file.root.set("/Many", file.array((0..<1000).map { file.array([file.integer($0)]).indirect() }))
    let again = try PDFFile(file.written())
    #expect(again.root["/Many"].items.map { $0.items.first?.integer } == (0..<1000).map { $0 })
  }

  @Test func theIdentifierFollowsTheContent() throws {
    func identifier(_ content: String) throws -> String? {
      let file = try PDFFile(Self.small)
      file.pages[0]["/Contents"].replaceStream(with: Array(content.utf8))
      return try PDFFile(file.written()).trailer["/ID"].items.first?.text
    }
    let text = String(repeating: "0 0 m 9 9 l S\n", count: 50)
    #expect(try identifier(text) == identifier(text))
    #expect(try identifier(text) != identifier(String(text.reversed())))
    #expect(try identifier("0 0 m") != identifier("0 1 m"))
  }

  @Test(arguments: [
    "no file at all", "%PDF-1.5\nstartxref\n99\n%%EOF", "%PDF-1.5\nstartxref\n0\n%%EOF",
    "%PDF-1.5\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n9\n%%EOF",
  ]) func whatIsNoPDFIsRefused(_ text: String) {
    #expect(throws: PDFReportError.self) { try PDFFile(Array(text.utf8)) }
  }

  @Test func damageIsNotWrittenOn() throws {
    let file = try PDFFile(Self.file(["<< /Type /Catalog /Pages 2 0 R /Lost 3 0 R >>", "<< /Kids [ ] >>", "<< /Open"]))
    #expect(!file.root["/Lost"].isDictionary)
    #expect(throws: PDFReportError.self) { try file.written() }
  }

  /// No byte that is changed may crash the reader.
  @Test func changedBytesAreReadOrRefused() {
    for position in Self.small.indices {
      var bytes = Self.small
      for byte in [UInt8(ascii: "0"), UInt8(ascii: "<"), UInt8(ascii: "("), 0x20] {
        bytes[position] = byte
        if let file = try? PDFFile(bytes) { _ = try? file.written() }
      }
    }
  }
}

@Suite struct PDFParserTests {
  func written(_ text: String) throws -> String {
    var parser = PDFParser(Array(text.utf8))
    var syntax = PDFSyntax(numbers: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    syntax.append(try parser.value())
    return String(decoding: syntax.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("<< /A 1 /B [ 2 0 R -.5 +3 ] >>", "<</A 1/B[2 0 R -.5 3]>>"), ("[1 0 0 1 7 0 R]", "[1 0 0 1 7 0 R]"),
    ("% note\n/Name#20x", "/Name#20x"), ("<4a4B5>", "(JKP)"), ("(a\\(b\\051\\\nc\\101(d))", "(a\\(b\\)cA\\(d\\))"),
    ("[true false null 1 2]", "[true false null 1 2]"), ("[(a)(b)/c/d<<>>]", "[(a)(b)/c/d<<>>]"), ("[3 0 Run]", nil),
    ("<< 1 2 >>", nil), ("(open", nil), ("[1", nil), ("1.2.3", nil), ("", nil),
  ] as [(String, String?)]) func valuesAreReadAndWritten(_ text: String, _ expected: String?) throws {
    if let expected { #expect(try written(text) == expected) } else { #expect(throws: PDFReportError.self) { try written(text) } }
  }
}
