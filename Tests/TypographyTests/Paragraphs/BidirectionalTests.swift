import Foundation
import Testing

@testable import Typography

/// Lines in both directions against an independent implementation of Unicode Standard Annex 9.
@Suite struct BidirectionalTests {
  let typesetter = ParagraphTypesetter(fonts: FontLibrary(searchesInstalledFonts: false))
  let style = TextStyle(.sans, size: 10)

  struct Case {
    var base: TextDirection
    var text: String
    var visual: String
  }

  static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "References/directions.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Case(base: fields[0] == "R" ? .rightToLeft : .leftToRight, text: text(fields[1]), visual: text(fields[2]))
    }
  }

  private static func text(_ codes: Substring) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: codes.split(separator: " ").compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) })
    return String(text)
  }

  /// The characters of a line in the order of their pens; those of one glyph in the order of the text.
  private func visual(_ line: ParagraphLine) -> String {
    var placed: [(x: Double, scalars: [Unicode.Scalar])] = []
    for fragment in line.fragments {
      guard case .glyphs(let span) = fragment.content else { continue }
      let starts = Set(span.glyphs.map(\.cluster)).sorted()
      for (index, start) in starts.enumerated() {
        let end = index + 1 < starts.count ? starts[index + 1] : span.text.count
        let text = String(decoding: span.text[start..<end], as: UTF8.self)
        let visible = text.unicodeScalars.filter { $0 != " " && !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isBidiControl }
        guard !visible.isEmpty else { continue }
        let x = span.glyphs.filter { $0.cluster == start }.map(\.x).min() ?? 0
        placed.append((fragment.x + x, span.isRightToLeft ? visible.reversed() : Array(visible)))
      }
    }
    var text = String.UnicodeScalarView()
    for piece in placed.sorted(by: { $0.x < $1.x }) { text.append(contentsOf: piece.scalars) }
    return String(text)
  }

  @Test func linesAgreeWithTheReference() throws {
    let cases = try Self.cases()
    #expect(cases.count > 250)
    var differences: [String] = []
    for item in cases {
      var paragraph = typesetter.paragraph()
      paragraph.append(item.text, style)
      let shape = ParagraphShape(measure: 2000, alignment: .left, isRightToLeft: item.base == .rightToLeft)
      let line = try #require(paragraph.lines(shape).first)
      let drawn = visual(line)
      if Array(drawn.unicodeScalars) != Array(item.visual.unicodeScalars) { differences.append("\(item.base) \(item.text): \(drawn) for \(item.visual)") }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(12).joined(separator: "\n"))")
  }

  /// A label of a chart is a line without a paragraph.
  @Test func labelsAreInOrderAndBracketsTurnToTheirWords() throws {
    let run = typesetter.fonts.shape("אחת (10) b", style)
    #expect(run.segments.map(\.isRightToLeft) == [true, false, true, false])
    let starts = run.segments.map { segment in run.glyphs[segment.glyphs].map(\.x).min() ?? 0 }
    // From the right: the word with its bracket, the number, the closing bracket; the Latin letter is left of all.
    #expect(starts[0] > starts[1] && starts[1] > starts[2] && starts[2] > starts[3])
    let face = try #require(run.segments.first?.face)
    let opening = try #require(run.glyphs.last { $0.cluster == 7 })
    #expect(opening.id == face.glyph(for: ")"))
  }

  @Test func aFormulaBetweenLettersFromRightToLeftKeepsTheOrderOfItsParts() throws {
    var paragraph = typesetter.paragraph()
    paragraph.append("אחת ", style)
    paragraph.append(ParagraphBox(id: 0, width: 20, ascent: 5, descent: 0), style, mark: 1)
    paragraph.appendOpportunity(penalty: 50)
    paragraph.appendSpace(width: 3, stretch: 0, shrink: 0, style, mark: 1)
    paragraph.append(ParagraphBox(id: 1, width: 30, ascent: 5, descent: 0), style, mark: 1)
    paragraph.append(" ", style)
    paragraph.append(ParagraphBox(id: 2, width: 10, ascent: 5, descent: 0), style, mark: 1)
    paragraph.append(" שתיים", style)
    let line = try #require(paragraph.lines(ParagraphShape(measure: 300, alignment: .left, isRightToLeft: true)).first)
    let boxes = line.fragments.filter { $0.mark == 1 }
    #expect(abs(boxes[0].x + boxes[0].width + 3 - boxes[1].x) < 1e-9)
    // The second formula comes after the first: to its left.
    #expect(boxes[2].x + boxes[2].width < boxes[0].x)
  }

  @Test func marksKeepTheirDistanceFromLetters() throws {
    // A mark in the face of its word, with the pen where the word ends.
    let run = typesetter.fonts.shape("שלום,", TextStyle(.serif, size: 10), direction: .rightToLeft)
    #expect(run.segments.count == 1)
    let comma = try #require(run.glyphs.first)
    #expect(comma.cluster == 8 && run.glyphs[1].x >= comma.x + comma.advance - 1e-9)
  }

  @Test func directionOfMostTexts() {
    #expect(TextDirection(ofMost: ["אחת", "two", "שלוש", "12"]) == .rightToLeft)
    #expect(TextDirection(ofMost: ["אחת", "two", "three"]) == .leftToRight)
    #expect(TextDirection(ofMost: ["1", "2.5"]) == nil)
    #expect(TextDirection(of: "12 (אחת) a") == .rightToLeft)
    #expect(TextDirection(of: "\u{2067}אחת\u{2069} then") == .leftToRight)
  }
}
