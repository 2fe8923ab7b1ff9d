import Diagnostics
import Experiments
import Foundation
import Notebook

@testable import Execution
@testable import ExecutionTestWorker

/// The registry of the test experiments, and the program that serves as their worker.
let registry = Registry(testPapers)

let workerPath =
  URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
  .appendingPathComponent("ExecutionTestWorker").path

let platform = NumericalPlatform(linearAlgebra: "OpenBLAS 1", mathematics: "libm 1", compiler: "Swift 6")

/// A notebook with one `{experiment}` directive for each body given; the first line of a body names the experiment.
func notebook(_ directives: String..., frontMatter: String = "title: T") -> Notebook {
  let text = "---\n\(frontMatter)\n---\n\n" + directives.map { "```{experiment} \($0)\n```\n" }.joined(separator: "\n")
  return NotebookParser.parse(source: SourceFile(path: "n.md", text: text))
}

func plan(_ directives: String..., options: PlanOptions = PlanOptions()) -> Plan {
  let text = "---\ntitle: T\n---\n\n" + directives.map { "```{experiment} \($0)\n```\n" }.joined(separator: "\n")
  let notebook = NotebookParser.parse(source: SourceFile(path: "n.md", text: text))
  return Planner(registry: registry, platform: platform).plan(notebook, options: options)
}

func executor(
  _ store: ResultsStore? = nil, jobs: Int = 2, force: Bool = false, progress: any ProgressReporter = SilentProgress(),
  cancellation: CancellationSignal? = nil
) -> Executor {
  Executor(
    store: store,
    options: ExecutorOptions(jobs: jobs, force: force, workerPath: workerPath, progress: progress, cancellation: cancellation))
}

/// A folder of its own for a test, removed at the end.
func withFolder<T>(_ body: (String) throws -> T) throws -> T {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reprise-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

extension Diagnostic {
  /// "6:12 RP0405 parameter … [note; note]": what a test compares.
  var line: String {
    let place = range.map { "\($0.start.line):\($0.start.column) " } ?? ""
    return "\(place)\(code) \(message)" + (notes.isEmpty ? "" : " [\(notes.map(\.message).joined(separator: "; "))]")
  }
}
