import Diagnostics
import Testing

@testable import YAMLDocuments

@Suite struct YAMLDocumentTests {
  private func parse(_ text: String) -> (YAMLNode?, [Diagnostic]) { YAMLDocument.parse(SourceFile(path: "a.yaml", text: text)) }

  private func place(_ range: SourceRange?) -> String {
    range.map { "\($0.start.line):\($0.start.column)-\($0.end.line):\($0.end.column)" } ?? "nil"
  }

  // MARK: Values

  @Test func scalarsByTheCoreSchema() throws {
    let (root, diagnostics) = parse("""
      y: no
      a: 1e-4
      b: "1"
      c: 0x1F
      d: ~
      e: .inf
      f: True
      g: |
        two
        lines
      h: >-
        folded
        text
      """)
    #expect(diagnostics.isEmpty)
    let node = try #require(root)
    #expect(node["y"]?.string == "no")
    #expect(node["a"]?.number == 1e-4)
    #expect(node["b"]?.string == "1")
    #expect(node["b"]?.integer == nil)
    #expect(node["c"]?.integer == 31)
    #expect(node["d"]?.isNull == true)
    #expect(node["e"]?.number == .infinity)
    #expect(node["f"]?.bool == true)
    #expect(node["g"]?.text == "two\nlines\n")
    #expect(node["h"]?.text == "folded text")
  }

  @Test func jsonIsAccepted() throws {
    let (root, diagnostics) = parse("{\"a\": [1, 2.5, \"x\\u00e9\", true, null], \"b\": {}}")
    #expect(diagnostics.isEmpty)
    let elements = try #require(root?["a"]?.elements)
    #expect(elements.map(\.text) == ["1", "2.5", "xé", "true", "null"])
    #expect(root?["b"]?.entries?.isEmpty == true)
  }

  @Test func emptyTextsHaveNoRoot() {
    for text in ["", "\n\n", "# only a comment\n"] {
      let (root, diagnostics) = parse(text)
      #expect(root == nil && diagnostics.isEmpty, "\(text)")
    }
  }

  // MARK: Places

  @Test func placesCountBytesAndEndWithTheLastValue() throws {
    let (root, _) = parse("ä: 'é'\nlist:\n  - α β\n  - {x: 1}\n\n\nend: x\n")
    let node = try #require(root)
    let entries = try #require(node.entries)
    #expect(place(entries[0].keyRange) == "1:1-1:3")
    #expect(place(entries[0].value.range) == "1:5-1:9")
    #expect(place(entries[1].value.range) == "3:3-4:11")
    #expect(place(entries[1].value.elements?[0].range) == "3:5-3:10")
    #expect(place(node.range) == "1:1-7:7")
  }

  @Test func placesAreThoseOfTheSurroundingFile() throws {
    let body = "label: x\nrows: [1,\n 2]\n"
    let origins = [SourcePosition(line: 10, column: 5), SourcePosition(line: 11, column: 3), SourcePosition(line: 12, column: 7)]
    let (root, _) = YAMLDocument.parse(YAMLText(path: "n.md", bytes: Array(body.utf8), origins: origins))
    let node = try #require(root)
    #expect(place(node["label"]?.range) == "10:12-10:13")
    #expect(place(node["rows"]?.range) == "11:9-12:10")
    #expect(place(node["rows"]?.elements?[1].range) == "12:8-12:9")
  }

  @Test func windowsLineEnds() throws {
    let (root, diagnostics) = parse("a: 1\r\nb: 'é x'\r\nc: 2\r\n")
    #expect(diagnostics.isEmpty)
    #expect(place(root?["b"]?.range) == "2:4-2:10")
    #expect(place(root?["c"]?.range) == "3:4-3:5")
    #expect(root?["a"]?.integer == 1)
  }

