import Testing
import Typography

@testable import Graphics

struct LabelTypesetterTests {
  let labels = LabelTypesetter(fonts: FontLibrary())
  let style = TextStyle(.sans, size: 10)

  @Test func plainLineIsMeasured() {
    let box = labels.layout("Loss", style: style)
    #expect(box.lines.count == 1)
    #expect(abs(box.width - labels.fonts.measure("Loss", style)) < 1e-9)
    #expect(box.ascent > box.capHeight - 0.5 && box.descent > 1.5)
  }

  @Test func anchorsMoveTheBox() {
    let box = labels.layout("Loss", style: style)
    let point = Point(100, 50)
    #expect(box.bounds(at: point, anchor: .start).x == 100)
    #expect(abs(box.bounds(at: point, anchor: .end).maxX - 100) < 1e-9)
    #expect(abs(box.bounds(at: point, baseline: .top).y - 50) < 1e-9)
    #expect(abs(box.bounds(at: point, baseline: .bottom).maxY - 50) < 1e-9)
  }

  @Test func quarterTurnSwapsTheSides() {
    let box = labels.layout("Loss", style: style)
    let turned = box.bounds(at: Point(0, 0), rotation: -90)
    #expect(abs(turned.height - box.width) < 1e-9)
    #expect(abs(turned.width - box.height) < 1e-9)
  }

  @Test func linesAreStacked() {
    let box = labels.layout("one\ntwo", style: style)
    #expect(box.lines.count == 2)
    #expect(box.lines[1].offset >= 12)
  }

  @Test func wrappingKeepsToTheWidth() {
    let text = "seventeen words of a rather long axis title that cannot fit"
    let box = labels.layout(text, style: style, wrappedTo: 90)
    #expect(box.lines.count > 2)
    #expect(box.lines.allSatisfy { $0.width <= 90 })
  }

  @Test func markupFindsFormulas() {
    #expect(LabelMarkup.lines(of: "a $x_1$ b") == [[.text("a "), .formula("x_1"), .text(" b")]])
    #expect(LabelMarkup.lines(of: "5 \\$ and $") == [[.text("5 $ and $")]])
    #expect(LabelMarkup.lines(of: "$\\$$") == [[.formula("\\$")]])
    #expect(LabelMarkup.lines(of: "a\n") == [[.text("a")], []])
  }
}

struct FormulaLabelTests {
  let labels = LabelTypesetter(fonts: FontLibrary())
  let style = TextStyle(.sans, size: 10)

  @Test func formulasAreLaidOut() throws {
    let box = labels.layout("error $\\frac{1}{\\sqrt{n}}$ of $\\text{SGD}_t$", style: style)
    #expect(box.lines[0].fragments.count == 4)
    #expect(box.ascent > 8 && box.descent > 2.5)
    let items = box.items(at: Point(50, 50), rotation: -90, paint: Paint(.role(.ink)))
    let glyphs = items.compactMap { if case .glyphs(let run) = $0 { run } else { nil } }
    #expect(glyphs.map(\.label) == ["\\frac{1}{\\sqrt{n}}", "\\text{SGD}_t"])
    #expect(glyphs.allSatisfy { $0.rotation == -90 })
    let texts = items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    #expect(texts.map(\.string) == ["error ", " of ", "SGD"])
    #expect(texts[2].style.role == .sans && texts[2].rotation == -90)
    #expect(items.contains { if case .shape(let item) = $0, case .polygon = item.shape { true } else { false } })
  }

  @Test func powersOfNumbersStayText() {
    let box = labels.layout("$10^{-3}$", style: style)
    let items = box.items(at: Point(0, 0), paint: Paint(.role(.ink)))
    let texts = items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    #expect(texts.map(\.string) == ["10", "\u{2212}3"])
    #expect(texts[1].origin.y < -3 && texts[1].style.size < 8)
    #expect(abs(box.width - texts[1].origin.x - labels.fonts.measure("−3", texts[1].style)) < 1e-9)
  }

  @Test(arguments: ["x^2", "10^{k}", "10^{-3", "10^12", "10", "10^{}", "10^{-}", "10_2", "a10^2", "10^{2}x"])
  func otherFormulasAreNoPowers(tex: String) {
    #expect(NumericPower(tex: tex) == nil)
  }

  @Test func powersMayHaveFactors() {
    #expect(NumericPower(tex: "2.5 \\times 10^4")?.base == "2.5\u{2009}×\u{2009}10")
    #expect(NumericPower(tex: "-2^{10}")?.exponent == "10")
  }

  @Test func problemsAreToldOnce() {
    _ = labels.layout("$\\nosuchcommand$", style: style)
    _ = labels.layout("again $\\nosuchcommand$", style: style)
    #expect(labels.diagnostics.count == 1)
    #expect(labels.diagnostics.first?.code.hasPrefix("RP08") == true)
  }

  @Test func macrosAreKnown() {
    let labels = LabelTypesetter(fonts: FontLibrary(), macros: ["\\R": "\\mathbb{R}"])
    _ = labels.layout("$x \\in \\R$", style: style)
    #expect(labels.diagnostics.isEmpty)
  }
}
