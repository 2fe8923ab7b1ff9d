import Foundation
import Testing

/// `reprise render` as a user meets it: exit codes, messages, files.
@Suite struct RenderTests {
  private let head = "---\ntitle: T\n---\n\n"

  private func notebook(_ kind: String, _ extra: String = "") -> String {
    """
    ---
    title: Faults
    ---

    Before.

    ```{experiment} test/noise
    label: sound
    ```

    ```{experiment} test/fault
    label: runs
    kind: \(kind)
    \(extra)
    ```

    ```{sql}
    --| label: tbl-blocked
    --| caption: Needs it.
    SELECT * FROM runs
    ```

    ```{claim}
    text: Something is measured.
    value: SELECT count(*) FROM sound
    expect: "> 0"
    ```

    After.
    """
  }

  private static let failures: [(String, String, String)] = [
    ("index", "", "the worker crashed with signal"), ("segmentation", "", "signal 11"), ("error", "", "the loss is infinite at step 3"),
    ("loop", "timeout: 1s", "it did not finish within 1 s and was stopped"), ("memory", "memory: 300MB\nmegabytes: 2000", "of memory"),
    ("exit", "", "exit code 7"),
  ]

  @Test(arguments: failures)
  func aFailingExperimentIsABoxAndTheRestIsIntact(_ kind: String, _ extra: String, _ reason: String) throws {
    let program = try Program("ExecutionTestWorker")
    defer { program.remove() }
    try program.write(notebook(kind, extra), to: "n.md")
    let outcome = try program.run("render", "n.md", "--scale", "quick")
    #expect(outcome.status == 3, "\(outcome.errors)")
    let page = String(decoding: try #require(program.contents("Output/n/index.html")), as: UTF8.self)
    #expect(page.contains("Experiment runs failed"))
    #expect(page.contains(reason), "\(reason)")
    #expect(page.contains("Table 1 is blocked"))
    #expect(page.contains("Before.") && page.contains("After."))
    #expect(page.contains("The claim is supported"))
    #expect(try #require(program.contents("Output/n/n.pdf")).starts(with: Data("%PDF".utf8)))
  }

  private static let faultyNotebooks: [(String, String, String)] = [
    ("---\ntitel: T\n---\nText.\n", "n.md:2:1: error[", "did you mean 'title'?"),
    ("```{chrat}\nx: 1\n```\n", "n.md:1:", "did you mean '{chart}'?"),
    ("```{experiment} test/nose\nlabel: a\n```\n", "n.md:1:17: error[RP0401]", "did you mean 'test/noise'?"),
    ("```{experiment} test/noise\nlabel: a\nfaktor: 2\n```\n", "n.md:3:1: error[RP0402]", "did you mean 'factor'?"),
    ("```{experiment} test/noise\nlabel: a\nfactor: -2\n```\n", "n.md:3:", "must be > 0"),
    ("```{experiment} test/noise\nlabel: a\nn: many\n```\n", "n.md:3:", "expected integer"),
    ("## A {#sec-a}\n\n## B {#sec-a}\n", "n.md:3:", "sec-a"),
    ("See @fig-nothing.\n", "n.md:1:5", "fig-nothing"),
    ("$$\nx\n", "n.md:1:1", "not closed"),
    ("```sql\nx\n", "n.md:1:1", "not closed"),
    ("$\\alhpa$\n", "n.md:1:2", "alpha"),
    ("", "n.md:1:1", "empty"),
    ("![a](../secret.png)\n", "n.md:1:1: error[RP0005]", "leaves the notebook's folder"),
  ]

  @Test(arguments: faultyNotebooks)
  func faultyNotebooksExitWith2AtTheirPlace(_ text: String, _ place: String, _ message: String) throws {
    let program = try Program("ExecutionTestWorker")
    defer { program.remove() }
    try program.write(text, to: "n.md")
    let outcome = try program.run("render", "n.md", "--scale", "quick", "--to", "html")
    #expect(outcome.status == 2, "\(outcome.errors)")
    #expect(outcome.errors.contains(place), "\(outcome.errors)")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
    #expect(program.contents("Output/n/index.html") != nil)
  }

  @Test func invalidUTF8IsTold() throws {
    let program = try Program("reprise")
    defer { program.remove() }
    try Data("# T\n\nab\u{0}".utf8 + [0xFF, 0x0A]).write(to: program.folder.appendingPathComponent("n.md"))
    let outcome = try program.run("render", "n.md", "--to", "html")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("n.md:3:"))
  }

