import Diagnostics

/// Why a query gave no table.
package struct QueryError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case empty
    case syntax(String)
    case unknownTable(String, known: [String])
    case unknownColumn(String, known: [String])
    case unknownFunction(String, known: [String])
    /// More than one statement.
    case severalStatements
    /// Anything that is not reading: the authoriser's refusal.
    case notReadOnly(String)
    case tooManySteps
    case tooManyRows(limit: Int)
    case duplicateColumn(String)
    case failed(String)
  }

  package var kind: Kind
  /// Byte offset in the SQL text of what is at fault, where SQLite says so.
  package var offset: Int?

  package init(_ kind: Kind, offset: Int? = nil) {
    self.kind = kind
    self.offset = offset
  }

  /// Words the error.
  package func diagnostic(at range: SourceRange?) -> Diagnostic {
    switch kind {
    case .empty: Diagnostic("RP0601", "the query is empty", at: range)
    case .syntax(let message): Diagnostic("RP0602", "SQL: \(message)", at: range)
    case .unknownTable(let name, let known): .unknownName("RP0603", "table", name, known: known, at: range)
    case .unknownColumn(let name, let known): .unknownName("RP0604", "column", name, known: known, at: range)
    case .unknownFunction(let name, let known): .unknownName("RP0605", "SQL function", name, known: known, at: range)
    case .severalStatements:
      Diagnostic("RP0606", "more than one statement; a query is a single SELECT", at: range)
    case .notReadOnly(let what):
      Diagnostic("RP0607", "a query may only read: \(what) is not allowed", at: range)
    case .tooManySteps:
      Diagnostic(
        "RP0608", "the query was stopped after \(QueryLimits.standard.steps / 1_000_000) million steps", at: range,
        notes: [.init("a join without a condition multiplies the rows of its tables")])
    case .tooManyRows(let limit): Diagnostic("RP0609", "the query gives more than \(limit) rows", at: range)
    case .duplicateColumn(let name):
      Diagnostic("RP0610", "two columns of the result are named '\(name)'; name one with AS", at: range)
    case .failed(let message): Diagnostic("RP0611", "SQL: \(message)", at: range)
    }
  }
}
