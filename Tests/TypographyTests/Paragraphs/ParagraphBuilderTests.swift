import Testing

@testable import Typography

@Suite struct ParagraphBuilderTests {
  let typesetter = ParagraphTypesetter(fonts: FontLibrary())
  let style = TextStyle(.serif, size: 10)
  static let prose = """
    Implicit regularisation is thought to be one of the reasons for the success of overparametrised models: among the \
    many interpolators the training algorithm selects one that generalises, and stochasticity plays a decisive part.
    """

  func lines(_ text: String, _ measure: Double, _ alignment: ParagraphShape.Alignment = .justified) -> [ParagraphLine] {
    var paragraph = typesetter.paragraph()
    paragraph.append(text, style)
    return paragraph.lines(ParagraphShape(measure: measure, alignment: alignment))
  }

  func text(_ line: ParagraphLine) -> String {
    line.fragments.map { fragment in
      guard case .glyphs(let span) = fragment.content else { return "" }
      return String(decoding: span.text, as: UTF8.self)
    }.joined()
  }

  /// How far the mark that ends a line stands out.
  func hang(_ line: ParagraphLine) -> Double {
    if line.endsWithHyphen { return 0.5 * typesetter.hyphen(style).width }
    let last = text(line).last { $0 != " " }
    let share = switch last { case ".", ",": 0.6; case "-": 0.5; case ":", ";": 0.4; default: 0.0 }
    return share * typesetter.fonts.measure(last.map(String.init) ?? "", style)
  }

  @Test(arguments: [120.0, 180, 260, 400]) func linesFillTheMeasure(_ measure: Double) {
    let lines = lines(Self.prose, measure)
    #expect(lines.count > 1)
    for line in lines.dropLast() { #expect(abs(line.width - measure - hang(line)) < 0.01) }
    if measure == 180 { #expect(lines.dropLast().contains { hang($0) > 1 }) }
    #expect((lines.last?.width ?? 0) <= measure + 0.01)
  }

  @Test func aNameBoundToItsNumberIsNotHyphenated() {
    func isDivided(_ name: String, _ measure: Double) -> Bool {
      lines("among the many interpolators the training algorithm selects by \(name) one that generalises well", measure)
        .contains { $0.endsWithHyphen && text($0).contains("Equa") && !text($0).contains("Equation") }
    }
    let measures = stride(from: 80.0, to: 300, by: 3)
    #expect(measures.contains { isDivided("Equation 4", $0) })
    #expect(!measures.contains { isDivided("Equation\u{A0}4", $0) })
  }

  @Test func noLineIsTooWideHoweverNarrow() {
    for measure in stride(from: 30.0, to: 200, by: 7) {
      for line in lines(Self.prose + " https://example.org/a/long/path_with_parts/index.html?query=value", measure) {
        #expect(line.width <= measure + hang(line) + 0.01, "\(measure): \(text(line))")
      }
    }
  }

  @Test func nothingIsLostAndNoLineBeginsWithASpace() {
    let lines = lines(Self.prose, 150)
    let whole = lines.map(text).joined().replacing("\u{AD}", with: "")
    #expect(whole == Self.prose)
    for line in lines { #expect(text(line).first != " ") }
  }

  @Test func hyphenatesOnlyWhereWordsAloneDoNotFit() {
    #expect(!lines(Self.prose, 400, .left).contains { $0.endsWithHyphen })
    #expect(lines("representation representation representation", 100).contains { $0.endsWithHyphen })
    var paragraph = typesetter.paragraph()
    paragraph.append("representation representation representation", style)
    let plain = paragraph.lines(ParagraphShape(measure: 100, alignment: .left, hyphenates: false))
    #expect(!plain.contains { $0.endsWithHyphen })
  }

  @Test func aSpaceAfterABoxIsKeptForReaders() throws {
    var paragraph = typesetter.paragraph()
    paragraph.append("if", style)
    paragraph.appendSpace(style)
    paragraph.append(ParagraphBox(id: 0, width: 20, ascent: 5, descent: 0), style)
    paragraph.append(" then", style)
    let line = try #require(paragraph.lines(ParagraphShape(measure: 100, alignment: .left)).first)
    #expect(text(line) == "if  then")
  }

  @Test func wordsFromRightToLeftStandInThatOrder() throws {
    let line = try #require(lines("say בראשית ברא אלהים (so)", 300, .left).first)
    let words = line.fragments.filter { if case .glyphs(let span) = $0.content { span.isRightToLeft } else { false } }
    #expect(words.count == 3)
    // In the order of the text, each to the left of the one before, none over another.
    for (before, after) in zip(words, words.dropFirst()) { #expect(after.x + after.width < before.x) }
    let first = try #require(line.fragments.first)
    let last = try #require(line.fragments.last)
    #expect(words.allSatisfy { $0.x > first.x && $0.x + $0.width <= last.x + 0.01 })
  }

  @Test func raggedLinesKeepTheirSpaces() {
    for line in lines(Self.prose, 150, .left) { #expect(line.ratio == 0) }
  }

  @Test func centredAndRightAlignedLinesStandWhereTheyShould() throws {
    let centred = try #require(lines("short", 100, .center).first)
    let right = try #require(lines("short", 100, .right).first)
    let first = try #require(centred.fragments.first)
    #expect(abs(first.x - (100 - first.width) / 2) < 0.01)
    #expect(abs(right.width - 100) < 0.01)
  }

  @Test func boundSpacesHoldWordsTogether() {
    let lines = lines("aaaa bbbb\u{A0}cccc", 45, .left)
    #expect(lines.map(text).map { $0.trimmingSuffix(" ") } == ["aaaa", "bbbb cccc"])
  }

  @Test func boxesAreKeptWhole() throws {
    var paragraph = typesetter.paragraph()
    paragraph.append("before ", style)
    paragraph.append(ParagraphBox(id: 3, width: 30, ascent: 20, descent: 8), style, mark: 2)
    paragraph.append(", after", style)
    let line = try #require(paragraph.lines(ParagraphShape(measure: 300)).first)
    #expect(line.ascent == 20)
    #expect(line.descent == 8)
    #expect(line.fragments.map(\.mark) == [0, 2, 0])
  }

  @Test func marksAndFacesMakeFragments() throws {
    var paragraph = typesetter.paragraph()
    paragraph.append("one ", style, mark: 1)
    paragraph.append("two", style, mark: 2)
    paragraph.append("three", TextStyle(.serifItalic, size: 10), mark: 2)
    let line = try #require(paragraph.lines(ParagraphShape(measure: 300)).first)
    #expect(line.fragments.map(\.mark) == [1, 2, 2])
  }

  @Test func widthsBoundTheColumn() {
    var paragraph = typesetter.paragraph()
    paragraph.append("one representation", style)
    let widths = paragraph.widths
    #expect(abs(widths.natural - typesetter.fonts.measure("one representation", style)) < 1)
    #expect(abs(widths.minimum - typesetter.fonts.measure("representation", style)) < 0.01)
  }

  @Test func hardBreaksEndLines() {
    var paragraph = typesetter.paragraph()
    paragraph.append("one", style)
    paragraph.appendLineBreak()
    paragraph.append("two", style)
    #expect(paragraph.lines(ParagraphShape(measure: 300)).map(text) == ["one", "two"])
  }
}

extension String {
  func trimmingSuffix(_ suffix: String) -> String { hasSuffix(suffix) ? String(dropLast(suffix.count)) : self }
}
