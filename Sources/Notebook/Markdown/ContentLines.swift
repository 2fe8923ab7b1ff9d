import Diagnostics

/// Where the text of a paragraph, heading or cell stands, line by line.
///
/// cmark-gfm counts columns in the block's own text, as if every line began in the column of the first, and does not see
/// line ends inside mathematics; this puts both right.
struct ContentLines {
  private let text: MarkdownText
  private let firstLine: Int
  private let firstColumn: Int
  let quotes: Int
  private let cell: Range<Int>?
  /// Line ends passed over inside mathematics, by the line that the parser believed to be on.
  private var hidden: [(line: Int, count: Int)] = []

  /// - Parameters:
  ///   - quotes: block quotes around the block.
  ///   - cell: the bytes of a table's cell, in which `\|` was read as one byte.
  init(_ text: MarkdownText, firstLine: Int, firstColumn: Int, quotes: Int, cell: Range<Int>? = nil) {
    self.text = text
    self.firstLine = firstLine
    self.firstColumn = firstColumn
    self.quotes = quotes
    self.cell = cell
  }

  mutating func hide(_ count: Int, onLine line: Int) {
    if count > 0 { hidden.append((line, count)) }
  }

  /// Line and column in the text given to the parser of a place that it reported.
  func place(_ line: Int, _ column: Int) -> (line: Int, column: Int) {
    var line = line
    if !hidden.isEmpty {
      var rest = 0
      let reported = line
      for (at, count) in hidden {
        if at < reported { line += count } else if at == reported { rest += count }
      }
      var offset = column - firstColumn
      while rest > 0 {
        let (start, end) = bounds(line)
        if offset <= end - start { break }
        offset -= end - start + 1
        line += 1
        rest -= 1
      }
      return (line, bounds(line).start - text.line(line).lowerBound + offset + 1)
    }
    if let cell { return (line, throughEscapes(column, in: cell)) }
    if line == firstLine { return (line, column) }
    return (line, bounds(line).start - text.line(line).lowerBound + column - firstColumn + 1)
  }

  /// Start and end of a line's part of the text, as byte offsets.
  private func bounds(_ line: Int) -> (start: Int, end: Int) {
    let bytes = text.line(line)
    if line == firstLine { return (min(bytes.lowerBound + firstColumn - 1, bytes.upperBound), bytes.upperBound) }
    return (LinePrefix(text.bytes, bytes, quotes: quotes).end, bytes.upperBound)
  }

  private func throughEscapes(_ column: Int, in cell: Range<Int>) -> Int {
    let start = text.line(firstLine).lowerBound
    var left = column - 1 - (cell.lowerBound - start)
    var offset = cell.lowerBound
    while left > 0, offset < cell.upperBound {
      let isEscaped = text.bytes[offset] == UInt8(ascii: "\\") && offset + 1 < cell.upperBound && text.bytes[offset + 1] == UInt8(ascii: "|")
      offset += isEscaped ? 2 : 1
      left -= 1
    }
    return offset - start + 1 + max(left, 0)
  }
}
