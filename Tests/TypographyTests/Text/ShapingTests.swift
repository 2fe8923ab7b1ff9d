import Testing

@testable import Typography

struct ShapingTests {
  let fonts = FontLibrary()
  let style = TextStyle(.sans, size: 1000)

  @Test(arguments: [("A", 667.0), ("i", 222), ("0", 556), ("1", 556), ("M", 833), (" ", 278), ("\u{2212}", 584)])
  func widthsAreThoseOfHelvetica(text: String, width: Double) {
    #expect(abs(fonts.measure(text, style) - width) < 1)
  }

  @Test func widthIsLinearInSize() {
    let text = "Learning rate (log scale)"
    let large = fonts.measure(text, TextStyle(.serif, size: 24))
    #expect(abs(large - 3 * fonts.measure(text, TextStyle(.serif, size: 8))) < 1e-9)
  }

  @Test func pairsAreKerned() {
    #expect(fonts.measure("AV", style) < fonts.measure("A", style) + fonts.measure("V", style) - 20)
  }

  @Test func clustersAreByteOffsets() {
    let run = fonts.shape("né−1", style)
    #expect(run.glyphs.map(\.cluster) == [0, 1, 3, 6])
    #expect(run.segments.count == 1)
    #expect(run.segments[0].bytes == 0..<7)
  }

  @Test func otherFacesLendCharacters() {
    let run = fonts.shape("x ≺ 𝔼 y", style)
    #expect(run.missing.isEmpty)
    #expect(run.segments.count > 1)
    #expect(run.segments.first?.face === fonts.face(.sans))
    #expect(run.segments.last?.face === fonts.face(.sans))
    #expect(run.glyphs.allSatisfy { $0.id != 0 })
  }

  @Test func missingCharactersAreToldOnce() {
    let fonts = FontLibrary()
    _ = fonts.shape("a\u{13000}", style)
    _ = fonts.shape("b\u{13000}", style)
    #expect(fonts.diagnostics.map(\.code) == ["RP0972"])
    #expect(fonts.diagnostics[0].message.contains("U+13000"))
  }

  @Test func emptyTextHasNoWidth() {
    #expect(fonts.measure("", style) == 0)
  }
}