  /// Every scalar on one line without escapes: its place in the file holds its text.
  @Test func placesHoldTheirText() throws {
    let text = "é: {α: [βγ, 'δ'], ε: ζ}\nη:\n- ϑι\n- κ: λ\n  μ: νξ ο\n"
    let file = SourceFile(path: "a.yaml", text: text)
    let (root, _) = YAMLDocument.parse(file)
    var count = 0
    func check(_ node: YAMLNode) {
      if let scalar = node.scalar {
        let slice = String(decoding: file.bytes[file.offset(of: node.range.start)..<file.offset(of: node.range.end)], as: UTF8.self)
        #expect(slice == (scalar.isPlain ? scalar.text : "'\(scalar.text)'"))
        count += 1
      }
      for entry in node.entries ?? [] {
        let slice = String(decoding: file.bytes[file.offset(of: entry.keyRange.start)..<file.offset(of: entry.keyRange.end)], as: UTF8.self)
        #expect(slice == entry.key)
        check(entry.value)
      }
      node.elements?.forEach(check)
    }
    check(try #require(root))
    #expect(count == 6)
  }

  // MARK: Limits

  @Test func aliasesStandForTheirNodes() throws {
    let (root, diagnostics) = parse("a: &x {k: [1, 2]}\nb: *x\n")
    #expect(diagnostics.isEmpty)
    #expect(root?["b"]?["k"]?.elements?.count == 2)
    #expect(place(root?["b"]?.range) == "2:4-2:6")
  }

  @Test func billionLaughsAreRefused() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 { text += "a\(level): &a\(level) [" + [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n" }
    let (root, diagnostics) = parse(text)
    #expect(root == nil)
    #expect(diagnostics.map(\.message) == ["aliases stand for more than 100000 values"])
  }

  @Test func anchorInsideItselfIsUnknown() {
    let (_, diagnostics) = parse("a: &x [*x]\n")
    #expect(diagnostics.map(\.code) == ["RP0104"])
    #expect(diagnostics.first?.message == "unknown alias '*x'")
  }

  @Test func depthIsBounded() {
    let deep = String(repeating: "[", count: 100_000)
    let (root, diagnostics) = parse(deep)
    #expect(root == nil)
    #expect(diagnostics.map(\.message) == ["YAML nested deeper than 64 levels"])
    let (flat, none) = parse(String(repeating: "[", count: 64) + String(repeating: "]", count: 64))
    #expect(flat != nil && none.isEmpty)
  }

  @Test func manyKeysAreComparedWithEachOther() {
    let text = (0..<2000).map { "k\($0): 1\n" }.joined() + "k7: 2\n"
    let (root, diagnostics) = parse(text)
    #expect(root?.entries?.count == 2000)
    #expect(diagnostics.map { "\(place($0.range)) \($0.message)" } == ["2001:1-2001:3 key 'k7' is given twice"])
    #expect(place(diagnostics.first?.notes.first?.range) == "8:1-8:3")
  }

  // MARK: Mistakes

  @Test(arguments: [
    ("a: b: c", "1:5", "a value that holds ': ' must be quoted"),
    ("a:\n\tb: 1", "2:1", "a tab cannot indent YAML; use spaces"),
    ("a: \"x", "1:4", "the quote opened here is not closed"),
    ("a: 'x\nb: 1\n", "1:4", "the quote opened here is not closed"),
    ("a: [1, 2\nb: 3", "1:4", "the '[' opened here is not closed"),
    ("a: {b: 1\nc: 3", "1:4", "the '{' opened here is not closed"),
    ("a: \"\\q\"", "1:5", "unknown escape '\\q' between double quotes"),
    ("a: @x", "1:4", "a value cannot begin with '@' unless it is quoted"),
    ("a: `x`", "1:4", "a value cannot begin with '`' unless it is quoted"),
    ("a: - 1", "1:4", "a list of '- ' lines begins on a line of its own; or write [a, b]"),
    ("a: 1\n---\nb: 2", "2:1", "a second YAML document begins here; only one is expected"),
    ("a: !x 1", "1:4", "tags such as '!x' are not used here; quote a text that begins with '!'"),
    ("? [a, b]\n: 1", "1:3", "a key must be a text, found a list"),
    ("a: 1\na: 2", "2:1", "key 'a' is given twice"),
    ("a: #0072B2\n", "1:4", "'#0072B2' is a comment here, as '#' is not quoted"),
    ("a: red #fff\n", "1:8", "'#fff' is a comment here, as '#' is not quoted"),
    ("a: [red, #fff]\n", "1:10", "'#fff' is a comment here, as '#' is not quoted"),
    ("- #0072B2\n", "1:3", "'#0072B2' is a comment here, as '#' is not quoted"),
    ("a: \"$\\tau$\"", "1:6", "'\\tau' begins with the escape '\\t' between double quotes"),
    ("a: \u{1}", "1:4", "the control character U+0001 is not allowed in YAML"),
    ("a: > 3", "1:4", "'>' and '|' begin a text on the following lines; quote a value that begins with one"),
    ("a: \"x\" y", "1:8", "expected the end of the value after the closing quote"),
    ("mark line\ntitle: x", "1:1", "expected 'key: value', found 'mark line' without ': '"),
    ("a: 1\n  b: 2", "2:4", "this key is indented deeper than the line above allows, which has a value already"),
  ])
  func mistakes(text: String, place: String, message: String) {
    let (_, diagnostics) = parse(text)
    let found = diagnostics.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.message)" }
    #expect(found == ["\(place) \(message)"])
  }

  @Test func commentsWithASpaceAreComments() {
    for text in ["a: 1 # two\n", "a: # none\n", "# x\na: 1 #\n", "a: b#c\n", "a: '#0072B2' # fine\n"] {
      #expect(parse(text).1.isEmpty, "\(text)")
    }
  }

  // MARK: Any bytes

  @Test func neverFailsOnMutatedTexts() {
    let seed = Array("a: &x [1, 'two', \"th\\u0072ee\"]\nb: {c: *x, d: |\n  text\n  more\n}\n- e\n? k\n: v # c\n%YAML 1.2\n---\n...\n".utf8)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for round in 0..<3000 {
      var bytes = seed
      for _ in 0...next(4) {
        switch next(4) {
        case 0: bytes[next(bytes.count)] = UInt8(next(256))
        case 1: bytes.remove(at: next(bytes.count))
        case 2: bytes.insert(UInt8(next(256)), at: next(bytes.count))
        default: bytes.removeLast(next(bytes.count / 2))
        }
      }
      let (root, diagnostics) = YAMLDocument.parse(SourceFile(path: "a", bytes: bytes))
      let lines = bytes.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      for diagnostic in diagnostics { #expect((1...lines).contains(diagnostic.range?.start.line ?? 1), "round \(round)") }
      if root == nil { continue }
    }
  }
}
