import Synchronization

/// Lets a report of progress through at most twenty times a second.
final class ProgressThrottle: Sendable {
  private let last = Mutex(-1.0)

  func isDue() -> Bool {
    let now = MonotonicClock.now
    return last.withLock { last in
      guard now - last >= 0.05 else { return false }
      last = now
      return true
    }
  }
}
