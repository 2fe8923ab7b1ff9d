/// A half-open stretch of a text file, from `start` up to but not including `end`.
public struct SourceRange: Sendable, Hashable, Codable {
  /// The file's path as it is shown to the user: relative to the working directory, never absolute unless the user gave it so.
  public var file: String
  public var start: SourcePosition
  public var end: SourcePosition

  public init(file: String, start: SourcePosition, end: SourcePosition) {
    self.file = file
    self.start = start
    self.end = max(start, end)
  }

  /// An empty range at one position.
  public init(file: String, line: Int, column: Int = 1) {
    let position = SourcePosition(line: line, column: column)
    self.init(file: file, start: position, end: position)
  }

  /// The smallest range that covers both; `other` must lie in the same file.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: min(start, other.start), end: max(end, other.end))
  }
}
