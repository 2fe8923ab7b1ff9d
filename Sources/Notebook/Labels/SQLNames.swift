/// Names that SQL takes without quotes.
enum SQLNames {
  /// `[a-z][a-z0-9_]*`
  static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first >= 0x61, first <= 0x7A else { return false }
    return name.utf8.allSatisfy { ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == UInt8(ascii: "_") }
  }

  /// `[A-Za-z_][A-Za-z0-9_]*`
  static func isColumnName(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return isName(lowered) || (lowered.first == "_" && isName("a" + lowered.dropFirst()))
  }

  static func isReserved(_ name: String) -> Bool { reserved.contains(name.lowercased()) }

  /// The nearest legal name to one that is not, e.g. `runs_2` for `Runs-2`.
  static func proposal(for name: String) -> String {
    var result = ""
    for character in name.lowercased() {
      let isLegal = ("a"..."z").contains(character) || ("0"..."9").contains(character)
      if isLegal { result.append(character) } else if !result.isEmpty, result.last != "_" { result.append("_") }
    }
    while result.last == "_" { result.removeLast() }
    if let first = result.first, ("0"..."9").contains(first) { result = "t" + result }
    if result.isEmpty { return "runs" }
    return isReserved(result) ? result + "_table" : result
  }

  /// What SQLite refuses as the name of a table or a column unless it is quoted.
  private static let reserved: Set<String> = [
    "add", "all", "alter", "and", "as", "autoincrement", "between", "case", "cast", "check", "collate", "commit",
    "constraint", "create", "default", "deferrable", "delete", "distinct", "drop", "else", "escape", "except", "exists",
    "foreign", "from", "group", "having", "if", "in", "index", "insert", "intersect", "into", "is", "isnull", "join",
    "limit", "not", "nothing", "notnull", "null", "on", "or", "order", "primary", "raise", "references", "returning",
    "select", "set", "table", "then", "to", "transaction", "union", "unique", "update", "using", "values", "when", "where",
  ]
}
