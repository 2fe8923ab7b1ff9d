/// Appends values to bytes, in the layout that `ByteReader` reads: little-endian, lengths as 64-bit numbers.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ value: UInt8) { bytes.append(value) }
  mutating func write(_ value: Int) { withUnsafeBytes(of: Int64(value).littleEndian) { bytes.append(contentsOf: $0) } }
  mutating func write(_ value: Double) { write(Int(Int64(bitPattern: value.bitPattern))) }
  mutating func write(_ value: Bool) { write(value ? 1 as UInt8 : 0) }

  mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write(_ block: [UInt8]) {
    write(block.count)
    bytes.append(contentsOf: block)
  }

  mutating func write(_ value: Int?) {
    write(value != nil)
    if let value { write(value) }
  }
}
