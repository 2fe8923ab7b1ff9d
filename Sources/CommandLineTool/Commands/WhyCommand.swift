import ArgumentParser
import Diagnostics
import Execution
import Experiments
import Notebook

/// `reprise why NOTEBOOK`
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Say why the jobs of a notebook would run again: which part of their keys changed.")

  @Argument(help: "The notebook.")
  var notebook: String

  @Option(help: "quick, standard or paper, instead of the notebook's own.")
  var scale: Scale?

  func run() throws {
    guard let source = Project.read(notebook) else {
      Console.report([ProjectFault.missing(notebook, near: []).diagnostic], sources: [])
      return try ExitStatus.usage.finish()
    }
    let (parsed, sources, defaultFaults) = Project.parse(source)
    let plan = Planner(registry: RepriseTool.registry).plan(parsed, options: PlanOptions(scale: scale))
    let store = ResultsStore(folder: Project.storeFolder)
    let stored = store.storedKeys()
    for experiment in plan.experiments {
      let missing = experiment.jobs.filter { !store.contains($0.key) }
      guard let first = missing.first else {
        Console.write("\(experiment.label): every result is stored\n")
        continue
      }
      Console.write("\(experiment.label): \(missing.count) of \(experiment.jobs.count) jobs would run\n")
      Console.write(reasons(first, store.changes(to: first.key, among: stored)))
    }
    Console.report(defaultFaults + parsed.diagnostics + plan.diagnostics, sources: sources)
  }

  /// What differs from the nearest stored result; of the first job that is missing, which stands for the others.
  private func reasons(_ job: Job, _ changes: [KeyChange]?) -> String {
    guard let changes else { return "  it has never been run\n" }
    return changes.map { change in
      "  \(change.component): \(change.stored ?? "none") → \(change.wanted ?? "none")\n"
    }.joined()
  }
}
