import Diagnostics
import Digests
import Experiments
import Notebook

extension Planner {
  /// Checks a draft and makes its jobs.
  func plan(_ draft: ExperimentDraft) -> PlannedExperiment {
    var planned = PlannedExperiment(
      label: draft.label, experiment: draft.experiment, summary: "", scale: draft.scale,
      timeoutSeconds: draft.timeoutSeconds ?? Planner.defaultTimeout(draft.scale),
      memoryBytes: draft.memoryBytes ?? Planner.defaultMemory, range: draft.range)
    planned.dataFolder = draft.dataFolder
    guard let (paper, description) = registry.lookup(draft.experiment) else {
      planned.faults = [
        ExecutionDiagnostics.unknownExperiment(
          draft.experiment, known: registry.experimentIDs, at: draft.experimentRange)
      ]
      return planned
    }
    planned.summary = description.summary
    planned.isStorable = !paper.sourceDigest.isEmpty
    planned.tables = description.tables
    planned.replication = description.replication

    // 1. What is set and what is swept, each value checked on its own.
    var checker = ParameterChecker(draft, description)
    let (settings, sweeps) = checker.check()
    planned.faults = checker.diagnostics
    planned.sweeps = sweeps
    // 2. Columns and seeds.
    planned.faults += columnFaults(of: planned, draft)
    planned.seeds = seeds(of: draft, description, &planned.faults)
    guard planned.faults.isEmpty else { return planned }
    // 3. Every point of the sweep with every replicate.
    makeJobs(of: &planned, settings, draft, description, sourceDigest: paper.sourceDigest)
    if !planned.faults.isEmpty { planned.jobs = [] }
    return planned
  }

  static func defaultTimeout(_ scale: Scale) -> Double { scale == .quick ? 600 : 3600 }
  static let defaultMemory = 4_000_000_000

  private func seeds(
    of draft: ExperimentDraft, _ description: ExperimentDescription, _ faults: inout [Diagnostic]
  ) -> [Int] {
    let range = draft.experimentRange ?? draft.range
    switch draft.seeds {
    case .count(let count):
      if count < 1 { faults.append(ExecutionDiagnostics.badSeeds("\(count) seeds asked for, expected at least 1", at: range)) }
      if count > Planner.jobLimit {
        faults.append(ExecutionDiagnostics.tooManyJobs(count, limit: Planner.jobLimit, at: range))
        return []
      }
      return Array(0..<max(count, 0))
    case .list(let seeds):
      if seeds.isEmpty { faults.append(ExecutionDiagnostics.badSeeds("the list of seeds is empty", at: range)) }
      if let negative = seeds.first(where: { $0 < 0 }) {
        faults.append(ExecutionDiagnostics.badSeeds("seed \(negative) is negative, expected 0 or more", at: range))
      }
      var seen: Set<Int> = []
      if let twice = seeds.first(where: { !seen.insert($0).inserted }) {
        faults.append(ExecutionDiagnostics.badSeeds("seed \(twice) is listed twice", at: range))
      }
      return seeds
    case nil: return description.replication.defaultSeeds.map { Array(0..<$0[draft.scale]) } ?? []
    }
  }

