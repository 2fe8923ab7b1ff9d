/// Diagnostics as a terminal shows them.
struct ConsoleDiagnostics {
  let files: [String: SourceFile]
  let colour: Bool

  private enum Style: String { case bold = "1", red = "1;31", yellow = "1;33", blue = "1;34", faint = "2" }

  func text(_ diagnostic: Diagnostic) -> String {
    let style: Style = diagnostic.severity == .error ? .red : diagnostic.severity == .warning ? .yellow : .blue
    var result = place(diagnostic.range) + paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]:", style)
    result += " " + paint(SafeText.of(diagnostic.message), .bold) + "\n"
    result += excerpt(diagnostic.range, style)
    for note in diagnostic.notes {
      result += "  " + place(note.range) + paint("note:", .blue) + " " + SafeText.of(note.message) + "\n"
      result += excerpt(note.range, .blue)
    }
    return result
  }

  private func place(_ range: SourceRange?) -> String {
    guard let range else { return "" }
    return paint("\(SafeText.of(range.file)):\(range.start.line):\(range.start.column):", .bold) + " "
  }

  private func excerpt(_ range: SourceRange?, _ style: Style) -> String {
    guard let range, let file = files[range.file], let excerpt = Excerpt(range, in: file) else { return "" }
    let number = String(range.start.line)
    let margin = String(repeating: " ", count: max(5 - number.count, 0))
    let empty = String(repeating: " ", count: max(5, number.count))
    return paint("\(margin)\(number) |", .faint) + (excerpt.text.isEmpty ? "" : " " + excerpt.text) + "\n"
      + paint("\(empty) |", .faint) + " " + String(repeating: " ", count: excerpt.indent)
      + paint("^" + String(repeating: "~", count: max(excerpt.width - 1, 0)), style) + "\n"
  }

  private func paint(_ text: String, _ style: Style) -> String { colour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text }
}

/// Text that a terminal prints as it is: a notebook may come from a stranger.
enum SafeText {
  /// Control characters, and those that turn the direction of writing, become U+FFFD.
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x2028, 0x2029: true
    default: false
    }
  }
}
