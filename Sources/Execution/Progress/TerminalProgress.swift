import Synchronization

/// A live line at the bottom of the terminal, redrawn at most ten times a second and cleared at the end.
package final class TerminalProgress: ProgressReporter {
  private struct State {
    var lastDrawn = -1.0
    var isVisible = false
  }

  private let state = Mutex(State())
  private let columns: Int
  private let write: @Sendable (String) -> Void

  package init(columns: Int) {
    self.columns = columns
    write = ProgressReporters.write
  }

  init(columns: Int, write: @escaping @Sendable (String) -> Void) {
    self.columns = columns
    self.write = write
  }

  package func update(_ snapshot: ProgressSnapshot) {
    // Nothing to see where all is stored, or done before one could read it.
    guard snapshot.elapsedSeconds > 0.2 else { return }
    let isDue = state.withLock { state in
      guard snapshot.elapsedSeconds - state.lastDrawn >= 0.1 else { return false }
      state.lastDrawn = snapshot.elapsedSeconds
      state.isVisible = true
      return true
    }
    if isDue { write("\r\u{1B}[2K" + TerminalProgress.line(snapshot, columns: columns)) }
  }

  package func end() {
    let wasVisible = state.withLock { state in
      defer { state.isVisible = false }
      return state.isVisible
    }
    if wasVisible { write("\r\u{1B}[2K") }
  }

  /// "[3/15] 12 s, 40 s left · runs (seed 3) 45 % · …", cut to the width of the terminal.
  static func line(_ snapshot: ProgressSnapshot, columns: Int) -> String {
    var text = "[\(snapshot.doneCount)/\(snapshot.jobCount)] \(duration(snapshot.elapsedSeconds))"
    if let remaining = snapshot.remainingSeconds { text += ", \(duration(remaining)) left" }
    if snapshot.failedCount > 0 { text += ", \(snapshot.failedCount) failed" }
    for job in snapshot.running {
      text += " · \(job.label)" + (job.job.isEmpty ? "" : " (\(job.job))")
      if job.fraction > 0 { text += " \(Int(job.fraction * 100)) %" }
    }
    return text.count < columns ? text : String(text.prefix(max(columns - 2, 0))) + "…"
  }

  /// "45 s", "3 min 5 s", "2 h 10 min".
  static func duration(_ seconds: Double) -> String {
    let whole = Int(min(max(seconds, 0), 1e9).rounded())
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3600: return "\(whole / 60) min \(whole % 60) s"
    default: return "\(whole / 3600) h \(whole / 60 % 60) min"
    }
  }
}
