import Diagnostics

/// The words of what can be wrong with a file of data.
///
/// | code | meaning |
/// | --- | --- |
/// | RP0010 | a row with more or fewer cells than the header |
/// | RP0011 | a column name given twice |
/// | RP0012 | a quote that is not closed, or text after a closing one |
/// | RP0013 | no header |
/// | RP0014 | bytes that are not UTF-8 |
/// | RP0015 | JSON that cannot be read |
/// | RP0016 | JSON that is no table |
enum TablesDiagnostics {
  static func raggedRow(found: Int, expected: Int, _ range: SourceRange) -> Diagnostic {
    Diagnostic("RP0010", "this row has \(found) \(found == 1 ? "cell" : "cells"), the header \(expected)", at: range)
  }

  static func duplicateColumn(_ name: String, _ range: SourceRange) -> Diagnostic {
    Diagnostic("RP0011", "the column '\(name)' is given twice", at: range)
  }

  static func unclosedQuote(_ range: SourceRange) -> Diagnostic {
    Diagnostic("RP0012", "the quote opened here is not closed", at: range)
  }

  static func textAfterQuote(_ range: SourceRange) -> Diagnostic {
    Diagnostic("RP0012", "expected the end of the cell after the closing quote", at: range)
  }

  static func noHeader(_ range: SourceRange) -> Diagnostic {
    Diagnostic("RP0013", "the file is empty; expected a header with the names of the columns", at: range)
  }

  static func notUTF8(_ range: SourceRange) -> Diagnostic {
    Diagnostic("RP0014", "a byte here is not UTF-8", at: range)
  }

  static func brokenJSON(_ error: JSONError, _ range: SourceRange) -> Diagnostic {
    Diagnostic("RP0015", error.message, at: range)
  }

  static func noTable(_ range: SourceRange) -> Diagnostic {
    Diagnostic("RP0016", "expected a list of records [{\"name\": value, …}, …] or {\"columns\": […], \"rows\": […]}", at: range)
  }
}
