import ArgumentParser
import Diagnostics
import Execution
import Experiments
import Report
import Tables

/// `reprise run EXPERIMENT`
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run one experiment and print a table of its results.",
    discussion: "Example: reprise run label-noise-lasso/recovery --scale quick --seeds 0...2 --table tail -P steps:5000")

  enum Format: String, ExpressibleByArgument, CaseIterable { case csv, json }

  @Argument(help: "The experiment, as in 'reprise list'.")
  var experiment: String

  @Option(name: [.customShort("P"), .customLong("parameter")], help: ArgumentHelp("A parameter's value; repeat for several.", valueName: "name:value"))
  var parameters: [ParameterArgument] = []

  @Option(help: "quick, standard or paper: which defaults hold.")
  var scale = Scale.standard

  @Option(help: "One seed.")
  var seed: Int?

  @Option(help: ArgumentHelp("Several seeds: 0...4, or 1,5,9.", valueName: "a...b"))
  var seeds: SeedRange?

  @Option(help: "Which table to print, where the experiment has several.")
  var table: String?

  @Option(help: "csv or json (all tables).")
  var format = Format.csv

  @Option(help: "Write to this file instead of standard output.")
  var out: String?

  @Option(help: "How many workers run at once (default: the number of cores).")
  var jobs: Int?

  @Flag(help: "Run even what is stored.")
  var force = false

  @Flag(help: "No progress.")
  var quiet = false

  func validate() throws {
    if seed != nil, seeds != nil { throw ValidationError("give --seed or --seeds, not both") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
  }

  func run() throws {
    // 1. What is asked for, before anything is run.
    guard let (_, description) = RepriseTool.registry.lookup(experiment) else {
      Console.report([.unknownName("RP0401", "experiment", experiment, known: RepriseTool.registry.experimentIDs)], sources: [])
      return try ExitStatus.usage.finish()
    }
    guard let wanted = wantedTable(of: description) else { return try ExitStatus.usage.finish() }
    let planned = Planner(registry: RepriseTool.registry).plan(
      experiment: experiment, parameters: parameters.map(\.override), seeds: seeds?.values ?? seed.map { [$0] }, scale: scale)
    let faults = planned.faults.map { fault in
      var fault = fault
      fault.range = nil
      return fault
    }
    Console.report(faults, sources: [])
    if faults.contains(where: { $0.severity == .error }) { return try ExitStatus.usage.finish() }
    // 2. Run.
    let options = ExecutorOptions(jobs: jobs, force: force, progress: ProgressReporters.make(isQuiet: quiet), cancellation: Cancellation.onInterrupt())
    let result = Executor(store: ResultsStore(folder: Project.storeFolder), options: options).execute(planned)
    guard let outcome = result.outcomes.first else { return try ExitStatus.internalError.finish() }
    // 3. Print.
    if case .failed(let failures, _) = outcome.state {
      for line in FailureText.lines(outcome, failures) { Console.note("reprise: \(line)") }
      return try ExitStatus.experimentFailed.finish()
    }
    try print(outcome, wanted, description)
  }

  /// The name of the table to print; nil after saying which there are.
  private func wantedTable(of description: ExperimentDescription) -> String? {
    let names = description.tables.map(\.name)
    if let table {
      if names.contains(table) { return table }
      Console.report([.unknownName("RP0412", "table", table, known: names)], sources: [])
      return nil
    }
    if names.count == 1 || format == .json { return names.first ?? "" }
    Console.report(
      [Diagnostic("RP0413", "\(description.id) has several tables: choose one with --table", notes: [.init("tables: " + names.joined(separator: ", "))])],
      sources: [])
    return nil
  }

  private func print(_ outcome: ExperimentOutcome, _ wanted: String, _ description: ExperimentDescription) throws {
    let tables = outcome.tables.filter { name in description.tables.contains { $0.name == name.name } }
    let text: String
    switch format {
    case .csv: text = tables.first { $0.name == wanted }.map { CSV.text($0.table) } ?? ""
    case .json:
      text =
        JSONValue.object(pairs: [
          ("experiment", .string(outcome.experiment)),
          ("parameters", .object(pairs: outcome.parameters.map { ($0.name, $0.value.json) })),
          ("tables", .object(pairs: tables.filter { table == nil || $0.name == wanted }.map { ($0.name, $0.table.json) })),
        ]).text() + "\n"
    }
    guard let out else { return Console.write(text) }
    do { try FileOutput.write(Array(text.utf8), to: out) } catch {
      Console.report([error.diagnostic], sources: [])
      try ExitStatus.usage.finish()
    }
  }
}
