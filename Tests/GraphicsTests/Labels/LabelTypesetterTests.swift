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
