import Diagnostics
import Execution
import Experiments
import Foundation
import Notebook
import Tables
import Testing
import Typography

@testable import Report

/// Notebooks resolved against tables that are given, without running anything.
@Suite struct ReportBuilderTests {
  private let experiment = "```{experiment} p/e\nlabel: runs\n```\n"

  private func build(_ text: String, fails: Bool = false, directory: String = "/nonexistent") throws -> Report {
    let notebook = NotebookParser.parse(source: SourceFile(path: "n.md", text: "---\ntitle: T\n---\n\n" + text))
    let table = Table([Column("seed", [0, 1, 2]), Column("x", [1.0, 2, 3]), Column("y", [0.5, .nan, 0.25]), Column("name", ["a", "b", "c"])])
    let result = ResultTable(name: "runs", summary: "", table: table, columns: [])
    let failure = JobFailure(reason: .timedOut(seconds: 2), seed: 1, point: [], lastLines: ["last words"])
    let outcome = ExperimentOutcome(
      label: "runs", experiment: "p/e", summary: "S.", scale: .quick, parameters: [], sweeps: [], seeds: [0, 1, 2],
      range: SourceRange(file: "n.md", line: 1), state: fails ? .failed([failure], tables: []) : .succeeded(tables: [result]),
      jobCount: 3, cachedJobCount: 0, seconds: 0)
    let execution = ExecutionResult(outcomes: [outcome], diagnostics: [], statistics: ExecutionStatistics())
    return try ReportBuilder(
      notebook: notebook, execution: execution, fonts: FontLibrary(), options: .init(slug: "n", directory: directory)).build()
  }

  private func claim(_ sql: String, _ expect: String, _ extra: String = "") -> String {
    experiment + "\n```{claim}\ntext: It holds.\nvalue: \(sql)\nexpect: \"\(expect)\"\n\(extra)```\n"
  }

  @Test func whatIsComputedNamesItsExperiments() throws {
    let table = "\n```{sql}\n--| label: tbl-a\n--| caption: A.\nSELECT x FROM runs\n```\n\n```{sql}\n--| label: tbl-b\n--| caption: B.\nSELECT 1 AS runs\n```\n"
    let report = try build(claim("SELECT x FROM Runs", "> 0", "label: clm-a\n") + table)
    #expect(report.origins == ["clm-a": ["runs"], "tbl-a": ["runs"]])
  }

  // MARK: - Claims

  @Test func aClaimIsJudged() throws {
    let report = try build(claim("SELECT x FROM runs", "in [-10, 10]"))
    let claim = try #require(report.claims.first)
    #expect(claim.verdict == .supported)
    #expect(claim.measured.plainText == "2 (95 % CI −0.484 to 4.48, n\u{A0}=\u{A0}3)")
    #expect(claim.expectation.plainText == "in [−10, 10]")
    #expect(report.diagnostics.isEmpty)
  }

  private static let faultyClaims: [(String, String, String)] = [
    ("SELECT x FROM runs WHERE x > 9", "RP1001", "the claim's query gives no row: nothing was measured"),
    ("SELECT y FROM runs", "RP1002", "the claim's query gives a missing value (NULL or NaN) in row 2 of 3"),
    ("SELECT NULL", "RP1002", "the claim's query gives a missing value (NULL or NaN) in row 1 of 1"),
    ("SELECT x, y FROM runs", "RP1003", "the claim's query gives 2 columns; expected one, with one row a replicate"),
    ("SELECT name FROM runs", "RP1004", "the claim's query gives text ('a'); expected a number"),
    ("SELECT xx FROM runs", "RP0604", "unknown column 'xx'; did you mean 'x'?"),
    ("SELECT x FROM runz", "RP0603", "unknown table 'runz'; did you mean 'runs'?"),
  ]

  @Test(arguments: faultyClaims)
  func aClaimWithoutANumberNeverPasses(_ sql: String, _ code: String, _ message: String) throws {
    let report = try build(claim(sql, "< 100"))
    #expect(report.claims.first?.verdict == .faulty)
    #expect(report.diagnostics.map(\.code) == [code])
    #expect(report.diagnostics.map(\.message) == [message])
    #expect(report.diagnostics.first?.range?.start.line == 11)
  }

  @Test func aFaultInSQLPointsAtItsColumn() throws {
    let report = try build(claim("SELECT xx FROM runs", "< 1"))
    #expect(report.diagnostics.first?.range?.start == SourcePosition(line: 11, column: 15))
  }

  // MARK: - Failures

  @Test func whatNeedsAFailedExperimentIsBlocked() throws {
    let text = claim("SELECT x FROM runs", "< 1") + "\n```{sql}\nSELECT * FROM runs\n```\n\nStill here: 1.\n"
    let report = try build(text, fails: true)
    #expect(report.claims.first?.verdict == .blocked)
    var kinds: [FailureBlock.Kind] = []
    for case .failure(let block) in report.blocks { kinds.append(block.kind) }
    #expect(kinds == [.failed, .blocked])
    guard case .failure(let box)? = report.blocks.first else {
      Issue.record("no box")
      return
    }
    #expect(box.messages.last == "it did not finish within 2 s and was stopped (seed 1)")
    #expect(box.excerpt == ["last words"])
    #expect(report.blocks.contains { if case .paragraph(let text) = $0 { text.plainText == "Still here: 1." } else { false } })
    #expect(report.diagnostics.isEmpty)
  }

