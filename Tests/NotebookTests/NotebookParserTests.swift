import Diagnostics
import Testing

@testable import Notebook
@testable import YAMLDocuments

func parseNotebook(_ text: String) -> Notebook { NotebookParser.parse(source: SourceFile(path: "n.md", text: text)) }

func describe(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.code) \($0.message)" }
}

@Suite struct NotebookParserTests {
  @Test func chartsMayShowTheirSource() throws {
    for (line, expected) in [("source: true\n", true), ("", false)] {
      let notebook = NotebookParser.parse(source: SourceFile(path: "n.md", text: "```{chart}\nlabel: fig-a\n\(line)mark: point\n```\n"))
      guard case .chart(let chart)? = notebook.blocks.first?.kind else { Issue.record("no chart"); continue }
      #expect(chart.showsSource == expected && chart.spec["source"] == nil)
    }
  }

  // MARK: Abstract

  @Test func anAbstractRefersToFootnotes() throws {
    let notebook = parseNotebook(
      """
      ---
      title: T
      abstract: |
        One[^a], *two[^b]* and[^own] none[^c].

        [^own]: Its own.
      ---

      Text[^b].

      [^a]: Only the abstract's; see @fig-x.
      [^b]: Of both.
      """)
    #expect(describe(notebook.diagnostics) == ["4:31 RP0307 the footnote '[^c]' is not defined", "11:36 RP0305 no figure has the label 'fig-x'"])
    #expect(Set(notebook.footnotes.map(\.name)) == ["a", "b", "own"])
    guard case .paragraph(let content)? = notebook.frontMatter.abstract?.first?.kind else { return #expect(Bool(false)) }
    let names = content.flatMap { $0.content.isEmpty ? [$0] : $0.content }.compactMap { inline -> String? in
      if case .footnoteReference(let name) = inline.kind { name } else { nil }
    }
    #expect(names == ["a", "b", "own"])
    #expect(content[1].range.start.column == 6 && content[1].range.end.column == 10)
  }

  // MARK: Bytes

  @Test func invalidUTF8IsReplacedAndReported() {
    let bytes = Array("# A\n\nabc ".utf8) + [0xFF, 0x62, 0xC3] + Array("\nd".utf8)
    let notebook = NotebookParser.parse(source: SourceFile(path: "n.md", bytes: bytes))
    #expect(describe(notebook.diagnostics) == ["3:5 RP0001 the byte 0xFF is not UTF-8"])
    #expect(notebook.diagnostics.first?.notes.map(\.message) == ["2 such bytes in the file; each is shown as U+FFFD"])
    guard case .paragraph(let content) = notebook.blocks[1].kind else { return #expect(Bool(false)) }
    #expect(content.first?.kind == .text("abc \u{FFFD}b\u{FFFD}"))
  }

  @Test func nulBytesAndLoneCarriageReturns() {
    let notebook = parseNotebook("a\u{0}b\rc\n\nd")
    #expect(
      describe(notebook.diagnostics) == [
        "1:2 RP0002 a NUL byte stands here; it is shown as U+FFFD",
        "1:6 RP0004 a carriage return without a line feed is read as a space, not as a line end",
      ])
    #expect(notebook.blocks.count == 2)
  }

  @Test func emptyFiles() {
    for text in ["", " \n\n"] { #expect(describe(parseNotebook(text).diagnostics) == ["1:1 RP0003 the file is empty"]) }
  }

  @Test func byteOrderMarkAndWindowsLineEnds() {
    let text = "---\ntitle: A\n---\n\n# B {#sec-b}\n\n$$\nx\n$$ {#eq-a}\n\n```{sql}\n--| label: tbl-a\nSELECT 1\n```\n\nSee @eq-a\nand @tbl-a.\n"
    let unix = parseNotebook(text)
    var windows = NotebookParser.parse(source: SourceFile(path: "n.md", text: "\u{FEFF}" + text.replacing("\n", with: "\r\n")))
    #expect(unix.diagnostics.isEmpty && windows.diagnostics.isEmpty)
    windows.source = unix.source
    #expect(NotebookDump.text(windows).replacing("\\r", with: "") == NotebookDump.text(unix))
  }

  // MARK: Project-wide defaults

  @Test func defaultsAreLaidUnderTheFrontMatter() {
    let file = SourceFile(path: "reprise.yaml", text: "author: Ada\nlang: de\nscale: quick\nformat: {html: {toc: false}, pdf: {paper-size: letter}}\n")
    let (defaults, diagnostics) = ProjectDefaults.parse(file)
    #expect(diagnostics.isEmpty)
    let source = SourceFile(path: "n.md", text: "---\ntitle: T\nlang: en\nformat: {html: {code-fold: false}}\n---\nx\n")
    let matter = NotebookParser.parse(source: source, defaults: defaults).frontMatter
    #expect(matter.title == "T" && matter.lang == "en" && matter.scale == "quick" && matter.authors.map(\.name) == ["Ada"])
    #expect(!matter.html.toc && !matter.html.codeFold && matter.pdf.paperSize == .letter)
  }

  @Test func unknownDefaultsAreReportedInTheirFileOnly() {
    let file = SourceFile(path: "reprise.yaml", text: "lang: de\nscael: quick\n")
    let (defaults, diagnostics) = ProjectDefaults.parse(file)
    #expect(describe(diagnostics) == ["2:1 RP0110 unknown key 'scael' in the front matter; did you mean 'scale'?"])
    #expect(diagnostics.first?.range?.file == "reprise.yaml")
    #expect(NotebookParser.parse(source: SourceFile(path: "n.md", text: "x"), defaults: defaults).diagnostics.isEmpty)
  }

  // MARK: Citations and mathematics

  @Test(arguments: [
    ("me@example.org", 0), ("\\@key", 0), ("`@key`", 0), ("a@b", 0), ("@", 0), ("@ key", 0), ("x @key.", 1), ("(@key)", 1),
    ("[@a; @b]", 1), ("[see @a, p. 4; @b]", 1), ("[-@a]", 1), ("[@a](https://x.org)", 1), ("[no key]", 0), ("@a and @b", 2),
    ("**@a**", 1), ("$@a$", 0),
  ])
  func citations(text: String, count: Int) {
    var found = 0
    func visit(_ inlines: [Inline]) {
      for inline in inlines {
        if case .citation = inline.kind { found += 1 }
        visit(inline.content)
      }
    }
    for block in parseNotebook(text).blocks { block.forEachInlines(visit) }
    #expect(found == count, "\(text)")
  }

  @Test func citationGroupsKeepPrefixLocatorAndPlace() throws {
    let notebook = parseNotebook("As [see *e.g.* @smith_2020a, pp. 3--4; -@doe:99, $x$].")
    guard case .paragraph(let content) = notebook.blocks[0].kind, case .citation(let citation) = content[1].kind else {
      return #expect(Bool(false), "\(NotebookDump.text(notebook))")
    }
    #expect(citation.items.map(\.key) == ["smith_2020a", "doe:99"])
    #expect(citation.items.map(\.prefix) == ["see e.g.", ""])
    #expect(citation.items.map(\.locator) == ["pp. 3--4", "$x$"])
    #expect(citation.items.map(\.suppressesAuthor) == [false, true])
    #expect(!citation.isInText)
    #expect(content[1].range.start.column == 4 && content[1].range.end.column == 54)
  }

  @Test(arguments: [
    ("$x$", ["x"]), ("$ x$", []), ("$x $", []), ("$5 and $6", []), ("$x$5", []), ("\\$x$", []), ("$a\\$b$", ["a\\$b"]),
    ("`$x$`", []), ("$a_1$ and $b_2$", ["a_1", "b_2"]), ("in $$x$$ text", ["x"]), ("$x `y$ z`", []), ("$\\{x\\}$", ["\\{x\\}"]),
  ])
  func dollars(text: String, expected: [String]) {
    var found: [String] = []
    for block in parseNotebook(text).blocks {
      block.forEachInlines { for inline in $0 { if case .math(let tex, _) = inline.kind { found.append(tex) } } }
    }
    #expect(found == expected, "\(text)")
  }

  @Test func displayEquationsInQuotesAndLists() {
    let notebook = parseNotebook("> $$\n> a\n> = b\n> $$ {#eq-a}\n\n- $$\n  c \\\\\n  - d\n  $$\n\n$$x\n+ y$$\n")
    let text = NotebookDump.text(notebook)
    #expect(notebook.diagnostics.isEmpty, "\(text)")
    #expect(text.contains("equation #eq-a \"a\\n= b\"  @1:3-4:13"))
    #expect(text.contains("equation \"c \\\\\\n- d\"  @6:3-9:5"))
    #expect(text.contains("equation \"x\\n+ y\"  @11:1-12:6"))
  }

  @Test func fencesHideDollars() {
    let notebook = parseNotebook("````markdown\n```{chart}\n$$\n```\n````\n\n```math\n\\int\n```\n")
    #expect(notebook.diagnostics.isEmpty)
    #expect(notebook.blocks.count == 2)
    guard case .codeBlock("markdown", "```{chart}\n$$\n```\n") = notebook.blocks[0].kind else { return #expect(Bool(false)) }
    guard case .equation(let equation) = notebook.blocks[1].kind else { return #expect(Bool(false)) }
    #expect(equation.tex == "\\int")
  }

  @Test func codeInCaptionsHasItsBackticksInItsPlace() {
    let notebook = parseNotebook("```{chart}\nlabel: fig-a\ncaption: Mode `pde` and $x$.\nmark: line\n```\n")
    #expect(NotebookDump.text(notebook).contains("code \"pde\"  @3:15-20"))
  }

  // MARK: Tables, images, callouts

  @Test func captionsOfTablesBeforeAndAfter() {
    let table = "| a |\n|---|\n| 1 |\n"
    for text in ["\(table): C {#tbl-a}\n", "\(table)\n: C {#tbl-a}\n", ": C {#tbl-a}\n\n\(table)"] {
      let notebook = parseNotebook("Text.\n\n\(text)\nMore.")
      #expect(notebook.blocks.count == 3, "\(text)")
      guard case .table(let found) = notebook.blocks[1].kind else { return #expect(Bool(false), "\(text)") }
      #expect(PlainText.of(found.caption) == "C" && found.label?.name == "tbl-a" && found.rows.count == 1, "\(text)")
    }
  }

  @Test func calloutsOfAllKinds() {
    for kind in Callout.Kind.allCases {
      let notebook = parseNotebook("> [!\(kind.rawValue.uppercased())]\n> Text\n")
      guard case .callout(let callout) = notebook.blocks[0].kind else { return #expect(Bool(false)) }
      #expect(callout.kind == kind && callout.blocks.count == 1)
    }
    guard case .blockQuote = parseNotebook("> [!OTHER]\n> Text\n").blocks[0].kind else { return #expect(Bool(false)) }
  }

  @Test func rawHTMLIsKeptAsWritten() {
    let notebook = parseNotebook("<script>\nalert(1)\n</script>\n")
    #expect(notebook.diagnostics.isEmpty)
    #expect(notebook.blocks.map(\.kind) == [.html("<script>\nalert(1)\n</script>\n")])
    #expect(notebook.blocks[0].range.end == SourcePosition(line: 3, column: 10))
  }

  @Test func pathsMayClimbInsideTheFolder() {
    #expect(parseNotebook("![A](figures/../plot.svg)").diagnostics.isEmpty)
    for path in ["../x.png", "a/../../x.png", "/x.png", "~/x.png", "C:\\x.png", "file:///x.png", "data:image/png;base64,AA", "..\\x.png"] {
      let problem = PathCheck.problem(with: path, of: "image", at: SourceRange(file: "n", line: 1))
      #expect(problem?.code == "RP0005", "\(path)")
    }
  }

  @Test(arguments: [
    ("SELECT 1", "SELECT 1", nil), ("SELECT 1 | .3f", "SELECT 1", ".3f"), ("SELECT a || b FROM t", "SELECT a || b FROM t", nil),
    ("SELECT a || '|' | d", "SELECT a || '|'", "d"), ("SELECT '|'", "SELECT '|'", nil), ("SELECT 1 | ", "SELECT 1", nil),
  ] as [(String, String, String?)])
  func inlineQueries(text: String, sql: String, format: String?) {
    guard case .query(let found, let shown)? = InlineQuery.parse("{sql} \(text)") else { return #expect(Bool(false), "\(text)") }
    #expect(found == sql && shown == format)
  }

  // MARK: Expectations and quantities

  @Test func expectations() throws {
    #expect(try Expectation.parse("in [-1.1, -0.9]") == .within(-1.1, -0.9))
    #expect(try Expectation.parse("in[0,1]") == .within(0, 1))
    #expect(try Expectation.parse("< 2") == .less(2))
    #expect(try Expectation.parse("<=1e-3") == .lessOrEqual(1e-3))
    #expect(try Expectation.parse("≤ −1") == .lessOrEqual(-1))
    #expect(try Expectation.parse("> -.5") == .greater(-0.5))
    #expect(try Expectation.parse("≥ 0") == .greaterOrEqual(0))
    #expect(try Expectation.parse("= 3 ± 0.1") == .equal(3, tolerance: 0.1))
    #expect(try Expectation.parse("= 3 +- 0.1") == .equal(3, tolerance: 0.1))
    #expect(try Expectation.parse("= 3+/-0") == .equal(3, tolerance: 0))
    #expect(try Expectation.parse(" true ") == .isTrue)
    for text in ["", "in [1, 2", "in 1", "< ", "< x", "= 3", "= 3 ± -1", "> 1 2", "in [2, 1]", "< inf", "< nan", "true!"] {
      #expect(throws: ExpectationProblem.self, "\(text)") { try Expectation.parse(text) }
    }
  }

  @Test func quantities() {
    #expect(Quantity.seconds("60s") == 60)
    #expect(Quantity.seconds("500ms") == 0.5)
    #expect(Quantity.seconds("1.5 min") == 90)
    #expect(Quantity.seconds("2h") == 7200)
    #expect(Quantity.bytes("2GB") == 2_000_000_000)
    #expect(Quantity.bytes("1KiB") == 1024)
    for text in ["60", "s", "-1s", "1d", "", "0s", "1e3s"] { #expect(Quantity.seconds(text) == nil, "\(text)") }
    for text in ["2", "GB", "0GB", "99999999TB"] { #expect(Quantity.bytes(text) == nil, "\(text)") }
  }
}
