import Diagnostics
import Experiments

/// The words of what can be wrong with an experiment's plan or run.
///
/// | code | about |
/// | --- | --- |
/// | RP0401 | an unknown experiment |
/// | RP0402–RP0406 | a parameter: unknown, of the wrong type, not allowed, out of range, inconsistent (`ParameterProblem`) |
/// | RP0407 | a swept parameter whose column clashes with another |
/// | RP0408 | seeds that cannot be used |
/// | RP0409 | a sweep with no values or too many points |
/// | RP0410 | two experiments that give the same table |
/// | RP0411 | a data file that cannot be read |
/// | RP0501 | a job that failed |
/// | RP0502 | a results store that cannot be written (warning) |
enum ExecutionDiagnostics {
  static func unknownExperiment(_ id: String, known: [String], at range: SourceRange?) -> Diagnostic {
    .unknownName("RP0401", "experiment", id, known: known, at: range)
  }

  /// A parameter given on the command line that no experiment of the notebook has.
  static func unknownOverride(_ name: String, known: [String]) -> Diagnostic {
    var diagnostic = Diagnostic.unknownName("RP0402", "parameter", name, known: known)
    diagnostic.notes.insert(Diagnostic.Note("given on the command line; no experiment of the notebook has it"), at: 0)
    return diagnostic
  }

  /// A mapping or null where a parameter's value is expected.
  static func notAValue(_ name: String, found: String, expected: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic("RP0403", "parameter '\(name)' is a \(found), expected \(expected)", at: range)
  }

  static func columnClash(
    sweep name: String, column: String, with other: String, values: [ParameterLiteral], at range: SourceRange?
  ) -> Diagnostic {
    let list = values.prefix(3).map(\.displayText).joined(separator: ", ") + (values.count > 3 ? ", …" : "")
    let proposal = column == "T" ? "horizon" : "\(name.lowercased())_value"
    let reason =
      column == other ? "which the result has as well" : "which SQL cannot tell from the column '\(other)' (case is ignored)"
    return Diagnostic(
      "RP0407", "the swept parameter '\(name)' gives a column '\(column)', \(reason)", at: range,
      notes: [.init("give the column another name: sweep: {\(name): {values: [\(list)], as: \(proposal)}}")])
  }

  static func badSeeds(_ message: String, at range: SourceRange?) -> Diagnostic { Diagnostic("RP0408", message, at: range) }

  static func emptySweep(_ name: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic("RP0409", "the sweep of '\(name)' has no values", at: range)
  }

  static func tooManyJobs(_ count: Int, limit: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic("RP0409", "the sweep and its seeds make \(count) jobs; at most \(limit) are allowed", at: range)
  }

  static func tableClash(_ table: String, label: String, other: String, otherRange: SourceRange, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0410", "experiment '\(label)' gives a table '\(table)', and so does experiment '\(other)'; give one of them another label",
      at: range, notes: [.init("experiment '\(other)' is here", range: otherRange)])
  }

  static func dataFile(_ failure: DataFile.Failure, at range: SourceRange?) -> Diagnostic {
    Diagnostic("RP0411", failure.description, at: range)
  }

  static func storeNotWritable(_ folder: String, reason: String) -> Diagnostic {
    Diagnostic(
      "RP0502", .warning, "cannot write to the results store '\(folder)': \(reason)",
      notes: [.init("results of this run are used but not kept")])
  }
}

extension JobFailure {
  /// Words the failure, naming the job by its swept values and seed.
  package func diagnostic(label: String, at range: SourceRange? = nil) -> Diagnostic {
    let place = jobDescription.isEmpty ? "" : " (\(jobDescription))"
    return Diagnostic(
      "RP0501", "experiment '\(label)'\(place) \(reason.description)", at: range, notes: lastLines.map { .init($0) })
  }

  /// "label_noise = 0.5, seed 3"; empty for the only job of an experiment.
  package var jobDescription: String {
    (point.map { "\($0.name) = \($0.value.displayText)" } + (seed.map { ["seed \($0)"] } ?? [])).joined(separator: ", ")
  }
}

extension JobFailure.Reason: CustomStringConvertible {
  /// A predicate for "experiment 'runs' …".
  package var description: String {
    switch self {
    case .error(let message): "failed: \(message)"
    case .crashed(let signal, let name): "crashed with signal \(signal) (\(name))"
    case .timedOut(let seconds): "ran out of time after \(ParameterLiteral.real(seconds).displayText) s"
    case .outOfMemory(let bytes): "ran out of memory (limit \(JobFailure.Reason.megabytes(bytes)))"
    case .lost(let code): "ended without a result (exit code \(code))"
    case .cancelled: "was cancelled"
    }
  }

  private static func megabytes(_ bytes: Int) -> String {
    bytes >= 1_000_000_000 && bytes % 100_000_000 == 0
      ? "\(ParameterLiteral.real(Double(bytes) / 1e9).displayText) GB" : "\(bytes / 1_000_000) MB"
  }
}
