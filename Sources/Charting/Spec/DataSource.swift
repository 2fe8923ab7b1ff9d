import Diagnostics
import Tables

/// Where the rows of a view come from, as far as the caller must fetch them.
package enum DataSource: Sendable, Equatable {
  /// A table of the notebook by its name.
  case table(String, range: SourceRange)
  /// A `SELECT` over the notebook's tables.
  case query(String, range: SourceRange)
  /// A file beside the notebook; the format is nil unless written.
  case url(String, format: String?, range: SourceRange)
}

/// Where the rows of a view come from.
enum DataSpec: Sendable, Equatable {
  case external(DataSource)
  case inline(Table)
}
