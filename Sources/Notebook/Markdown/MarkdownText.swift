import Diagnostics

/// A text that is given to the Markdown parser, and where its lines stand in the notebook.
struct MarkdownText {
  enum Mapping {
    /// Line and column are those of the file.
    case identity
    /// Where the first byte of each line stands.
    case lines([SourcePosition])
    /// The text was folded or unescaped: every place in it is this range.
    case fixed(SourceRange)
  }

  let path: String
  let bytes: [UInt8]
  let mapping: Mapping
  private let lineStarts: [Int]

  init(path: String, bytes: [UInt8], mapping: Mapping = .identity) {
    self.path = path
    self.bytes = bytes
    self.mapping = mapping
    var starts = [0]
    bytes.withUnsafeBufferPointer { buffer in
      for offset in buffer.indices where buffer[offset] == UInt8(ascii: "\n") { starts.append(offset + 1) }
    }
    lineStarts = starts
  }

  var lineCount: Int { lineStarts.count }

  /// The byte offsets of a 1-based line, without its line end; empty outside the text.
  func line(_ number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return bytes.count..<bytes.count }
    let end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    return lineStarts[number - 1]..<end
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The position in the file of a 1-based line and column of this text.
  func position(line: Int, column: Int) -> SourcePosition {
    switch mapping {
    case .identity: return SourcePosition(line: max(line, 1), column: max(column, 1))
    case .lines(let origins):
      guard let origin = line >= 1 && line <= origins.count ? origins[line - 1] : origins.last else {
        return SourcePosition(line: 1, column: 1)
      }
      return SourcePosition(line: origin.line, column: origin.column + max(column, 1) - 1)
    case .fixed(let range): return range.start
    }
  }

  func range(_ start: SourcePosition, _ end: SourcePosition) -> SourceRange {
    if case .fixed(let range) = mapping { return range }
    return SourceRange(file: path, start: start, end: end)
  }

  /// The range from a column of a line to the last character of a line that is not a space.
  func range(line: Int, column: Int, throughLine last: Int) -> SourceRange {
    let bounds = self.line(last)
    var end = bounds.upperBound
    while end > bounds.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return range(position(line: line, column: column), position(line: last, column: end - bounds.lowerBound + 1))
  }
}
