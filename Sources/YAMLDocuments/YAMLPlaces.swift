import Diagnostics

/// Turns the parser's marks, which count characters, into byte offsets and positions in the file.
struct YAMLPlaces {
  let text: YAMLText
  /// Byte offset of each line of the text.
  private let lineStarts: [Int]
  /// Byte offset of every 64th character; empty when all characters are one byte long.
  private let checkpoints: [Int]
  /// The line found last: places are asked for nearly in order.
  private var lastLine = 0

  init(_ text: YAMLText) {
    self.text = text
    var starts = [0]
    var isASCII = true
    for (offset, byte) in text.bytes.enumerated() {
      if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
      if byte >= 0x80 { isASCII = false }
    }
    lineStarts = starts
    var points: [Int] = []
    if !isASCII {
      var count = 0
      for (offset, byte) in text.bytes.enumerated() where byte & 0xC0 != 0x80 {
        if count & 63 == 0 { points.append(offset) }
        count += 1
      }
    }
    checkpoints = points
  }

  /// The byte offset of the character of an index, at most the text's length.
  func offset(ofCharacter index: Int) -> Int {
    guard !checkpoints.isEmpty else { return min(index, text.bytes.count) }
    guard index >> 6 < checkpoints.count else { return text.bytes.count }
    var offset = checkpoints[index >> 6]
    var left = index & 63
    while left > 0, offset < text.bytes.count {
      offset += 1
      while offset < text.bytes.count, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// The position in the file of a byte offset in the text.
  mutating func position(at offset: Int) -> SourcePosition {
    let line = line(at: offset)
    let origin = line < text.origins.count ? text.origins[line] : text.origins.last ?? SourcePosition(line: 1, column: 1)
    return SourcePosition(line: origin.line, column: origin.column + offset - lineStarts[line])
  }

  mutating func range(_ start: Int, _ end: Int) -> SourceRange {
    let from = position(at: start)
    return SourceRange(file: text.path, start: from, end: position(at: end))
  }

  /// The bytes of the line that holds an offset, without the line end.
  mutating func lineBytes(at offset: Int) -> Range<Int> {
    let line = line(at: min(offset, text.bytes.count))
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : text.bytes.count
    if end > lineStarts[line], end <= text.bytes.count, text.bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return lineStarts[line]..<max(end, lineStarts[line])
  }

  private mutating func line(at offset: Int) -> Int {
    if lineStarts[lastLine] <= offset {
      for line in lastLine..<min(lastLine + 4, lineStarts.count)
      where line + 1 == lineStarts.count || lineStarts[line + 1] > offset {
        lastLine = line
        return line
      }
    }
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    lastLine = low
    return low
  }
}
