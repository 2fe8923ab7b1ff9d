/// Bytes that are not what they should be.
struct MalformedBytes: Error, Hashable {
  var expectation: String
}

/// Reads what a `ByteWriter` wrote; every read checks that the bytes are there.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  var isAtEnd: Bool { position == bytes.endIndex }

  mutating func readByte() throws(MalformedBytes) -> UInt8 {
    try read(1)[position - 1]
  }

  mutating func readInt() throws(MalformedBytes) -> Int {
    let word = try read(8)
    return word.withUnsafeBytes { Int(Int64(littleEndian: $0.loadUnaligned(as: Int64.self))) }
  }

  mutating func readDouble() throws(MalformedBytes) -> Double {
    Double(bitPattern: UInt64(bitPattern: Int64(try readInt())))
  }

  mutating func readBool() throws(MalformedBytes) -> Bool { try readByte() != 0 }

  mutating func readText() throws(MalformedBytes) -> String {
    let count = try readInt()
    return String(decoding: try read(count), as: UTF8.self)
  }

  mutating func readBlock() throws(MalformedBytes) -> ArraySlice<UInt8> {
    let count = try readInt()
    return try read(count)
  }

  mutating func readOptionalInt() throws(MalformedBytes) -> Int? { try readBool() ? try readInt() : nil }

  /// A number of elements that follow, each at least one byte long.
  mutating func readCount() throws(MalformedBytes) -> Int {
    let count = try readInt()
    guard count >= 0, count <= bytes.endIndex - position else { throw MalformedBytes(expectation: "\(count) elements") }
    return count
  }

  private mutating func read(_ count: Int) throws(MalformedBytes) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw MalformedBytes(expectation: "\(count) bytes") }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
