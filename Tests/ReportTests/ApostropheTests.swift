import Testing

@testable import Report

@Suite struct ApostropheTests {
  @Test func standBetweenLetters() {
    #expect("it's 'so' \u{E9}'a".withApostrophes == "it\u{2019}s 'so' \u{E9}\u{2019}a")
    #expect("5' and x'".withApostrophes == "5' and x'")
  }

  @Test func aPluralHasOneAtItsEnd() {
    #expect("the edges' clocks and 'quoted words' alone".withApostrophes == "the edges\u{2019} clocks and 'quoted words' alone")
    #expect("f'' of bus'".withApostrophes == "f'' of bus\u{2019}")
  }
}
