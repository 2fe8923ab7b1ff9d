/// Diagnostics as JSON objects.
enum JSONDiagnostics {
  static func text(_ diagnostic: Diagnostic) -> String {
    var members = [member("code", diagnostic.code), member("severity", diagnostic.severity.rawValue), member("message", diagnostic.message)]
    members += place(diagnostic.range)
    let notes = diagnostic.notes.map { "{" + ([member("message", $0.message)] + place($0.range)).joined(separator: ", ") + "}" }
    members.append("\"notes\": [" + notes.joined(separator: ", ") + "]")
    return "{" + members.joined(separator: ", ") + "}"
  }

  private static func member(_ key: String, _ value: String) -> String { "\(JSONText.quoted(key)): \(JSONText.quoted(value))" }

  private static func place(_ range: SourceRange?) -> [String] {
    guard let range else { return [] }
    return [
      member("file", range.file), "\"line\": \(range.start.line)", "\"column\": \(range.start.column)",
      "\"endLine\": \(range.end.line)", "\"endColumn\": \(range.end.column)",
    ]
  }
}
