import Foundation
import TestSupport
import Testing

@testable import Report

@Suite struct CodeHighlighterTests {
  /// The tokens that have a colour, as "kind text".
  private func marked(_ code: String, _ language: CodeLanguage) -> [String] {
    CodeHighlighter.tokens(of: code, in: language).filter { $0.kind != .plain }.map { "\($0.kind.rawValue) \($0.text)" }
  }

  private static let samples: [(CodeLanguage, String)] = [
    (.swift, "/* a /* b */ c */ @Test func f<T>(x: [Int]) -> T { \"a\\(g(\"b\"))c\" } // end\nlet y = 0x1F + 2.5e-3 + 0...3"),
    (.python, "@jit\ndef f(x: int):\n  \"\"\"Doc\n  more\"\"\"\n  return rf'a\\'b' + x @ y # no\n'open"),
    (.yaml, "---\n# c\nlabel: fig-a\ndata: |\n  SELECT a\n  FROM b\n\nscale: {type: log, domain: [1, 1e3]}\nvalue: SELECT x FROM y\n  WHERE z = 'a'\ntext: 'it''s'"),
    (.sql, "--| label: tbl\nSELECT mean(x) AS \"Mean\" FROM runs WHERE a = 'it''s' /* c */ AND b < 1.5e-3"),
    (.shell, "$ make -j2 --out=x \"a $b\" # c\nA=1 B=2 run.sh $(date) | tee 'x' && echo ${A:-b} $1 $"),
    (.json, "{\"a b\" : [1, -2.5e3, true, null, \"x: \\\" y\"]}"),
  ]

  @Test func tokensJoinedAreTheCode() {
    for (language, code) in Self.samples {
      let bytes = Array(code.utf8)
      // Also cut anywhere: an unfinished string or comment must not lose or invent anything.
      for end in 0...bytes.count {
        guard let part = String(validating: bytes[..<end], as: UTF8.self) else { continue }
        #expect(CodeHighlighter.tokens(of: part, in: language).map(\.text).joined() == part, "\(language) \(end)")
      }
    }
  }

  @Test func neighboursDiffer() {
    for (language, code) in Self.samples {
      let tokens = CodeHighlighter.tokens(of: code, in: language)
      for (token, next) in zip(tokens, tokens.dropFirst()) { #expect(token.kind != next.kind) }
      #expect(!tokens.contains { $0.text.isEmpty })
    }
  }

  @Test func swift() {
    #expect(
      marked("@Test func rate(_ x: Double) -> Int { .default + self.if(\"a\\(f(\")\"))b\") + 1_000 } // end", .swift) == [
        "annotation @Test", "keyword func", "function rate", "type Double", "type Int", "keyword self", "function if",
        "string \"a\\(f(\")\"))b\"", "number 1_000", "comment // end",
      ])
    #expect(marked("/* a /* b */ c */ x", .swift) == ["comment /* a /* b */ c */"])
    #expect(marked("0...3", .swift) == ["number 0", "number 3"])
    #expect(marked("#\"a\\\"# + \"\"\"\n\"b\"\n\"\"\"", .swift) == ["string #\"a\\\"#", "string \"\"\"\n\"b\"\n\"\"\""])
  }

  @Test func python() {
    #expect(
      marked("@jit\ndef f(x: int): return rf'\\'' + A @ b # no", .python) == [
        "annotation @jit", "keyword def", "function f", "type int", "keyword return", "string rf'\\''", "type A", "comment # no",
      ])
    #expect(marked("'open\nnot", .python) == ["string 'open", "keyword not"])
  }

  @Test func sql() {
    #expect(
      marked("select Mean(x) AS \"In\" FROM t WHERE a = 'it''s' -- c", .sql) == [
        "keyword select", "function Mean", "keyword AS", "keyword FROM", "keyword WHERE", "string 'it''s'", "comment -- c",
      ])
  }

  @Test func json() {
    #expect(marked("{\"a b\" : [-2.5e3, true, \"x: y\"]}", .json) == ["property \"a b\"", "number 2.5e3", "keyword true", "string \"x: y\""])
  }

  @Test func yaml() {
    #expect(
      marked("label: fig-a # c\nx: {type: log, domain: [1, 1e3]}\n- 'it''s': true\nurl: https://a.b/#c", .yaml) == [
        "property label", "comment # c", "property x", "property type", "property domain", "number 1", "number 1e3",
        "property 'it''s'", "keyword true", "property url",
      ])
    #expect(marked("text: |\n  two\n\n  lines\nnext: 1", .yaml) == ["property text", "string \n  two\n\n  lines", "property next", "number 1"])
  }

  @Test func queriesInYAMLAreSQL() {
    let expected = ["property data", "keyword SELECT", "keyword FROM", "keyword WHERE", "property mark"]
    #expect(marked("data: SELECT a FROM b\n  WHERE c\nmark: line", .yaml) == expected)
    #expect(marked("data: >\n  SELECT a FROM b\n  WHERE c\nmark: line", .yaml) == ["property data", "keyword SELECT", "keyword FROM", "keyword WHERE", "property mark"])
  }

  @Test func shell() {
    #expect(
      marked("$ make -j2 x-y \"a b\" # c\nA=1 run.sh $(date) | tee ${A:-b} && if", .shell) == [
        "variable $", "function make", "property -j2", "string \"a b\"", "comment # c", "variable A", "function run.sh", "variable $(",
        "function date", "function tee", "variable ${A:-b}", "keyword if",
      ])
  }

  @Test func anUnknownLanguageStaysPlain() {
    #expect(CodeHighlighter.tokens(of: CodeListing(language: "haskell", text: "main = 1")) == [CodeToken(.plain, "main = 1")])
    #expect(CodeHighlighter.tokens(of: CodeListing(language: "", text: "")).isEmpty)
    #expect(CodeLanguage(named: "py") == .python)
  }

  @Test func anOptionFoldsAListing() {
    #expect(CodeListing(language: "python", fence: "#| code: folded\nx = 1\n") == CodeListing(language: "python", text: "x = 1\n", isFolded: true))
    #expect(CodeListing(language: "swift", fence: "//| code: folded") == CodeListing(language: "swift", text: "", isFolded: true))
    #expect(CodeListing(language: "sql", fence: "--| label: a\nb") == CodeListing(language: "sql", text: "--| label: a\nb"))
  }

  /// Contrast after WCAG 2.2 against the tints that pages set listings on.
  @Test func coloursCanBeRead() {
    for kind in CodeToken.Kind.allCases {
      if let color = CodePalette.light(kind) { #expect(Contrast.ratio(color.hex, "#f1f3f5") >= 4.5, "\(kind) light") }
      if let color = CodePalette.dark(kind) { #expect(Contrast.ratio(color.hex, "#262b31") >= 4.5, "\(kind) dark") }
    }
  }
}
