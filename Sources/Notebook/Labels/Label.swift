import Diagnostics

/// The name by which an element can be referred to, unique in its notebook.
package struct Label: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case figure = "fig"
    case table = "tbl"
    case equation = "eq"
    case section = "sec"
    case claim = "clm"
    /// Labels of experiments are SQL names, without a kind's prefix.
    case experiment = ""
  }

  /// As written, e.g. `fig-rates` or `runs`.
  package var name: String
  package var kind: Kind
  package var range: SourceRange

  package init(name: String, kind: Kind, range: SourceRange) {
    self.name = name
    self.kind = kind
    self.range = range
  }
}
