import Graphics
import Report
import Testing

@testable import ReportHTML

/// What keeps words together and lines in sight.
struct LegibilityTests {
  @Test(arguments: [
    ("within 15 % of it", "within 15\u{A0}% of it"), ("2.2 × 10", "2.2\u{A0}×\u{A0}10"), ("2\u{2009}×\u{2009}10", "2\u{202F}×\u{202F}10"), ("a % b × c", "a % b × c"), ("90 per cent", "90 per cent"), ("% 5", "% 5"),
  ])
  func numbersKeepTheirUnits(text: String, expected: String) {
    #expect(text.withBoundNumbers == expected)
  }

  @Test(arguments: [
    ("Figure 3", "Figure\u{A0}3"), ("Equation (2)", "Equation\u{A0}(2)"), ("Section 4.1", "Section\u{A0}4.1"), ("Bach and Moulines, 2013", "Bach and Moulines, 2013"),
    ("the text", "the text"), ("worst", "worst"), ("", ""),
  ])
  func namesOfNumberedThingsStayOnALine(text: String, expected: String) {
    #expect(text.asBoundName == expected)
  }

  @Test func theIntervalIsPartedFromTheValue() {
    let (value, interval) = ContentWriter.parted([.text("2 × 10"), .superscript([.text("−4")]), .text(" (range 1 to 10"), .superscript([.text("3")]), .text(")")])
    #expect(value.plainText == "2 × 10−4")
    #expect(interval.plainText == " (range 1 to 103)")
    let plain = ContentWriter.parted([.text("true in 10 of 10")])
    #expect(plain.value.plainText == "true in 10 of 10" && plain.interval.isEmpty)
  }

  /// #440154 is the dark end of viridis: 1.1 : 1 on the dark page.
  @Test func linesTooDarkForTheDarkPageAreLightened() throws {
    let ground = Theme.dark.rgb(.role(.paper))
    let violet = Theme.RGB(0x440154)
    #expect(violet.contrast(with: ground) < 1.2)
    #expect(violet.onDark.contrast(with: ground) >= 3)
    #expect(Theme.RGB(0).onDark == Theme.dark.rgb(.role(.ink)))
    #expect(Theme.RGB(0x555555).onDark == Theme.RGB(0xA0A0A0))
    #expect(Theme.RGB(0x9CD93B).darkVariable == nil)
    #expect(abs(Theme.RGB(0xFFFFFF).contrast(with: Theme.RGB(0)) - 21) < 1e-12)
    let css = LineColors.css(for: "<path stroke=\"var(--rp-line-440154,#440154)\"/><path stroke=\"var(--rp-line-440154,#440154)\"/>")
    #expect(css == "@media screen and (prefers-color-scheme:dark){:root{--rp-line-440154:\(violet.onDark.hex);}}\n")
    #expect(LineColors.css(for: "<path stroke=\"#9cd93b\"/>").isEmpty)
  }

  /// Palatino sets 75 characters in 32.5 em.
  @Test func smallTextIsNoWiderThanItsLinesMayBe() {
    #expect(StyleSheet.css.contains(".abstract p,.paper,figcaption,caption,.refs li,.footnotes li{max-width:32.5em}"))
  }

  /// All sizes are parts of the root's, so that paper keeps their proportions.
  @Test func paperChangesTheSizeOfTheRootAlone() {
    let sizes = StyleSheet.print.matches(of: /([a-z. ]+)\{[^{}]*font-size:([^;}]+)/).map { "\($0.1) \($0.2)" }
    #expect(sizes == ["html 9.8pt", "body 1.125rem"])
  }
}
