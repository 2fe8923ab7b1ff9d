/// Reads the numbers of a binary file one after the other, never past its end.
struct ByteCursor {
  let source: FileBytes
  private(set) var offset = 0

  init(_ source: FileBytes) { self.source = source }

  var remaining: Int { source.bytes.count - offset }

  /// The next `count` bytes.
  /// - Throws: `DataError.truncated` if there are not so many.
  mutating func bytes(_ count: Int) throws(DataError) -> ArraySlice<UInt8> {
    guard count <= remaining else {
      throw .truncated(file: source.name, offset: offset, expected: count, found: remaining)
    }
    defer { offset += count }
    return source.bytes[offset..<(offset + count)]
  }

  /// The next `count` bytes as a number, most significant first.
  mutating func bigEndian(_ count: Int) throws(DataError) -> Int { try bytes(count).reduce(0) { $0 << 8 | Int($1) } }

  /// The next `count` bytes as a number, least significant first.
  mutating func littleEndian(_ count: Int) throws(DataError) -> Int {
    try bytes(count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
