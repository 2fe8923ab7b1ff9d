/// Diagnostics as a SARIF 2.1.0 log of one run.
enum SARIFDiagnostics {
  static func text(_ diagnostics: [Diagnostic], _ files: [String: SourceFile]) -> String {
    let codes = Set(diagnostics.map(\.code)).sorted()
    let rules = codes.map { "{\"id\": \(JSONText.quoted($0))}" }.joined(separator: ", ")
    let results = diagnostics.map { "        " + result($0, codes, files) }.joined(separator: ",\n")
    return """
      {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
          {
            "tool": {"driver": {"name": "reprise", "rules": [\(rules)]}},
            "columnKind": "unicodeCodePoints",
            "results": [\(results.isEmpty ? "" : "\n" + results + "\n      ")]
          }
        ]
      }

      """
  }

  private static func result(_ diagnostic: Diagnostic, _ codes: [String], _ files: [String: SourceFile]) -> String {
    var members = [
      "\"ruleId\": \(JSONText.quoted(diagnostic.code))",
      "\"ruleIndex\": \(codes.firstIndex(of: diagnostic.code) ?? 0)",
      "\"level\": \(JSONText.quoted(diagnostic.severity.rawValue))",
      "\"message\": \(message(diagnostic))",
    ]
    if let range = diagnostic.range { members.append("\"locations\": [{\(physical(range, files))}]") }
    let related = diagnostic.notes.compactMap { note in
      note.range.map { "{\(physical($0, files)), \"message\": {\"text\": \(JSONText.quoted(note.message))}}" }
    }
    if !related.isEmpty { members.append("\"relatedLocations\": [\(related.joined(separator: ", "))]") }
    return "{" + members.joined(separator: ", ") + "}"
  }

  /// The message, and the notes that have no place of their own.
  private static func message(_ diagnostic: Diagnostic) -> String {
    let notes = diagnostic.notes.filter { $0.range == nil }.map { "\n" + $0.message }
    return "{\"text\": \(JSONText.quoted(diagnostic.message + notes.joined()))}"
  }

  private static func physical(_ range: SourceRange, _ files: [String: SourceFile]) -> String {
    let columns = CodePointColumns(range, files)
    let region = "{\"startLine\": \(range.start.line), \"startColumn\": \(columns.start), \"endLine\": \(range.end.line), \"endColumn\": \(columns.end)}"
    return "\"physicalLocation\": {\"artifactLocation\": {\"uri\": \(JSONText.quoted(uri(range.file)))}, \"region\": \(region)}"
  }

  /// A path as a URI reference: all but unreserved characters and slashes as percent codes.
  private static func uri(_ path: String) -> String {
    var result: [UInt8] = []
    for byte in path.utf8 {
      let isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
      if isLetter || (byte >= 0x30 && byte <= 0x39) || "-._~/".utf8.contains(byte) {
        result.append(byte)
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        result += Array(("%" + (hex.count < 2 ? "0" : "") + hex).utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
