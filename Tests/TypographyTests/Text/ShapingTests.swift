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
    let fonts = FontLibrary(searchesInstalledFonts: false)
    _ = fonts.shape("a\u{13000}", style)
    _ = fonts.shape("b\u{13000}", style)
    #expect(fonts.diagnostics.map(\.code) == ["RP0972"])
    #expect(fonts.diagnostics[0].message.contains("U+13000"))
  }

  @Test func missingCharactersAreToldByThePackageThatHasThem() {
    let fonts = FontLibrary(searchesInstalledFonts: false)
    _ = fonts.shape("一二三四五六七 \u{1F9EA}", style)
    let diagnostics = fonts.diagnostics
    #expect(diagnostics.count == 2)
    #expect(diagnostics[0].message == "no installed font draws the characters U+4E00 '一', U+4E8C '二', U+4E09 '三', U+56DB '四', U+4E94 '五' and 2 more")
    #expect(diagnostics[0].notes.first?.message.contains("fonts-noto-cjk") == true)
    #expect(diagnostics[1].notes.first?.message.contains("fonts-noto-color-emoji") == true)
  }

  @Test func smallCapitalsAreTheFacesOwn() {
    let plain = fonts.shape("Claim", TextStyle(.serif, size: 10))
    let small = fonts.shape("Claim", TextStyle(.serif, size: 10, features: .smallCapitals))
    #expect(plain.glyphs.map(\.cluster) == small.glyphs.map(\.cluster))
    #expect(plain.glyphs[0].id == small.glyphs[0].id)
    for (letter, capital) in zip(plain.glyphs, small.glyphs).dropFirst() { #expect(letter.id != capital.id) }
    // Not capitals set smaller: heavier, and narrower than capitals.
    #expect(small.width < fonts.measure("CLAIM", TextStyle(.serif, size: 10)))
    #expect(fonts.face(.serif).offers([.smallCapitals, .oldStyleFigures, .tabularFigures]))
    #expect(!fonts.face(.mono).offers(.smallCapitals))
  }

  @Test func figuresFollowTheStyle() {
    func glyphs(_ features: TextFeatures) -> [UInt32] { fonts.shape("0123456789", TextStyle(.serif, size: 10, features: features)).glyphs.map(\.id) }
    #expect(Set(glyphs(.oldStyleFigures)).isDisjoint(with: glyphs([])))
    #expect(glyphs(.liningFigures) == glyphs([]))
    let tabular = fonts.shape("0123456789", TextStyle(.serif, size: 10, features: [.oldStyleFigures, .tabularFigures]))
    #expect(Set(tabular.glyphs.map { ($0.advance * 100).rounded() }).count == 1)
  }

  @Test func trackingSetsLettersApart() {
    let tracked = fonts.shape("office", TextStyle(.serif, size: 10, tracking: 0.05))
    #expect(tracked.glyphs.count == 6, "no ligature")
    #expect(fonts.shape("office", TextStyle(.serif, size: 10)).glyphs.count < 6)
    #expect(abs(fonts.measure("VV", TextStyle(.serif, size: 10, tracking: 0.05)) - fonts.measure("VV", TextStyle(.serif, size: 10)) - 1) < 1e-9)
  }

  @Test func emptyTextHasNoWidth() {
    #expect(fonts.measure("", style) == 0)
  }
}
