import Testing

@testable import Report

@Suite struct ReadableNumberTests {
  private static let cases: [(Double, String)] = [
    (0.0, "0"), (1, "1"), (-1.02, "−1.02"), (0.0123456, "0.01235"), (12345, "12345"), (1.5e-8, "1.5\u{2009}×\u{2009}10⁻⁸"),
    (1e6, "10⁶"), (-2.5e12, "−2.5\u{2009}×\u{2009}10¹²"), (0.99996, "1"), (99999.6, "10⁵"), (1234.56, "1235"), (0.1, "0.1"),
    (.infinity, "∞"), (.nan, "missing"), (1e-300, "10⁻³⁰⁰"),
  ]

  @Test(arguments: cases)
  func text(_ value: Double, _ expected: String) {
    #expect(ReadableNumber.text(value) == expected)
  }

  @Test func superscriptsAreRaised() {
    let inlines = [ReportInline].numberText("2 × 10⁻⁵!")
    guard case .superscript(let raised) = inlines[1] else {
      Issue.record("no superscript")
      return
    }
    #expect(raised.plainText == "−5")
    #expect(inlines.plainText == "2 × 10−5!")
  }
}
