import Diagnostics

/// Whether a path that a notebook names stays below the notebook's folder.
enum PathCheck {
  /// What is wrong with a path; nil when it is relative and does not climb out.
  static func problem(with path: String, of kind: String, at range: SourceRange) -> Diagnostic? {
    if path.isEmpty { return NotebookDiagnostics.emptyPath(kind, at: range) }
    if hasScheme(path) { return NotebookDiagnostics.remotePath(path, kind, at: range) }
    let bytes = path.utf8
    if bytes.first == UInt8(ascii: "/") || bytes.first == UInt8(ascii: "\\") || bytes.first == UInt8(ascii: "~") {
      return NotebookDiagnostics.absolutePath(path, kind, at: range)
    }
    var depth = 0
    for component in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      if component == ".." { depth -= 1 } else if component != "." { depth += 1 }
      if depth < 0 { return NotebookDiagnostics.climbingPath(path, kind, at: range) }
    }
    return nil
  }

  /// `https:`, `data:`, `file:`, also the `C:` of Windows.
  private static func hasScheme(_ path: String) -> Bool {
    guard let colon = path.utf8.firstIndex(of: UInt8(ascii: ":")), colon != path.utf8.startIndex else { return false }
    return path.utf8[..<colon].allSatisfy {
      (($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }
}
