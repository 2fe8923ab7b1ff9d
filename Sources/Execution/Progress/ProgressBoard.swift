import Experiments

/// Counts what is done, for reporters of progress.
struct ProgressBoard {
  private let start = MonotonicClock.now
  private let labels: [String]
  /// The experiments that wait for a key.
  private var waiting: [String: [Int]] = [:]
  private var open: [Int]
  private let cached: [Int]
  private var failed: [Int]
  private let jobCount: Int
  private var doneCount: Int
  private let cachedCount: Int
  private var failedCount = 0
  private var finished: [ProgressSnapshot.Finished] = []
  private let counts: [Int]

  init(_ experiments: [PlannedExperiment], cached keys: Set<String>) {
    labels = experiments.map { $0.label.isEmpty ? $0.experiment : $0.label }
    open = [Int](repeating: 0, count: experiments.count)
    failed = open
    var cached = open
    var distinct: Set<String> = []
    for (index, experiment) in experiments.enumerated() {
      var own: Set<String> = []
      for job in experiment.jobs {
        distinct.insert(job.key.digest)
        guard own.insert(job.key.digest).inserted else { continue }
        if keys.contains(job.key.digest) {
          cached[index] += 1
        } else {
          open[index] += 1
          waiting[job.key.digest, default: []].append(index)
        }
      }
    }
    counts = zip(open, cached).map { $0 + $1 }
    self.cached = cached
    jobCount = distinct.count
    cachedCount = distinct.filter { keys.contains($0) }.count
    doneCount = cachedCount
    for index in experiments.indices where open[index] == 0 && cached[index] > 0 { close(index) }
  }

  /// Notes that the job of a key has ended.
  mutating func finish(_ key: String, failed isFailure: Bool) {
    doneCount += 1
    if isFailure { failedCount += 1 }
    for index in waiting.removeValue(forKey: key) ?? [] {
      open[index] -= 1
      if isFailure { failed[index] += 1 }
      if open[index] == 0 { close(index) }
    }
  }

  func report(to reporter: any ProgressReporter, running: [(experiment: Int, job: Job, state: Scheduler.Running)]) {
    let now = MonotonicClock.now
    let run = doneCount - cachedCount
    let atWork = running.reduce(0) { $0 + $1.state.fraction }
    let toRun = Double(jobCount - cachedCount)
    let worked = Double(run) + atWork
    let elapsed = now - start
    reporter.update(
      ProgressSnapshot(
        jobCount: jobCount, doneCount: doneCount, cachedCount: cachedCount, failedCount: failedCount,
        running: running.map { index, job, state in
          .init(label: labels[index], job: job.shortDescription, fraction: state.fraction, seconds: now - state.start)
        },
        finished: finished, elapsedSeconds: elapsed,
        remainingSeconds: worked > 0 && elapsed > 1 ? elapsed * max(0, toRun - worked) / worked : nil))
  }

  private mutating func close(_ index: Int) {
    finished.append(
      .init(label: labels[index], jobCount: counts[index], cachedCount: cached[index], failedCount: failed[index]))
  }
}

extension Job {
  /// "label_noise = 0.5, seed 3"; empty for the only job of an experiment.
  package var shortDescription: String {
    let run = replicate.isShared ? ["shared"] : seed.map { ["seed \($0)"] } ?? []
    return (point.map { "\($0.name) = \($0.value.displayText)" } + run).joined(separator: ", ")
  }
}
