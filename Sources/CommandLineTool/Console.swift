import Diagnostics
import Foundation

/// Where the commands write: results to standard output, everything else to standard error.
enum Console {
  static let isTerminal = isatty(2) == 1
  static var usesColor: Bool { isTerminal && ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty ?? true }

  static func write(_ text: String) { write(Array(text.utf8), to: 1) }
  static func write(_ bytes: [UInt8]) { write(bytes, to: 1) }
  static func note(_ text: String) { write(Array((text + "\n").utf8), to: 2) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Foundation.write(descriptor, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
        if count <= 0 { return }
        sent += count
      }
    }
  }

  /// Prints diagnostics with excerpts of their files.
  static func report(_ diagnostics: [Diagnostic], format: DiagnosticOptions.Format = .console, sources: [SourceFile]) {
    guard !diagnostics.isEmpty || format == .sarif else { return }
    let files = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let style: DiagnosticFormat =
      switch format {
      case .console: .console(colour: usesColor)
      case .github: .github
      case .json: .json
      case .sarif: .sarif
      }
    let text = style.text(diagnostics, files: files)
    note(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}
