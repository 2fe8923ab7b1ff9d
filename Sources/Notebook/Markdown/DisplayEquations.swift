import Diagnostics

/// Display equations that run over several lines, taken out of the text before the Markdown parser sees it.
///
/// The parser would read a line of TeX that begins with `=`, `-` or `+` as structure, and `\\` as a break. Their lines are
/// replaced by an empty fence of as many lines, so that all line numbers stay true.
struct DisplayEquations {
  struct Found {
    var equation: Equation
    var attribute: Attribute?
    var range: SourceRange
  }

  /// By the line of the opening dollars.
  private(set) var found: [Int: Found] = [:]
  /// The text with the equations replaced.
  private(set) var bytes: [UInt8] = []

  private let text: MarkdownText
  private var copied = 0
  private var fence: (byte: UInt8, length: Int, quotes: Int)?

  static let fenceText = "~~~~~~~~"

  init(in text: MarkdownText) {
    self.text = text
    bytes.reserveCapacity(text.bytes.count + 64)
    var number = 1
    while number <= text.lineCount {
      let line = text.line(number)
      let prefix = LinePrefix(text.bytes, line)
      if !passFence(prefix, line), let last = takeEquation(from: number, prefix, line) { number = last }
      number += 1
    }
    bytes += text.bytes[copied...]
  }

  /// True while the line belongs to a fenced block.
  private mutating func passFence(_ prefix: LinePrefix, _ line: Range<Int>) -> Bool {
    let run = fenceRun(prefix.end, line.upperBound)
    if let open = fence {
      if prefix.quotes < open.quotes {
        fence = nil
        return passFence(prefix, line)
      }
      let rest = prefix.end + run.length..<line.upperBound
      if run.byte == open.byte, run.length >= open.length, rest.allSatisfy({ text.bytes[$0] == 0x20 || text.bytes[$0] == 0x09 }) {
        fence = nil
      }
      return true
    }
    guard run.length >= 3 else { return false }
    let info = text.bytes[prefix.end + run.length..<line.upperBound]
    if run.byte == UInt8(ascii: "`"), info.contains(UInt8(ascii: "`")) { return false }
    fence = (run.byte, run.length, prefix.quotes)
    return true
  }

  private func fenceRun(_ start: Int, _ end: Int) -> (byte: UInt8, length: Int) {
    guard start < end else { return (0, 0) }
    let byte = text.bytes[start]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return (0, 0) }
    var offset = start
    while offset < end, text.bytes[offset] == byte { offset += 1 }
    return (byte, offset - start)
  }

  // MARK: Equations

  /// Takes the equation that opens on a line; the number of its last line, or nil if there is none.
  private mutating func takeEquation(from number: Int, _ prefix: LinePrefix, _ line: Range<Int>) -> Int? {
    guard startsWithDollars(prefix.end, line.upperBound) else { return nil }
    let afterOpening = prefix.end + 2..<line.upperBound
    guard dollars(in: afterOpening) == nil, let end = closing(of: number, quotes: prefix.quotes) else { return nil }
    var pieces: [Range<Int>] = []
    var places: [SourcePosition] = []
    for current in number...end.line {
      let bounds = text.line(current)
      let start = current == number ? afterOpening.lowerBound : LinePrefix(text.bytes, bounds, quotes: prefix.quotes).end
      let piece = trimmed(start..<(current == end.line ? end.offset : bounds.upperBound))
      if piece.isEmpty, current == number || current == end.line { continue }
      pieces.append(piece)
      places.append(text.position(line: current, column: piece.lowerBound - bounds.lowerBound + 1))
    }
    let tex = pieces.map { text.string($0) }.joined(separator: "\n")
    let closingLine = text.line(end.line)
    let attribute = Attribute.parse(text, end.offset + 2..<closingLine.upperBound, line: end.line)
    let range = text.range(line: number, column: prefix.end - line.lowerBound + 1, throughLine: end.line)
    found[number] = Found(equation: Equation(tex: tex, label: nil, lineStarts: places), attribute: attribute, range: range)
    replace(number, through: end.line, prefix, line)
    return end.line
  }

  /// The closing dollars: on a later line before a blank one, with nothing but an attribute after them.
  private func closing(of number: Int, quotes: Int) -> (line: Int, offset: Int)? {
    var current = number + 1
    while current <= text.lineCount {
      let line = text.line(current)
      let prefix = LinePrefix(text.bytes, line, quotes: quotes)
      guard prefix.end < line.upperBound, prefix.quotes == quotes else { return nil }
      if let offset = dollars(in: prefix.end..<line.upperBound) {
        let rest = trimmed(offset + 2..<line.upperBound)
        let isAlone = rest.isEmpty || (text.bytes[rest.lowerBound] == UInt8(ascii: "{") && text.bytes[rest.upperBound - 1] == UInt8(ascii: "}"))
        return isAlone ? (current, offset) : nil
      }
      current += 1
    }
    return nil
  }

  private mutating func replace(_ first: Int, through last: Int, _ prefix: LinePrefix, _ line: Range<Int>) {
    let quotes = [UInt8](repeating: UInt8(ascii: ">"), count: prefix.quotes)
    bytes += text.bytes[copied..<prefix.end]
    bytes += Array((DisplayEquations.fenceText + "math").utf8)
    for _ in first + 1..<last {
      bytes.append(UInt8(ascii: "\n"))
      bytes += quotes
    }
    bytes.append(UInt8(ascii: "\n"))
    // List markers become spaces, so that the closing fence stands in the same item.
    bytes += text.bytes[line.lowerBound..<prefix.end].map { $0 == UInt8(ascii: ">") || $0 == 0x09 ? $0 : 0x20 }
    bytes += Array(DisplayEquations.fenceText.utf8)
    copied = text.line(last).upperBound
  }

  private func startsWithDollars(_ start: Int, _ end: Int) -> Bool {
    start + 1 < end && text.bytes[start] == UInt8(ascii: "$") && text.bytes[start + 1] == UInt8(ascii: "$")
  }

  /// The first unescaped `$$`.
  private func dollars(in range: Range<Int>) -> Int? {
    var offset = range.lowerBound
    while offset + 1 < range.upperBound {
      if text.bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
      } else if text.bytes[offset] == UInt8(ascii: "$"), text.bytes[offset + 1] == UInt8(ascii: "$") {
        return offset
      } else {
        offset += 1
      }
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, max(range.lowerBound, range.upperBound))
    while start < end, text.bytes[start] == 0x20 || text.bytes[start] == 0x09 { start += 1 }
    while end > start, text.bytes[end - 1] == 0x20 || text.bytes[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}
