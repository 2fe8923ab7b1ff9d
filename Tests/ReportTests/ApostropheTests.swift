import Testing

@testable import Report

@Suite struct ApostropheTests {
  @Test func standBetweenLettersOnly() {
    #expect("it's 'so' \u{E9}'a".withApostrophes == "it\u{2019}s 'so' \u{E9}\u{2019}a")
    #expect("5' and x'".withApostrophes == "5' and x'")
  }
}
