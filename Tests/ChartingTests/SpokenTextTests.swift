import Testing

@testable import Charting

@Suite struct SpokenTextTests {
  @Test(arguments: [
    ("Risk at $x_i^2$", "Risk at x sub i squared"),
    ("$\\eta$ and $\\beta$", "eta and beta"),
    ("no formula", "no formula"),
    ("costs 5 $", "costs 5 $"),
    ("$\\eta$ for 5 $", "eta for 5 $"),
  ]) func formulasAreSaidInWords(_ text: String, _ words: String) {
    #expect(SpokenText.words(text) == words)
  }
}
