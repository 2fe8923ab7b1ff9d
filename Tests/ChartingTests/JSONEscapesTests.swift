import Diagnostics
import Testing

@testable import Charting

@Suite struct JSONEscapesTests {
  private func joined(_ text: String) -> String {
    String(decoding: JSONEscapes.joined(SourceFile(path: "a.json", bytes: Array(text.utf8))).bytes, as: UTF8.self)
  }

  @Test func pairsBecomeOneEscape() {
    #expect(joined(#"{"a": "\ud83d\udc04 and \uD83D\uDE80"}"#) == #"{"a": "\U0001f404 and \U0001f680"}"#)
  }

  @Test func everythingElseStays() {
    for text in [#"{"a": "\u00e9\\ud83d\udc04"}"#, #"{"a": "\ud83d alone"}"#, #"a: "\ud83d\udc04""#, "{}", #"{"a": "\u12"#] { #expect(joined(text) == text) }
  }
}
