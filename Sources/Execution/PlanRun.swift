import Diagnostics
import Experiments

/// The state of an execution: what is known of each distinct job so far.
struct PlanRun {
  /// What became of a job.
  enum Result {
    case finished(JobOutput, isCached: Bool)
    case failed(JobFailure.Reason, lastLines: [String])
  }

  let experiments: [PlannedExperiment]
  let store: ResultsStore?
  let options: ExecutorOptions
  /// By key.
  private(set) var results: [String: Result] = [:]
  private(set) var warnings: [Diagnostic] = []
  private var canStore = true

  init(_ experiments: [PlannedExperiment], store: ResultsStore?, options: ExecutorOptions) {
    self.experiments = experiments
    self.store = store
    self.options = options
  }

  /// Takes every result that is stored and keeps the promises of its experiment.
  mutating func loadStored() {
    guard let store else { return }
    for experiment in experiments where experiment.isStorable {
      for job in experiment.jobs where results[job.key.digest] == nil {
        guard let output = store.load(job.key) else { continue }
        if TableAssembly.violation(output.result, of: experiment, job: job) == nil {
          results[job.key.digest] = .finished(output, isCached: true)
        } else {
          store.discard(job.key)
        }
      }
    }
  }

  /// Runs the jobs that have no result yet, in the order of the plan, and stores each result as it comes.
  mutating func runMissing() {
    var missing: [(experiment: Int, job: Job)] = []
    var seen: Set<String> = []
    for index in experiments.indices {
      for job in experiments[index].jobs where results[job.key.digest] == nil && seen.insert(job.key.digest).inserted {
        missing.append((index, job))
      }
    }
    var board = ProgressBoard(experiments, cached: Set(results.keys))
    guard !missing.isEmpty else {
      board.report(to: options.progress, running: [])
      return options.progress.end()
    }
    let tasks = missing.map { entry in
      Scheduler.Task(
        request: JobRequest(entry.job, of: experiments[entry.experiment]),
        timeoutSeconds: experiments[entry.experiment].timeoutSeconds)
    }
    // The scheduler calls back on this thread, while this function waits for it.
    withoutActuallyEscaping({ (task: Int, outcome: Scheduler.Outcome) in
      let (index, job) = missing[task]
      let result = accept(outcome, of: job, in: experiments[index])
      results[job.key.digest] = result
      board.finish(job.key.digest, failed: result.isFailure)
    }) { onOutcome in
      let scheduler = Scheduler(tasks, options: options, onOutcome: onOutcome) { [progress = options.progress] running in
        board.report(to: progress, running: running.map { (missing[$0.task].experiment, missing[$0.task].job, $0) })
      }
      scheduler.run()
    }
    options.progress.end()
  }

  /// Checks what a worker sent, and stores it.
  private mutating func accept(_ outcome: Scheduler.Outcome, of job: Job, in experiment: PlannedExperiment) -> Result {
    switch outcome {
    case .failed(let reason, let lines): return .failed(reason, lastLines: lines)
    case .finished(let bytes):
      guard let output = try? JobOutput(decoding: bytes[...]) else {
        return .failed(.error("the worker's answer cannot be read"), lastLines: [])
      }
      if let violation = TableAssembly.violation(output.result, of: experiment, job: job) {
        return .failed(.error(violation), lastLines: [])
      }
      if experiment.isStorable { save(bytes, for: job.key) }
      return .finished(output, isCached: false)
    }
  }

  /// Keeps a result; after the first failure nothing more is tried.
  private mutating func save(_ bytes: [UInt8], for key: JobKey) {
    guard let store, canStore else { return }
    do { try store.save(bytes, for: key) } catch {
      canStore = false
      warnings.append(ExecutionDiagnostics.storeNotWritable(store.folder, reason: error.description))
    }
  }
}

extension PlanRun.Result {
  var isFailure: Bool { if case .failed = self { true } else { false } }
}
