import ArgumentParser

/// How a command ends; of several that apply the highest wins.
enum ExitStatus: Int32, Comparable {
  case fine = 0
  case claimRefuted = 1
  case notebookFaulty = 2
  case experimentFailed = 3
  case usage = 64
  case internalError = 70

  static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }

  /// Ends the command; the reports have been written by now.
  func finish() throws {
    if self != .fine { throw ExitCode(rawValue) }
  }
}
