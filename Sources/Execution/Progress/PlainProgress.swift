import Synchronization

/// One line for each experiment when its last job has ended.
package final class PlainProgress: ProgressReporter {
  private let shown = Mutex(0)
  private let write: @Sendable (String) -> Void

  package init() { write = ProgressReporters.write }
  init(write: @escaping @Sendable (String) -> Void) { self.write = write }

  package func update(_ snapshot: ProgressSnapshot) {
    let new = shown.withLock { shown in
      defer { shown = snapshot.finished.count }
      return snapshot.finished.dropFirst(shown)
    }
    for experiment in new { write(PlainProgress.line(experiment) + "\n") }
  }

  package func end() {}

  /// "runs: 15 jobs, 5 stored, 1 failed".
  static func line(_ experiment: ProgressSnapshot.Finished) -> String {
    var parts = [experiment.jobCount == 1 ? "1 job" : "\(experiment.jobCount) jobs"]
    if experiment.cachedCount > 0 { parts.append("\(experiment.cachedCount) stored") }
    if experiment.failedCount > 0 { parts.append("\(experiment.failedCount) failed") }
    return "\(experiment.label): " + parts.joined(separator: ", ")
  }
}