  // MARK: - Values, tables, references

  @Test func inlineValuesArePrinted() throws {
    let report = try build(experiment + "\nThe largest is `{sql} SELECT max(x) FROM runs | .2f` of `{sql} SELECT count(*) FROM runs`.\n")
    guard case .paragraph(let text) = report.blocks[1] else {
      Issue.record("no paragraph")
      return
    }
    #expect(text.plainText == "The largest is 3.00 of 3.")
  }

  private static let faultyValues: [(String, String)] = [
    ("SELECT x FROM runs", "RP0621"), ("SELECT NULL", "RP0622"), ("SELECT 1 | zz", "RP0623"), ("SELECT foo", "RP0604"),
  ]

  @Test(arguments: faultyValues)
  func faultyInlineValuesAreErrors(_ sql: String, _ code: String) throws {
    #expect(try build(experiment + "\nA `{sql} \(sql)`.\n").diagnostics.map(\.code) == [code])
  }

  @Test func tablesAreFormatted() throws {
    let report = try build(experiment + "\n```{sql}\n--| label: tbl-a\n--| caption: C.\n--| format: {m: \".1f\", e: \".2e\"}\nSELECT avg(x) AS m, 0.000123 AS e, 'k' AS name\n FROM runs\n```\n\nSee @tbl-a.\n")
    guard case .table(let table) = report.blocks[1], case .paragraph(let text) = report.blocks[2] else {
      Issue.record("no table")
      return
    }
    #expect(table.name == "Table 1")
    #expect(table.rows.first?.map(\.plainText) == ["2.0", "1.23\u{2009}×\u{2009}10−4", "k"])
    #expect(table.alignments == [.right, .right, .left])
    #expect(text.plainText == "See Table\u{A0}1.")
  }

  @Test func sectionsEquationsAndClaimsAreNumbered() throws {
    let report = try build("## A {#sec-a}\n\n### B {#sec-b}\n\n## C\n\n$$\nx\n$$ {#eq-x}\n\n@sec-b, @eq-x.\n")
    #expect(report.outline.map(\.number) == ["1", "1.1", "2"])
    guard case .paragraph(let text)? = report.blocks.last else {
      Issue.record("no paragraph")
      return
    }
    #expect(text.plainText == "Section\u{A0}1.1, Equation\u{A0}(1).")
  }

  @Test(arguments: [
    ("## A\n\n#### B\n\n### C\n\n#### D\n\n## E\n", ["1", "1.1", "1.2", "1.2.1", "2"], [1, 2, 2, 3, 1]),
    ("## A\n\n##### B\n\n###### C\n\n##### D\n", ["1", "1.1", "1.1.1", "1.2"], [1, 2, 3, 2]),
    ("# A\n\n### B\n\n## C\n\n### D\n", ["1", "1.1", "1.2", "1.2.1"], [1, 2, 2, 3]),
    ("#### A\n\n## B\n", ["0.1", "1"], [2, 1]),
  ])
  func aLevelThatIsSkippedDoesNotCount(_ text: String, _ numbers: [String], _ levels: [Int]) throws {
    let report = try build(text)
    #expect(report.outline.map(\.number) == numbers)
    #expect(report.outline.map(\.level) == levels)
  }

  @Test func formulasWithUnknownCommandsPointAtTheColumn() throws {
    let report = try build("Text $\\alhpa + 1$.\n")
    let fault = try #require(report.diagnostics.first)
    #expect(fault.code.hasPrefix("RP08"))
    #expect(fault.range?.start == SourcePosition(line: 5, column: 7))
    #expect(fault.message.contains("alpha"))
  }

  @Test func citationsWithoutBibliographyAreErrors() throws {
    #expect(try build("As in [@key].\n").diagnostics.map(\.code) == ["RP0310"])
  }

  @Test func citationsResolveAndUnknownKeysNameTheNearest() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reprise-report-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try "@article{berthier20, author={A B and C D and E F}, title={T}, journal={J}, year=2020}".write(to: folder.appendingPathComponent("r.bib"), atomically: true, encoding: .utf8)
    let source = "---\ntitle: T\nbibliography: r.bib\n---\nBy [@berthier20, p. 3] and @bertier20.\n"
    let notebook = NotebookParser.parse(source: SourceFile(path: "n.md", text: source))
    let execution = ExecutionResult(outcomes: [], diagnostics: [], statistics: ExecutionStatistics())
    let report = try ReportBuilder(notebook: notebook, execution: execution, fonts: FontLibrary(), options: .init(slug: "n", directory: folder.path)).build()
    guard case .paragraph(let text)? = report.blocks.first else {
      Issue.record("no paragraph")
      return
    }
    #expect(text.plainText == "By (B et\u{A0}al., 2020, p. 3) and @bertier20.")
    #expect(report.diagnostics.map(\.message) == ["unknown citation key 'bertier20'; did you mean 'berthier20'?"])
    #expect(report.bibliography.first?.content.plainText == "B, A., D, C. and F, E. (2020). T. J. ")
  }

  @Test func filesOutsideTheFolderAreNeverRead() {
    let files = NotebookFiles(directory: "/etc")
    for path in ["/etc/passwd", "../etc/passwd", "~/x", "a/../../b"] {
      #expect(throws: NotebookFiles.Failure.outside) { try files.read(path) }
    }
    #expect(throws: NotebookFiles.Failure.missing) { try files.read("no-such-file") }
  }
}
