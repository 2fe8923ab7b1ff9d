import Diagnostics

/// What the report's stage says to an author. Codes: RP0310 citation key, RP0314 bibliography file, RP0621–RP0623 inline
/// values, RP0901–RP0903 images, RP1001–RP1004 claims.
enum ReportDiagnostics {
  static func unknownCitation(_ key: String, known: [String], at range: SourceRange) -> Diagnostic {
    .unknownName("RP0310", "citation key", key, known: known, at: range)
  }

  static func noBibliography(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0310", "citation '@\(key)' without a bibliography", at: range, notes: [.init("name a BibTeX file in the front matter: bibliography: references.bib")])
  }

  static func file(_ code: String, _ kind: String, _ path: String, _ failure: NotebookFiles.Failure, near: [String], at range: SourceRange?) -> Diagnostic {
    switch failure {
    case .outside: return Diagnostic(code, "\(kind) '\(path)' lies outside the notebook's folder", at: range)
    case .unreadable: return Diagnostic(code, "\(kind) '\(path)' cannot be read", at: range)
    case .missing:
      let nearest = NearestNames.of(path, in: near)
      return Diagnostic(code, "\(kind) '\(path)' is not there" + (nearest.first.map { "; did you mean '\($0)'?" } ?? ""), at: range)
    }
  }

  static func unknownImageFormat(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0902", "image '\(path)' is neither PNG, JPEG nor SVG", at: range)
  }

  static func inlineShape(rows: Int, columns: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0621", "an inline query gives one value; this one gives \(rows) rows and \(columns) columns", at: range)
  }

  static func inlineMissing(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0622", "the inline query's value is missing (NULL)", at: range)
  }

  static func badFormat(_ format: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP0623", "'\(format)' is not a number format", at: range, notes: [.init("formats are d3's: .3f, .2e, ,.0f, .1%")])
  }

  static func unknownFormatColumn(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    .unknownName("RP0624", "column in format:", name, known: known, at: range)
  }

  static func claimWithoutRows(at range: SourceRange) -> Diagnostic {
    Diagnostic("RP1001", "the claim's query gives no row: nothing was measured", at: range)
  }

  static func claimWithMissing(row: Int, of count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP1002", "the claim's query gives a missing value (NULL or NaN) in row \(row) of \(count)", at: range)
  }

  static func claimColumns(_ count: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP1003", "the claim's query gives \(count) columns; expected one, with one row a replicate", at: range)
  }

  static func claimText(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic("RP1004", "the claim's query gives text ('\(text)'); expected a number", at: range)
  }
}
