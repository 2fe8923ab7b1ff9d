/// Something to tell the author of a notebook: what was found, where, and what would be right.
///
/// Diagnostics are collected, not thrown. The message states facts in one sentence without a full stop;
/// how it is laid out for a terminal, for GitHub, as JSON or as SARIF is the business of `DiagnosticFormat`.
public struct Diagnostic: Sendable, Hashable, Codable, Error {
  public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case note, warning, error

    public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
  }

  /// A further fact, with its own place where it has one.
  public struct Note: Sendable, Hashable, Codable {
    public var message: String
    public var range: SourceRange?

    public init(_ message: String, range: SourceRange? = nil) {
      self.message = message
      self.range = range
    }
  }

  /// Stable code `RPnnnn`: the first two digits name the stage (see `Documentation/diagnostics.md`).
  public var code: String
  public var severity: Severity
  public var message: String
  public var range: SourceRange?
  public var notes: [Note]

  /// An error.
  public init(_ code: String, _ message: String, at range: SourceRange? = nil, notes: [Note] = []) {
    self.init(code, .error, message, at: range, notes: notes)
  }

  public init(
    _ code: String, _ severity: Severity, _ message: String, at range: SourceRange? = nil, notes: [Note] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.range = range
    self.notes = notes
  }

  /// The diagnostic for a name that was looked up and not found: names the nearest known ones.
  ///
  /// - Parameters:
  ///   - kind: what was looked for, as in "unknown parameter".
  ///   - known: every name that would have been right.
  public static func unknownName(
    _ code: String, _ kind: String, _ name: String, known: [String], at range: SourceRange? = nil,
    severity: Severity = .error
  ) -> Diagnostic {
    let nearest = NearestNames.of(name, in: known)
    var message = "unknown \(kind) '\(name)'"
    var notes: [Note] = []
    if let first = nearest.first {
      message += "; did you mean '\(first)'?"
      if nearest.count > 1 { notes.append(Note("also near: " + nearest.dropFirst().map { "'\($0)'" }.joined(separator: ", "))) }
    } else if !known.isEmpty {
      notes.append(Note("known: " + known.sorted().prefix(24).joined(separator: ", ") + (known.count > 24 ? ", …" : "")))
    }
    return Diagnostic(code, severity, message, at: range, notes: notes)
  }
}
