import Charting

extension ReportBuilder {
  /// Remembers which experiments a query asks, so that a page can link what was computed to how.
  func noteOrigins(of anchor: String?, sql: String) {
    guard let anchor else { return }
    let names = TableNames.inQuery(sql)
    for outcome in execution.outcomes where outcome.tables.contains(where: { names.contains($0.name.lowercased()) }) {
      if origins[anchor]?.contains(outcome.label) != true { origins[anchor, default: []].append(outcome.label) }
    }
  }

  func noteOrigins(of anchor: String?, _ source: DataSource) {
    switch source {
    case .table(let name, _): noteOrigins(of: anchor, sql: "SELECT * FROM \(name)")
    case .query(let sql, _): noteOrigins(of: anchor, sql: sql)
    case .url: break
    }
  }
}

/// The tables that a query names.
enum TableNames {
  /// What stands after `FROM` and `JOIN`, in lower case; also names of common table expressions and aliases.
  static func inQuery(_ sql: String) -> Set<String> {
    var names: Set<String> = []
    var isSource = false
    for token in CodeHighlighter.tokens(of: sql, in: .sql) {
      switch token.kind {
      case .keyword:
        let keyword = token.text.lowercased()
        if keyword != "as" { isSource = keyword == "from" || keyword == "join" }
      case .plain where isSource:
        for word in token.text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) { names.insert(word.lowercased()) }
      default: break
      }
    }
    return names
  }
}
