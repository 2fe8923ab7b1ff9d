import Glibc

/// Tells the user how far an execution is.
package protocol ProgressReporter: Sendable {
  /// Called often; at the latest when something changed.
  func update(_ snapshot: ProgressSnapshot)
  /// Called once, after the last update.
  func end()
}

/// Says nothing.
package struct SilentProgress: ProgressReporter {
  package init() {}
  package func update(_ snapshot: ProgressSnapshot) {}
  package func end() {}
}

/// Chooses how progress is shown on standard error.
package enum ProgressReporters {
  /// A live line on a terminal; plain lines elsewhere, and where `NO_COLOR` is set; nothing when quiet.
  package static func make(isQuiet: Bool) -> any ProgressReporter {
    if isQuiet { return SilentProgress() }
    let isPlain = isatty(2) == 0 || isSet("NO_COLOR") || value("TERM") == "dumb"
    return isPlain ? PlainProgress() : TerminalProgress(columns: columns())
  }

  private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
  private static func isSet(_ name: String) -> Bool { value(name)?.isEmpty == false }

  private static func columns() -> Int {
    var size = winsize()
    return ioctl(2, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }

  /// Writes text to standard error, all at once.
  static func write(_ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { Glibc.write(2, $0.baseAddress?.advanced(by: written), $0.count - written) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return }
      written += count
    }
  }
}
