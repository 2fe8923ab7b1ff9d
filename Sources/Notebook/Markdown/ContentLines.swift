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
  /// Lines that the parser did not count, because they end inside mathematics or with a backslash.
  private var shifts: [Shift] = []

  private struct Shift {
    /// The line that the parser believed to be on.
    var reported: Int
    /// Lines not counted before this one.
    var before: Int
    /// Where each line not counted begins, as an offset in the text from the start of the reported one.
    var starts: [Int] = []
  }

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

  /// Notes that the parser passes over line ends without counting them.
  mutating func hide(_ count: Int, onLine reported: Int) {
    guard count > 0 else { return }
    if shifts.last?.reported != reported {
      shifts.append(Shift(reported: reported, before: shifts.last.map { $0.before + $0.starts.count } ?? 0))
    }
    let index = shifts.count - 1
    for _ in 0..<count {
      let (start, end) = bounds(reported + shifts[index].before + shifts[index].starts.count)
      shifts[index].starts.append((shifts[index].starts.last ?? 0) + end - start + 1)
    }
  }

  /// Line and column in the text given to the parser of a place that it reported.
  /// - Complexity: O(log of the lines not counted + length of the line's prefix).
  func place(_ reported: Int, _ column: Int) -> (line: Int, column: Int) {
    let index = ContentLines.count(shifts.count) { shifts[$0].reported <= reported }
    guard index > 0 else { return place(onLine: reported, column) }
    let shift = shifts[index - 1]
    guard shift.reported == reported else { return place(onLine: reported + shift.before + shift.starts.count, column) }
    let offset = column - firstColumn
    let passed = ContentLines.count(shift.starts.count) { shift.starts[$0] <= offset }
    let start = passed > 0 ? shift.starts[passed - 1] : 0
    return place(onLine: reported + shift.before + passed, column - start)
  }

  private func place(onLine line: Int, _ column: Int) -> (line: Int, column: Int) {
    if let cell { return (line, throughEscapes(column, in: cell)) }
    if line == firstLine { return (line, column) }
    return (line, bounds(line).start - text.line(line).lowerBound + column - firstColumn + 1)
  }

  /// How many of the first elements satisfy a condition that holds for a prefix.
  private static func count(_ count: Int, _ holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { low = middle + 1 } else { high = middle }
    }
    return low
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
