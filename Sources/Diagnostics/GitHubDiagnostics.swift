/// Diagnostics as workflow commands: `::error file=…,line=…,col=…::…`.
enum GitHubDiagnostics {
  static func text(_ diagnostic: Diagnostic, _ files: [String: SourceFile]) -> String {
    let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
    var properties: [String] = []
    if let range = diagnostic.range {
      properties = ["file=\(property(range.file))", "line=\(range.start.line)", "endLine=\(range.end.line)"]
      // The columns of an annotation are shown only when it is on one line.
      if range.start.line == range.end.line {
        let columns = CodePointColumns(range, files)
        properties += ["col=\(columns.start)", "endColumn=\(columns.end)"]
      }
    }
    properties.append("title=\(property(diagnostic.code))")
    let notes = diagnostic.notes.map { note in
      "\nnote: " + (note.range.map { "\($0.file):\($0.start.line):\($0.start.column): " } ?? "") + note.message
    }
    return "::\(command) \(properties.joined(separator: ","))::\(data(diagnostic.message + notes.joined()))"
  }

  /// What a message may not hold as it is.
  private static func data(_ text: String) -> String { escape(text, ["%", "\r", "\n"]) }

  /// What the value of a property may not hold besides.
  private static func property(_ text: String) -> String { escape(text, ["%", "\r", "\n", ":", ","]) }

  private static func escape(_ text: String, _ special: [Unicode.Scalar]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if special.contains(scalar) {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (hex.count < 2 ? "0" : "") + hex
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Columns counted in Unicode code points, 1-based; in bytes when the file is not at hand.
struct CodePointColumns {
  let start: Int
  let end: Int

  init(_ range: SourceRange, _ files: [String: SourceFile]) {
    guard let file = files[range.file] else {
      (start, end) = (range.start.column, range.end.column)
      return
    }
    start = CodePointColumns.column(range.start, file)
    end = CodePointColumns.column(range.end, file)
  }

  private static func column(_ position: SourcePosition, _ file: SourceFile) -> Int {
    guard position.line >= 1, position.line <= file.lineCount else { return position.column }
    let line = file.lineStarts[position.line - 1]
    let end = file.offset(of: position)
    return file.bytes[min(line, end)..<end].reduce(1) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }
}
