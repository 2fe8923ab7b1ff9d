import Testing

@testable import Typography

/// Paragraphs from right to left, and text without spaces.
@Suite struct DirectionTests {
  let typesetter = ParagraphTypesetter(fonts: FontLibrary(searchesInstalledFonts: false))
  let style = TextStyle(.serif, size: 10)

  func lines(_ text: String, _ measure: Double, _ alignment: ParagraphShape.Alignment = .left) -> [ParagraphLine] {
    var paragraph = typesetter.paragraph()
    paragraph.append(text, style)
    return paragraph.lines(ParagraphShape(measure: measure, alignment: alignment, indent: 15, isRightToLeft: true))
  }

  func text(_ fragment: LineFragment) -> String {
    guard case .glyphs(let span) = fragment.content else { return "" }
    let visible = span.text.drop { $0 == 0x20 }
    return String(decoding: visible.last == 0x20 ? visible.dropLast() : visible, as: UTF8.self)
  }

  @Test func linesBeginAtTheRight() throws {
    let lines = lines("אחת שתיים שלוש ארבע חמש שש שבע שמונה תשע עשר אחת עשרה שתים עשרה", 120)
    #expect(lines.count > 2)
    for (index, line) in lines.enumerated() {
      let first = try #require(line.fragments.first)
      #expect(abs(first.x + first.width - (index == 0 ? 105 : 120)) < 0.01)
      for (before, after) in zip(line.fragments, line.fragments.dropFirst()) { #expect(after.x + after.width < before.x) }
      #expect(line.fragments.allSatisfy { $0.x >= -0.01 })
    }
  }

  @Test func justifiedLinesReachTheLeftEdge() throws {
    let lines = lines("אחת שתיים שלוש ארבע חמש שש שבע שמונה תשע עשר אחת עשרה שתים עשרה", 120, .justified)
    for line in lines.dropLast() { #expect(abs(try #require(line.fragments.last).x) < 0.01) }
    let ends = lines.map { $0.fragments.map { $0.x + $0.width }.max() ?? 0 }
    #expect(zip(ends, [105] + ends.dropFirst().map { _ in 120 }).allSatisfy { abs($0 - $1) < 0.01 })
  }

  @Test func foreignWordsKeepTheirOrderAndMarksBelongToTheLine() throws {
    let line = try #require(lines("אחת two words, שלוש", 300).first)
    let order = line.fragments.sorted { $0.x > $1.x }.map(text)
    #expect(order == ["אחת", "two words", ",", "שלוש"])
    // In the order of the text all the same.
    #expect(line.fragments.map(text) == order)
  }

  @Test func marksStandAfterTheirWords() throws {
    let line = try #require(lines("אחת, שתיים.", 300).first)
    let order = line.fragments.sorted { $0.x > $1.x }.map(text)
    #expect(order == ["אחת,", "שתיים."])
    for (before, after) in zip(line.fragments, line.fragments.dropFirst()) { #expect(after.x + after.width <= before.x + 0.01) }
  }

  @Test func aFormulaStandsWhereItIsRead() throws {
    var paragraph = typesetter.paragraph()
    paragraph.append("אחת ", style)
    paragraph.append(ParagraphBox(id: 0, width: 20, ascent: 5, descent: 0), style, mark: 1)
    paragraph.append(" שלוש", style)
    let line = try #require(paragraph.lines(ParagraphShape(measure: 200, alignment: .left, isRightToLeft: true)).first)
    let box = try #require(line.fragments.first { $0.mark == 1 })
    let words = line.fragments.filter { $0.mark == 0 }
    #expect(words.count == 2 && words[0].x > box.x + box.width && words[1].x + words[1].width < box.x)
  }

  @Test func linesEndBetweenIdeographs() {
    func pieces(_ text: String) -> [String] { IdeographicText.pieces(of: Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) } }
    #expect(pieces("数学論文") == ["数", "学", "論", "文"])
    #expect(pieces("「数学」、") == ["「数", "学」、"])
    #expect(pieces("カッター") == ["カッ", "ター"])
    #expect(pieces("用SGD训练") == ["用", "SGD", "训", "练"])
    #expect(pieces("naïve") == ["naïve"])
    #expect(pieces("“quoted”") == ["“quoted”"])
  }

  @Test func aTextWithoutSpacesFillsItsLines() {
    var paragraph = typesetter.paragraph()
    paragraph.append(String(repeating: "中文的数学论文没有空格，", count: 8), style)
    let lines = paragraph.lines(ParagraphShape(measure: 100))
    #expect(lines.count > 4)
    for line in lines { #expect(line.width <= 100.01 && line.width > 0) }
    let whole = lines.flatMap(\.fragments).map(text).joined()
    #expect(whole == String(repeating: "中文的数学论文没有空格，", count: 8))
  }
}
