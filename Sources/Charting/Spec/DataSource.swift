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
indirect enum DataSpec: Sendable, Equatable {
  case external(DataSource)
  case inline(Table)
  /// With some columns read as dates, numbers or texts.
  case parsed(DataSpec, [ParseRule])

  /// A file of text in which everything is written the same way.
  var isDelimited: Bool {
    switch self {
    case .external(.url(let path, let format, _)): ["csv", "tsv"].contains(format ?? String(path.split(separator: ".").last ?? "").lowercased())
    case .external, .inline: false
    case .parsed(let inner, _): inner.isDelimited
    }
  }
}

/// How a column is to be read: `number`, `boolean`, `string`, `date`, or a format of dates.
struct ParseRule: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case number, boolean, string, date
    case dateFormat(String)
  }

  var column: String
  var kind: Kind
}