  private func makeJobs(
    of planned: inout PlannedExperiment, _ settings: [String: ParameterLiteral], _ draft: ExperimentDraft,
    _ description: ExperimentDescription, sourceDigest: String
  ) {
    let points = planned.sweeps.reduce(1) { $0.multipliedReportingOverflow(by: $1.values.count).overflow ? .max : $0 * $1.values.count }
    let runs = max(planned.seeds.count, 1)
    let (count, overflow) = points.multipliedReportingOverflow(by: runs)
    guard !overflow, count <= Planner.jobLimit else {
      planned.faults.append(
        ExecutionDiagnostics.tooManyJobs(overflow ? .max : count, limit: Planner.jobLimit, at: draft.experimentRange))
      return
    }
    let replicates = Planner.replicates(description.replication, seeds: planned.seeds)
    let swept = Set(planned.sweeps.map(\.name))
    var files = DataDigests(folder: draft.dataFolder)
    for index in 0..<points {
      let point = planned.point(index)
      var given = settings
      for entry in point { given[entry.name] = entry.value }
      switch description.resolve(given, scale: draft.scale) {
      case .failure(let problems): add(problems.problems, at: point, of: draft, to: &planned.faults)
      case .success(let (experiment, parameters)):
        if index == 0 { planned.parameters = parameters.entries.filter { !swept.contains($0.name) } }
        let data: [JobKey.Component]
        do { data = try files.components(experiment.dataFiles) } catch {
          let fault = ExecutionDiagnostics.dataFile(error, at: draft.experimentRange)
          if !planned.faults.contains(fault) { planned.faults.append(fault) }
          continue
        }
        for (replicate, seed) in replicates {
          let key = JobKey(
            experiment: draft.experiment, sourceDigest: sourceDigest, parameters: parameters, replicate: replicate,
            scale: draft.scale, notebookSeed: draft.notebookSeed, files: data, platform: platform)
          planned.jobs.append(
            Job(
              point: point, parameters: parameters, replicate: replicate, seed: seed, notebookSeed: draft.notebookSeed,
              key: key))
        }
      }
    }
  }

  /// The runs of one point: which replicate each is, and the seed of its rows.
  static func replicates(_ replication: Replication, seeds: [Int]) -> [(replicate: Replicate, seed: Int?)] {
    switch replication {
    case .none: seeds.isEmpty ? [(.single, nil)] : seeds.map { (.single, $0) }
    case .seeds: seeds.map { (.seed($0), $0) }
    case .sharedAndSeeds: [(.shared(firstSeed: seeds.first ?? 0), nil)] + seeds.map { (.seed($0), $0) }
    }
  }

  /// Words problems between parameters once each, at the parameter's place, naming the first point that has them.
  private func add(
    _ problems: [ParameterProblem], at point: [ResolvedParameters.Entry], of draft: ExperimentDraft,
    to faults: inout [Diagnostic]
  ) {
    for problem in problems {
      var diagnostic = problem.diagnostic(experiment: draft.experiment, at: draft.place(of: problem.parameter))
      if faults.contains(where: { $0.message == diagnostic.message && $0.range == diagnostic.range }) { continue }
      if !point.isEmpty {
        let place = point.map { "\($0.name) = \($0.value.displayText)" }.joined(separator: ", ")
        diagnostic.notes.append(.init("at the point \(place) of the sweep"))
      }
      faults.append(diagnostic)
    }
  }
}

extension PlannedExperiment {
  /// The values of the sweep's point of an index; the last parameter varies fastest.
  func point(_ index: Int) -> [ResolvedParameters.Entry] {
    var rest = index
    var entries: [ResolvedParameters.Entry] = []
    for sweep in sweeps.reversed() {
      entries.append(.init(name: sweep.name, value: sweep.values[rest % sweep.values.count]))
      rest /= sweep.values.count
    }
    return entries.reversed()
  }
}

extension ExperimentDraft {
  /// Where a parameter's value was given; the experiment's name if it was not.
  func place(of parameter: String) -> SourceRange? {
    if overrides.contains(where: { $0.name == parameter }) { return experimentRange }
    if let setting = scaleSettings.last(where: { $0.name == parameter }) ?? settings.last(where: { $0.name == parameter }) {
      return setting.value.range ?? setting.nameRange
    }
    return sweeps.first { $0.name == parameter }?.nameRange ?? experimentRange
  }
}

/// Digests of the data files that experiments read, each file read once.
struct DataDigests {
  let folder: String
  private var known: [String: String] = [:]

  init(folder: String) { self.folder = folder }

  mutating func components(_ paths: [String]) throws(DataFile.Failure) -> [JobKey.Component] {
    var components: [JobKey.Component] = []
    for path in paths.sorted() {
      if known[path] == nil { known[path] = SHA256.hex(try DataFile.read(path, in: folder)) }
      components.append(.init(path, known[path] ?? ""))
    }
    return components
  }
}
