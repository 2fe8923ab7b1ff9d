import Testing

@testable import Typography

struct FontMathematicsTests {
  let fonts = FontLibrary()

  @Test func formulasMatchTheTextAround() {
    #expect(abs(fonts.mathScale(beside: .serif) - 1) < 0.03)
    #expect(fonts.mathScale(beside: .sans) > 1.05)
  }

  @Test func wordsKeepTheSizeOfTheText() throws {
    let style = TextStyle(.sans, size: 10)
    let typesetter = try #require(fonts.mathTypesetter(in: style))
    let box = typesetter.layout(TeXMathParser().parse("\\text{loss}"))
    #expect(abs(box.width - fonts.measure("loss", style)) < 1e-9)
    #expect(box.elements == [MathElement(.text("loss", style: .roman, size: 10))])
  }

  @Test func facesOfWordsStayInTheFamily() {
    #expect(FontRole.sansBold.ofWords(.roman) == .sansBold)
    #expect(FontRole.sansItalic.ofWords(.roman) == .sans)
    #expect(FontRole.serif.ofWords(.bold) == .serifBold)
    #expect(FontRole.serif.ofWords(.monospace) == .mono)
  }
}
