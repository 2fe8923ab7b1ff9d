import Execution
import Notebook

/// What a reader needs to get the same numbers: versions, scale, seeds, experiments. Nothing that changes between runs.
enum Colophon {
  static func entries(notebook: Notebook, execution: ExecutionResult, producer: String) -> [ColophonEntry] {
    let front = notebook.frontMatter
    var entries = [ColophonEntry("Made by", producer), ColophonEntry("Scale", front.scale), ColophonEntry("Root seed", String(front.seed))]
    for outcome in execution.outcomes {
      let seeds = outcome.seeds.isEmpty ? "deterministic" : "seeds \(list(outcome.seeds))"
      entries.append(ColophonEntry(outcome.label, "\(outcome.experiment), \(outcome.scale.rawValue), \(seeds), \(outcome.jobCount) \(outcome.jobCount == 1 ? "job" : "jobs")"))
    }
    return entries
  }

  /// "0–4" for consecutive seeds, else all of them.
  private static func list(_ seeds: [Int]) -> String {
    guard let first = seeds.first, let last = seeds.last, seeds.count > 2, last - first == seeds.count - 1 else {
      return seeds.map(String.init).joined(separator: ", ")
    }
    return "\(first)–\(last)"
  }
}
