/// A text file with an index of its lines, for turning offsets into positions and for excerpts.
public struct SourceFile: Sendable {
  /// The path as it is shown to the user.
  public let path: String
  /// The text's UTF-8 bytes, without a byte order mark.
  public let bytes: [UInt8]
  /// Byte offset of the first byte of each line.
  public let lineStarts: [Int]

  /// - Complexity: O(bytes).
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    var starts = [0]
    for (offset, byte) in self.bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    lineStarts = starts
  }

  public init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }

  public var text: String { String(decoding: bytes, as: UTF8.self) }
  public var lineCount: Int { lineStarts.count }

  /// The text of a 1-based line without its line end; empty outside the file.
  public func line(_ number: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The position of a byte offset; offsets past the end give the end.
  /// - Complexity: O(log lines).
  public func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return SourcePosition(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The byte offset of a position, clamped to the file.
  public func offset(of position: SourcePosition) -> Int {
    guard position.line >= 1 else { return 0 }
    guard position.line <= lineStarts.count else { return bytes.count }
    return min(lineStarts[position.line - 1] + max(position.column - 1, 0), bytes.count)
  }

  /// The range between two byte offsets.
  public func range(from start: Int, to end: Int) -> SourceRange {
    SourceRange(file: path, start: position(at: start), end: position(at: end))
  }

  /// A range over the whole of a 1-based line.
  public func range(ofLine number: Int) -> SourceRange {
    SourceRange(
      file: path, start: SourcePosition(line: number, column: 1),
      end: SourcePosition(line: number, column: line(number).utf8.count + 1))
  }
}