  @Test func aRefutedClaimExitsWith1() throws {
    let program = try Program("reprise")
    defer { program.remove() }
    try program.write(head + "```{claim}\ntext: One is two.\nvalue: SELECT 1\nexpect: \"> 2\"\n```\n", to: "n.md")
    let outcome = try program.run("render", "n.md")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("0 of 1 claims supported, 1 refuted"))
  }

  @Test func aMissingFileIsWrongUsageAndNamesTheNearest() throws {
    let program = try Program("reprise")
    defer { program.remove() }
    try program.write(head, to: "paper.md")
    let outcome = try program.run("render", "papre.md")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("did you mean 'paper.md'?"))
  }

  @Test func anOutputFolderThatCannotBeMadeIsWrongUsage() throws {
    let program = try Program("reprise")
    defer { program.remove() }
    try program.write(head + "Text.\n", to: "n.md")
    try program.write("a file", to: "taken")
    let outcome = try program.run("render", "n.md", "--out", "taken/below")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("RP0911"))
  }

  @Test func twoRunsAndAnyNumberOfJobsGiveTheSameBytes() throws {
    let text = notebook("none") + "\n\n```{chart}\nlabel: fig-a\ncaption: Sums.\ndata: sound\nmark: line\nencoding: {x: 't:Q', y: 'value:Q', color: 'seed:N'}\n```\n"
    var pages: [[Data?]] = []
    for jobs in ["1", "2"] {
      let program = try Program("ExecutionTestWorker")
      defer { program.remove() }
      try program.write(text, to: "n.md")
      #expect(try program.run("render", "n.md", "--scale", "quick", "--jobs", jobs).status == 0)
      let names = ["index.html", "n.pdf", "results.sqlite", "tables/sound.csv", "figures/fig-a.svg", "figures/fig-a.pdf", "figures/fig-a.png"]
      let first = names.map { program.contents("Output/n/\($0)") }
      for (name, data) in zip(names, first) { #expect(data != nil, "\(name)") }
      #expect(try program.run("render", "n.md", "--scale", "quick", "--out", "Again").status == 0)
      #expect(names.map { program.contents("Again/n/\($0)") } == first)
      pages.append(first)
    }
    #expect(pages[0] == pages[1])
  }

  @Test func aBrokenStoreEntryIsRunAgain() throws {
    let program = try Program("ExecutionTestWorker")
    defer { program.remove() }
    try program.write(notebook("none"), to: "n.md")
    try program.run("render", "n.md", "--scale", "quick")
    let page = program.contents("Output/n/index.html")
    let store = program.folder.appendingPathComponent(".reprise/store")
    let files = try #require(FileManager.default.enumerator(at: store, includingPropertiesForKeys: nil)).compactMap { $0 as? URL }
    let results = files.filter { $0.pathExtension == "result" }
    #expect(results.count == 3)
    for (index, file) in results.enumerated() {
      var bytes = try Data(contentsOf: file)
      if index == 0 { bytes = bytes.prefix(bytes.count / 2) } else { bytes[bytes.count / 2] ^= 1 }
      try bytes.write(to: file)
    }
    #expect(try program.run("render", "n.md", "--scale", "quick").status == 0)
    #expect(program.contents("Output/n/index.html") == page)
  }
}
