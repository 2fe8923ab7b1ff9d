import Diagnostics

/// Finds the front matter: from a first line `---` to the next line `---` or `...`.
struct FrontMatterLines {
  /// The lines between the two, 1-based.
  var lines: Range<Int>
  /// The line that closes it.
  var closing: Int

  init?(in file: SourceFile, _ context: ParseContext) {
    guard FrontMatterLines.isMarker(file, 1, "---") else { return nil }
    var number = 2
    while number <= file.lineCount {
      if FrontMatterLines.isMarker(file, number, "---") || FrontMatterLines.isMarker(file, number, "...") {
        (lines, closing) = (2..<number, number)
        return
      }
      number += 1
    }
    // A rule at the head of a text is no front matter; a line 'key:' after it shows that one was meant.
    let next = file.line(2)
    let key = next.prefix { $0 != ":" }
    if key.count < next.count, !key.isEmpty, !key.contains(" ") {
      context.report(NotebookDiagnostics.unclosedFrontMatter(at: file.range(ofLine: 1)))
    }
    return nil
  }

  private static func isMarker(_ file: SourceFile, _ number: Int, _ marker: String) -> Bool {
    guard number <= file.lineCount else { return false }
    let start = file.lineStarts[number - 1]
    guard file.bytes[start...].starts(with: marker.utf8) else { return false }
    var offset = start + 3
    while offset < file.bytes.count, file.bytes[offset] != 0x0A {
      guard file.bytes[offset] == 0x20 || file.bytes[offset] == 0x09 || file.bytes[offset] == 0x0D else { return false }
      offset += 1
    }
    return true
  }
}
