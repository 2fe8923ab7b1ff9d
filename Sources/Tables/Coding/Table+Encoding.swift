extension Table {
  /// The first bytes of an encoded table: a name and the version of the layout.
  static let magic = Array("RPTABLE".utf8) + [1]

  /// The table as bytes, column by column, little-endian: the form of the results store.
  ///
  /// Layout: magic and version; rows (8 bytes), columns (4); then for each column its name (length, UTF-8), its type (1 byte) and
  /// its cells. Reals are their bits. The other types begin with one bit a row that says whether there is a value; integers then
  /// take 8 bytes a row, Booleans a bit, texts a length of 4 bytes and, after all lengths, their UTF-8.
  /// - Complexity: O(bytes).
  public func encoded() -> [UInt8] {
    var writer = ByteWriter()
    writer.bytes += Table.magic
    writer.append(UInt64(rowCount))
    writer.append(UInt32(columns.count))
    for column in columns {
      writer.append(UInt32(column.name.utf8.count))
      writer.bytes += Array(column.name.utf8)
      writer.append(column.storage)
    }
    return writer.bytes
  }
}

/// Appends numbers in little-endian order.
private struct ByteWriter {
  var bytes: [UInt8] = []

  mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(bits: [Bool]) {
    var byte: UInt8 = 0
    for (index, bit) in bits.enumerated() {
      if bit { byte |= 1 << UInt8(index & 7) }
      if index & 7 == 7 {
        bytes.append(byte)
        byte = 0
      }
    }
    if bits.count & 7 != 0 { bytes.append(byte) }
  }

  mutating func append(_ storage: Column.Storage) {
    switch storage {
    case .integer(let cells):
      bytes.append(0)
      append(bits: cells.map { $0 != nil })
      for cell in cells { append(Int64(cell ?? 0)) }
    case .real(let cells):
      bytes.append(1)
      for cell in cells { append(cell.bitPattern) }
    case .text(let cells):
      bytes.append(2)
      append(bits: cells.map { $0 != nil })
      for cell in cells { append(UInt32(cell?.utf8.count ?? 0)) }
      for case let cell? in cells { bytes.append(contentsOf: cell.utf8) }
    case .boolean(let cells):
      bytes.append(3)
      append(bits: cells.map { $0 != nil })
      append(bits: cells.map { $0 ?? false })
    }
  }
}
