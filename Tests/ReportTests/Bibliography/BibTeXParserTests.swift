import Diagnostics
import Testing

@testable import Report

@Suite struct BibTeXParserTests {
  private func parse(_ text: String) -> (entries: [BibTeXEntry], diagnostics: [Diagnostic]) {
    BibTeXParser.parse(SourceFile(path: "a.bib", text: text))
  }

  @Test func readsBracesQuotesMacrosAndConcatenation() throws {
    let (entries, faults) = parse(
      """
      Words outside records are comments.
      @string{ colt = "Conference on Learning Theory" }
      @InProceedings{ppf22,
        author = {Pillaud-Vivien, Loucas and Julien Reygner and Nicolas Flammarion},
        title = "Label {Noise} finds the {L}asso", booktitle = colt # { 2022},
        year = 2022, month = jul,
      }
      """)
    #expect(faults.isEmpty)
    let entry = try #require(entries.first)
    #expect(entry.type == "inproceedings" && entry.key == "ppf22")
    #expect(entry.text("booktitle") == "Conference on Learning Theory 2022")
    #expect(entry.text("title") == "Label Noise finds the Lasso")
    #expect(entry.text("month") == "July")
    #expect(entry.people.map(\.family) == ["Pillaud-Vivien", "Reygner", "Flammarion"])
    #expect(entry.range.start == SourcePosition(line: 3, column: 16))
  }

  @Test func aFaultyRecordCostsItselfOnly() {
    let (entries, faults) = parse("@article{a, title {x}}\n@article{b, title = {y}}\n@article{c, title = {z")
    #expect(entries.map(\.key) == ["b"])
    #expect(faults.map(\.message) == ["BibTeX: expected 'name = value'", "BibTeX: the value is not closed"])
    #expect(faults.first?.range?.start == SourcePosition(line: 1, column: 13))
  }

  @Test func doubleKeysAndUnknownMacrosAreTold() {
    let (entries, faults) = parse("@misc{a, note = jann}\n@misc{a, note = {x}}")
    #expect(entries.count == 1)
    #expect(faults.map(\.message) == ["unknown BibTeX macro 'jann'; did you mean 'jan'?", "two records have the key 'a'; the first is used"])
  }

  @Test(arguments: [
    (#"Massouli{\'e}"#, "Massoulié"), (#"Nesterov --- a \v{S}mall \o{}l"#, "Nesterov — a Šmall øl"), (#"{\"O}zg\"ur"#, "Özgür"),
    (#"Erd\H{o}s, P\'al, \L{}ukasz"#, "Erdős, Pál, Łukasz"), (#"a~b \& c"#, "a\u{A0}b & c"), (#"na\"{\i}ve"#, "naïve"), (#"\"#, ""),
  ])
  func decodesAccents(_ source: String, _ expected: String) {
    #expect(LaTeXText.decode(source) == expected)
  }

  @Test(arguments: [
    ("Raphaël Berthier", "Berthier, R."), ("van der Waals, Johannes Diderik", "van der Waals, J. D."),
    ("Ludwig van Beethoven", "van Beethoven, L."), ("{The Reprise Authors}", "The Reprise Authors"), ("Jean-Baptiste Say", "Say, J.-B."), ("Plato", "Plato"),
  ])
  func splitsNames(_ source: String, _ inverted: String) {
    #expect(PersonName(bibTeX: source).inverted == inverted)
  }

  @Test func mutatedBytesNeverCrash() {
    let text = Array("@string{a = \"b\"}\n@article{k, title = {x {y} z} # a, year = 2020}".utf8)
    var state: UInt64 = 1
    for _ in 0..<3000 {
      var bytes = text
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
      }
      _ = BibTeXParser.parse(SourceFile(path: "a.bib", bytes: bytes))
    }
  }
}
