/// How diagnostics are laid out for those who read them.
public enum DiagnosticFormat: Sendable, Hashable {
  /// For people: place, message, the line with a caret below, notes.
  case console(colour: Bool)
  /// Workflow commands of GitHub Actions, one a line.
  case github
  /// An array of objects, one a line; columns count UTF-8 bytes.
  case json
  /// SARIF 2.1.0, for code scanning; columns count Unicode code points.
  case sarif

  /// The text for some diagnostics, ordered by file and place.
  ///
  /// - Parameter files: the sources by path, for excerpts and columns; a file that is not there is named without an excerpt.
  public func text(_ diagnostics: [Diagnostic], files: [String: SourceFile] = [:]) -> String {
    let ordered = DiagnosticFormat.inOrder(diagnostics)
    switch self {
    case .console(let colour):
      let writer = ConsoleDiagnostics(files: files, colour: colour)
      return ordered.map(writer.text).joined(separator: "\n")
    case .github: return ordered.map { GitHubDiagnostics.text($0, files) + "\n" }.joined()
    case .json:
      let lines = ordered.map { "  " + JSONDiagnostics.text($0) }
      return lines.isEmpty ? "[]\n" : "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    case .sarif: return SARIFDiagnostics.text(ordered, files)
    }
  }

  /// By file, line and column; those of one place in the order given, those without a place first.
  static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let nowhere = SourceRange(file: "", line: 0, column: 0)
    return diagnostics.enumerated().sorted { a, b in
      let (x, y) = (a.element.range ?? nowhere, b.element.range ?? nowhere)
      if x.file != y.file { return x.file < y.file }
      return x.start == y.start ? a.offset < b.offset : x.start < y.start
    }.map(\.element)
  }
}
