import Diagnostics
import Notebook
import Testing

@testable import Report

@Suite struct BibliographyTests {
  func content(_ fields: String) -> [ReportInline] {
    let source = SourceFile(path: "a.bib", text: "@article{a, author = {O'Donoghue, B.}, year = 2015, \(fields)}")
    var bibliography = Bibliography(entries: BibTeXParser.parse(source).entries, style: .authorYear)
    bibliography.noteCitations(["a"])
    return bibliography.entries()[0].content
  }

  @Test func aTitleThatAsksHasNoStopOfItsOwn() {
    #expect(content("title = {Why?}, journal = {J}").plainText == "O’Donoghue, B. (2015). Why? J. ")
    #expect(content("title = {That}, journal = {J}").plainText == "O’Donoghue, B. (2015). That. J. ")
  }

  @Test func formulasInTitlesAreFormulas() {
    let inlines = content("title = {An $n^{5/2}$ algorithm}")
    let formulas = inlines.compactMap { if case .math(let formula) = $0 { formula.tex } else { nil } }
    #expect(formulas == ["n^{5/2}"])
    let words = inlines.compactMap { if case .text(let text) = $0 { text } else { nil } }
    #expect(words.dropFirst() == ["An ", " algorithm", ". "])
  }

  @Test func anOddDollarIsMoney() {
    #expect(content("title = {A $5 bill}").plainText == "O’Donoghue, B. (2015). A 5 bill. ")
  }
}
