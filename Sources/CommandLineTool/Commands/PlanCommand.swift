import ArgumentParser
import Diagnostics
import Execution
import Experiments
import Notebook
import Tables

/// `reprise plan NOTEBOOK`
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show the jobs of a notebook, their keys, and which of them are stored.")

  @Argument(help: "The notebook.")
  var notebook: String

  @Option(help: "quick, standard or paper, instead of the notebook's own.")
  var scale: Scale?

  @Option(name: [.customShort("P"), .customLong("parameter")], help: ArgumentHelp("A parameter of every experiment that has it.", valueName: "name:value"))
  var parameters: [ParameterArgument] = []

  @Option(help: "text or json.")
  var format = ListCommand.Format.text

  func run() throws {
    guard let source = Project.read(notebook) else {
      Console.report([ProjectFault.missing(notebook, near: []).diagnostic], sources: [])
      return try ExitStatus.usage.finish()
    }
    let (parsed, sources, defaultFaults) = Project.parse(source)
    let plan = Planner(registry: RepriseTool.registry).plan(parsed, options: PlanOptions(scale: scale, overrides: parameters.map(\.override)))
    let store = ResultsStore(folder: Project.storeFolder)
    switch format {
    case .text: Console.write(text(plan, store))
    case .json: Console.write(json(plan, store).text() + "\n")
    }
    let faults = defaultFaults + parsed.diagnostics + plan.diagnostics
    Console.report(faults, sources: sources)
    if faults.contains(where: { $0.severity == .error }) { try ExitStatus.notebookFaulty.finish() }
  }

  private func text(_ plan: Plan, _ store: ResultsStore) -> String {
    var lines: [String] = []
    for experiment in plan.experiments {
      lines.append("\(experiment.label): \(experiment.experiment) at scale \(experiment.scale.rawValue), \(experiment.jobs.count) jobs")
      for job in experiment.jobs {
        let state = store.contains(job.key) ? "stored " : "to run "
        lines.append("  \(state) \(job.key.digest.prefix(12))  \(name(job))")
      }
    }
    let jobs = plan.experiments.flatMap(\.jobs)
    let stored = jobs.filter { store.contains($0.key) }.count
    return (lines + ["\(jobs.count) jobs, \(stored) stored, \(jobs.count - stored) to run"]).joined(separator: "\n") + "\n"
  }

  private func name(_ job: Job) -> String {
    let point = job.point.map { "\($0.name) = \($0.value.displayText)" }
    let seed = job.replicate.isShared ? ["shared"] : job.seed.map { ["seed \($0)"] } ?? []
    return (seed + point).joined(separator: ", ")
  }

  private func json(_ plan: Plan, _ store: ResultsStore) -> JSONValue {
    .object(pairs: [
      (
        "experiments",
        .array(
          plan.experiments.map { experiment in
            .object(pairs: [
              ("label", .string(experiment.label)), ("experiment", .string(experiment.experiment)), ("scale", .string(experiment.scale.rawValue)),
              (
                "jobs",
                .array(
                  experiment.jobs.map { job in
                    .object(pairs: [
                      ("key", .string(job.key.digest)), ("stored", .boolean(store.contains(job.key))),
                      ("seed", job.seed.map(JSONValue.integer) ?? .null),
                      ("parameters", .object(pairs: job.parameters.entries.map { ($0.name, $0.value.json) })),
                    ])
                  })
              ),
            ])
          })
      )
    ])
  }
}
