import Diagnostics

/// The text of a YAML document and where each of its lines stands in the file that it was taken from.
///
/// A document may be a whole file, the head of a notebook, or the body of a fence that stands indented in a list.
package struct YAMLText: Sendable {
  package var path: String
  package var bytes: [UInt8]
  /// For each line of `bytes`, where its first byte stands in the file.
  package var origins: [SourcePosition]

  /// - Parameter origins: one position for each line of `bytes` (lines end with `\n`).
  package init(path: String, bytes: [UInt8], origins: [SourcePosition]) {
    self.path = path
    self.bytes = bytes
    self.origins = origins
  }

  /// A whole file.
  package init(_ file: SourceFile) {
    self.init(file: file, lines: 1..<file.lineCount + 1)
  }

  /// Whole lines of a file, 1-based.
  package init(file: SourceFile, lines: Range<Int>) {
    let lines = lines.clamped(to: 1..<file.lineCount + 1)
    let start = lines.isEmpty ? 0 : file.lineStarts[lines.lowerBound - 1]
    let end = lines.isEmpty ? 0 : lines.upperBound <= file.lineCount ? file.lineStarts[lines.upperBound - 1] : file.bytes.count
    let origins = lines.map { SourcePosition(line: $0, column: 1) }
    self.init(
      path: file.path, bytes: Array(file.bytes[start..<end]),
      origins: origins.isEmpty ? [SourcePosition(line: 1, column: 1)] : origins)
  }
}
