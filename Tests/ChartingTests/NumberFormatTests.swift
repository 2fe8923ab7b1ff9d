import Testing

@testable import Charting

@Suite struct NumberFormatTests {
  static let cases: [(String, Double, String)] = [
    (".2f", 3.14159, "3.14"), (".3e", 123456, "1.235e+5"), (",", 1234567, "1,234,567"), (",.2f", -1234.5, "−1,234.50"), (".0%", 0.256, "26%"),
    (".3s", 1500, "1.50k"), ("~s", 1500, "1.5k"), (".2r", 12345, "12000"), (".3g", 0.00001234, "0.0000123"), (".3g", 1.234e-8, "1.23e−8"), (".3", 1.5, "1.5"), ("d", 3.6, "4"), ("+.1f", 2, "+2.0"),
    ("08.2f", 3.14159, "00003.14"), ("k/255", 8.0 / 255, "8/255"), ("power10", 1e-3, "$10^{-3}$"), ("power10", 2e5, "$2\\times10^{5}$"), ("", 0.1, "0.1"), (".1f", -0.01, "0.0"), ("x", 255, "ff"),
    (".2s", 0.00042, "420µ"),
  ]

  @Test(arguments: cases) func formats(_ format: String, _ value: Double, _ text: String) {
    #expect(NumberFormat(format)?.string(value) == text)
  }

  @Test func refusesNonsense() {
    for text in ["%.3f", ".f", "abc", "3..2", ".2q"] { #expect(NumberFormat(text) == nil) }
  }

  @Test func axisLabelsShareTheirDecimals() {
    #expect(AxisNumbers([0, 0.25, 0.5]).labels == ["0.00", "0.25", "0.50"])
    #expect(AxisNumbers([-10000, 0, 20000]).labels == ["−10\u{2009}000", "0", "20\u{2009}000"])
    let large = AxisNumbers([0, 200_000, 400_000])
    #expect(large.labels == ["0", "2", "4"] && large.commonPower == 5)
    let small = AxisNumbers([0, 0.0001, 0.0002])
    #expect(small.labels == ["0", "1", "2"] && small.commonPower == -4)
  }
}
