import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Notebook

/// The cases of a file: a line `=== title` opens one; its Markdown follows, then `--- expected` and the diagnostics' text.
struct CaseFile {
  struct Case: CustomTestStringConvertible, Sendable {
    var title: String
    var input: String
    var expected: String
    var testDescription: String { title }
  }

  let cases: [Case]
  let url: URL

  init(_ name: String, file: String = #filePath) throws {
    url = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Cases/\(name)")
    let text = try String(contentsOf: url, encoding: .utf8)
    var cases: [Case] = []
    var isExpected = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("=== ") {
        cases.append(Case(title: String(line.dropFirst(4)), input: "", expected: ""))
        isExpected = false
      } else if line == "--- expected" {
        isExpected = true
      } else if !cases.isEmpty {
        if isExpected { cases[cases.count - 1].expected += line + "\n" } else { cases[cases.count - 1].input += line + "\n" }
      }
    }
    self.cases = cases
  }

  /// With RECORD=1 the expectations are rewritten from `actual`; the run still fails.
  func check(_ actual: (Case) -> String) throws -> [String] {
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let text = cases.map { "=== \($0.title)\n\($0.input)--- expected\n\(actual($0).trimmed)\n" }.joined(separator: "\n")
      try text.write(to: url, atomically: true, encoding: .utf8)
      return ["recorded \(url.lastPathComponent)"]
    }
    return cases.compactMap { one in
      let found = actual(one).trimmed
      return found == one.expected.trimmed ? nil : "\(one.title):\nexpected:\n\(one.expected.trimmed)\nfound:\n\(found)"
    }
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

@Suite struct DirectiveCaseTests {
  /// Each family's mistakes, with the exact text that the author reads.
  @Test(arguments: ["frontmatter.txt", "experiment.txt", "chart.txt", "sql.txt", "claim.txt", "markdown.txt", "labels.txt", "yaml.txt"])
  func diagnosticsOfCases(name: String) throws {
    let failures = try CaseFile(name).check { one in
      let notebook = NotebookParser.parse(source: SourceFile(path: "n.md", text: one.input))
      return DiagnosticFormat.console(colour: false).text(notebook.diagnostics, files: ["n.md": notebook.source])
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n\n"))")
  }
}
