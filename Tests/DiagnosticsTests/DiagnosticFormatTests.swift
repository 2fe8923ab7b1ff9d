import Foundation
import Testing

@testable import Diagnostics

@Suite struct DiagnosticFormatTests {
  private func file(_ text: String, _ path: String = "n.md") -> [String: SourceFile] { [path: SourceFile(path: path, text: text)] }

  private func range(_ line: Int, _ start: Int, _ end: Int, endLine: Int? = nil, file: String = "n.md") -> SourceRange {
    SourceRange(file: file, start: SourcePosition(line: line, column: start), end: SourcePosition(line: endLine ?? line, column: end))
  }

  private func console(_ text: String, _ range: SourceRange) -> String {
    DiagnosticFormat.console(colour: false).text([Diagnostic("RP0203", "m", at: range)], files: file(text))
  }

  @Test func excerptWithNotes() {
    let diagnostic = Diagnostic(
      "RP0301", "label 'fig-a' is given twice", at: range(3, 8, 13), notes: [.init("first given here", range: range(1, 8, 13)), .init("labels are unique")])
    #expect(DiagnosticFormat.console(colour: false).text([diagnostic], files: file("label: fig-a\n\nlabel: fig-a\n")) == """
      n.md:3:8: error[RP0301]: label 'fig-a' is given twice
          3 | label: fig-a
            |        ^~~~~
        n.md:1:8: note: first given here
          1 | label: fig-a
            |        ^~~~~
        note: labels are unique

      """)
  }

  @Test func caretStandsUnderWideCombiningAndTabs() {
    #expect(console("漢字: x", range(1, 9, 10)).hasSuffix("    1 | 漢字: x\n      |       ^\n"))
    #expect(console("e\u{301}: x", range(1, 6, 7)).hasSuffix("    1 | e\u{301}: x\n      |    ^\n"))
    #expect(console("\tx", range(1, 2, 3)).hasSuffix("    1 |     x\n      |     ^\n"))
    #expect(console("a\tx", range(1, 1, 4)).hasSuffix("    1 | a   x\n      | ^~~~~\n"))
    #expect(console("x 👩‍🔬 y", range(1, 15, 16)).contains("|"))
  }

  @Test func rangesOverSeveralLinesAndAtTheEnd() {
    #expect(console("abc\ndef", range(1, 2, 2, endLine: 2)).hasSuffix("    1 | abc\n      |  ^~\n"))
    #expect(console("abc", range(1, 4, 4)).hasSuffix("    1 | abc\n      |    ^\n"))
    #expect(console("abc", range(9, 1, 2)) == "n.md:9:1: error[RP0203]: m\n")
    #expect(console("", range(1, 1, 1)).hasSuffix("    1 |\n      | ^\n"))
  }

  @Test func longLinesAreShownThroughAWindow() throws {
    let text = String(repeating: "a", count: 500) + "HERE" + String(repeating: "b", count: 500)
    let lines = console(text, range(1, 501, 505)).split(separator: "\n")
    #expect(lines[1].count < 115 && lines[1].contains("…aaa") && lines[1].hasSuffix("b…"))
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(Array(lines[1])[column...].prefix(4) == ["H", "E", "R", "E"])
    #expect(lines[2].hasSuffix("^~~~"))
  }

  /// A notebook from a stranger cannot send commands to the terminal.
  @Test func controlCharactersAreNotPrinted() {
    let text = console("a\u{1B}[31mred\u{7}\u{202E}x", range(1, 1, 2))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{7}") && !text.contains("\u{202E}"))
    let message = DiagnosticFormat.console(colour: false).text([Diagnostic("RP0001", "x\u{1B}]0;y", at: nil)])
    #expect(message == "error[RP0001]: x\u{FFFD}]0;y\n")
  }

  @Test func colours() {
    let text = DiagnosticFormat.console(colour: true).text([Diagnostic("RP0103", .warning, "m", at: range(1, 1, 2))], files: file("x"))
    #expect(text.contains("\u{1B}[1;33mwarning[RP0103]:\u{1B}[0m"))
  }

  @Test func orderedByFileLineColumn() {
    let all = [
      Diagnostic("RP0002", "b", at: range(2, 1, 2)), Diagnostic("RP0001", "c", at: range(1, 5, 6)), Diagnostic("RP0003", "a", at: range(9, 1, 1, file: "a.md")),
      Diagnostic("RP0004", "d", at: range(1, 5, 6)), Diagnostic("RP0005", "e"),
    ]
    #expect(DiagnosticFormat.inOrder(all).map(\.message) == ["e", "a", "c", "d", "b"])
  }

  @Test func githubCommands() {
    let diagnostics = [
      Diagnostic("RP0203", "100% of\nit", at: range(1, 4, 6), notes: [.init("see, here:", range: range(2, 1, 2))]),
      Diagnostic("RP0103", .warning, "w", at: range(1, 1, 1, endLine: 2, file: "a:b,c.md")), Diagnostic("RP0001", .note, "n"),
    ]
    #expect(DiagnosticFormat.github.text(diagnostics, files: file("é x\n")) == """
      ::notice title=RP0001::n
      ::warning file=a%3Ab%2Cc.md,line=1,endLine=2,title=RP0103::w
      ::error file=n.md,line=1,endLine=1,col=3,endColumn=5,title=RP0203::100%25 of%0Ait%0Anote: n.md:2:1: see, here:

      """)
  }

  @Test func jsonObjects() throws {
    let text = DiagnosticFormat.json.text([Diagnostic("RP0203", "a \"b\"\n", at: range(1, 2, 3), notes: [.init("n")])])
    #expect(text == """
      [
        {"code": "RP0203", "severity": "error", "message": "a \\"b\\"\\n", "file": "n.md", "line": 1, "column": 2, "endLine": 1, "endColumn": 3, "notes": [{"message": "n"}]}
      ]

      """)
    #expect(DiagnosticFormat.json.text([]) == "[]\n")
    _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  @Test func sarifLog() throws {
    let diagnostics = [
      Diagnostic("RP0301", "m", at: range(1, 4, 5), notes: [.init("there", range: range(1, 1, 2)), .init("more")]), Diagnostic("RP0103", .warning, "w", at: range(1, 1, 2, file: "a b.md")),
    ]
    let text = DiagnosticFormat.sarif.text(diagnostics, files: file("é x"))
    let log = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == ["RP0103", "RP0301"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, 1])
    #expect((results[1]["message"] as? [String: Any])?["text"] as? String == "m\nmore")
    #expect(text.contains("\"uri\": \"a%20b.md\""))
    #expect(text.contains("\"startLine\": 1, \"startColumn\": 3, \"endLine\": 1, \"endColumn\": 4"))
    _ = try JSONSerialization.jsonObject(with: Data(DiagnosticFormat.sarif.text([]).utf8))
  }
}
