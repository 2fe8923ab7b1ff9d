import Diagnostics

/// The words of the charts' diagnostics.
///
/// | code | meaning |
/// | --- | --- |
/// | RP0701 | unknown key |
/// | RP0702 | a key or value of Vega-Lite that is left out |
/// | RP0703 | unknown value of a key (mark, type, scale, aggregate, …) |
/// | RP0704 | a value of the wrong kind |
/// | RP0705 | something needed is missing |
/// | RP0706 | shorthand that does not read |
/// | RP0707 | unknown column |
/// | RP0708 | faulty expression |
/// | RP0709 | faulty number format |
/// | RP0710 | data that does not suit a scale or mark |
/// | RP0711 | a hint: the chart could be read more easily |
/// | RP0714 | keys without effect, because looks are the report's own |
enum ChartingDiagnostics {
  static func unknownKey(_ key: String, in context: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic.unknownName("RP0701", "key", key, known: known, at: range).adding("in \(context)")
  }

  static func leftOut(_ what: String, at range: SourceRange, instead: String? = nil) -> Diagnostic {
    let notes = instead.map { [Diagnostic.Note($0)] } ?? []
    return Diagnostic("RP0702", .error, "'\(what)' is Vega-Lite but not part of this chart grammar", at: range, notes: notes)
  }

  static func unselected(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0702", .warning, "the selection '\(name)' is left out: charts on paper have no interaction", at: range,
      notes: [Diagnostic.Note("the chart is drawn as it is before anyone selects")])
  }

  static func begun(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0702", .warning, "the selection '\(name)' stays as it begins: charts on paper have no interaction", at: range)
  }

  static func unknownValue(_ kind: String, _ value: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic.unknownName("RP0703", kind, value, known: known, at: range)
  }

  /// - Parameter subject: a key, or a part of a chart in words, as in `a view`.
  static func wrongKind(_ subject: String, found: String, expected: String, at range: SourceRange) -> Diagnostic {
    let isInWords = subject.hasPrefix("a ") || subject.hasPrefix("an ")
    return Diagnostic("RP0704", .error, "\(isInWords ? subject : "'\(subject)'") takes \(expected), found \(found)", at: range)
  }

  static func missing(_ what: String, in context: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0705", .error, "\(context) needs \(what)", at: range)
  }

  static func shorthand(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0706", .error, "'\(text)' does not read as a field", at: range,
      notes: [.init("expected forms: field, field:Q, mean(field):Q, count()")])
  }

  static func unknownColumnMessage(_ name: String, known: [String]) -> String {
    Diagnostic.unknownName("RP0707", "column", name, known: known).message
  }

  static func unknownColumn(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic.unknownName("RP0707", "column", name, known: known, at: range)
  }

  static func textSummary(_ operation: String, _ field: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0710", .error, "'\(operation)' needs numbers, but column '\(field)' holds text", at: range,
      notes: [.init("count, distinct, valid and missing take any column")])
  }

  static func expression(_ error: ExpressionError, in source: ExpressionSource) -> Diagnostic {
    var range = source.range
    let written = range.end.column - range.start.column
    let shift = written - source.text.utf8.count
    if range.start.line == range.end.line, shift == 0 || shift == 2 {
      range.start.column += error.offset + shift / 2
      range.end = range.start
      range.end.column += 1
    }
    return Diagnostic("RP0708", .error, "\(error.message) (column \(error.offset + 1) of the expression)", at: range)
  }

  static func format(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      "RP0709", .error, "'\(text)' is not a number format", at: range,
      notes: [.init("formats are d3's, such as '.3f', '.2e', ',', '.0%', '~s'; or 'k/255', 'power10'")])
  }

  static func unsuitable(_ message: String, at range: SourceRange?, _ severity: Diagnostic.Severity = .error) -> Diagnostic {
    Diagnostic("RP0710", severity, message, at: range)
  }

  static func hint(_ message: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic("RP0711", .note, message, at: range)
  }

  static func idleLooks(_ keys: String, isSingle: Bool, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0714", .note, "looks are the report's own: \(keys) \(isSingle ? "has" : "have") no effect", at: range)
  }
}

extension Diagnostic {
  fileprivate func adding(_ note: String) -> Diagnostic {
    var copy = self
    copy.notes.append(Note(note))
    return copy
  }
}
