import Testing

@testable import Typography

struct FontLibraryTests {
  @Test func findsEveryRole() {
    let fonts = FontLibrary()
    #expect(fonts.diagnostics.isEmpty)
    #expect(fonts.face(.sans).family == "TeX Gyre Heros")
    #expect(fonts.face(.serif).family == "TeX Gyre Pagella")
    #expect(fonts.face(.mono).family == "DejaVu Sans Mono")
    #expect(fonts.face(.math).unitsPerEm == 1000)
  }

  @Test func missingFilesAreToldAndDoNotCrash() {
    let fonts = FontLibrary(directories: FontDirectories(["/nonexistent"]))
    #expect(fonts.diagnostics.count == FontRole.allCases.count)
    #expect(fonts.diagnostics.allSatisfy { $0.code == "RP0971" })
    #expect(fonts.measure("abc", TextStyle(.sans, size: 10)) == 15)
  }

  @Test func fallsBackWithinADirectory() {
    let fonts = FontLibrary(directories: FontDirectories(["/usr/share/fonts/truetype/dejavu"]))
    #expect(fonts.face(.sansBold).family == "DejaVu Sans")
    #expect(fonts.face(.serifItalic).family == "DejaVu Serif")
    #expect(fonts.cssFamilies(.sans) == "\"DejaVu Sans\", \"TeX Gyre Heros\", Helvetica, Arial, \"Liberation Sans\", sans-serif")
  }

  @Test func emojiArePicturesWhereAFontHasThem() throws {
    let fonts = FontLibrary()
    let run = fonts.shape("a😀", TextStyle(.serif, size: 10))
    guard run.missing.isEmpty else {
      return #expect(fonts.diagnostics.first?.notes.first?.message.contains("fonts-noto-color-emoji") == true)
    }
    let face = try #require(run.segments.last?.face)
    guard face.hasPictures else { return }
    let glyph = try #require(run.glyphs.last)
    let picture = try #require(face.picture(of: glyph.id))
    #expect(picture.png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(picture.width > 0.5 && picture.height > 0.5 && picture.y < 0)
    #expect(face.carrier === fonts.face(.sans))
    #expect(fonts.diagnostics.isEmpty)
  }

  @Test func emojiAreAskedForByTheirPackage() {
    let fonts = FontLibrary(searchesInstalledFonts: false)
    _ = fonts.measure("🚀", TextStyle(.serif, size: 10))
    #expect(fonts.diagnostics.map { $0.notes.map(\.message) } == [["empty boxes stand in their place; on Debian the package fonts-noto-color-emoji has a font for them"]])
  }

  @Test func metricsAreThoseOfHelvetica() {
    let metrics = FontLibrary().face(.sans).metrics
    #expect(abs(metrics.capHeight - 0.729) < 0.02)
    #expect(abs(metrics.xHeight - 0.530) < 0.02)
    #expect(metrics.ascent > metrics.letterAscent && metrics.descent > 0)
  }
}
