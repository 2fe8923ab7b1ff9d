/// Why bytes are not an encoded table.
public enum TableDecodingError: Error, Sendable, Hashable {
  /// Another kind of file.
  case notATable
  /// A layout of another version.
  case version(UInt8)
  /// The bytes end too early.
  case truncated
  /// Something that the layout does not allow, e.g. an unknown type of column.
  case corrupt(String)
}

extension Table {
  /// The table that `encoded()` gave.
  ///
  /// - Throws: `TableDecodingError` when the bytes are truncated, have more than the table, or are no table of this version.
  /// - Complexity: O(bytes).
  public init(decoding bytes: [UInt8]) throws(TableDecodingError) {
    var reader = ByteReader(bytes)
    let magic = try reader.take(Table.magic.count)
    guard magic.dropLast().elementsEqual(Table.magic.dropLast()) else { throw .notATable }
    guard let version = magic.last, version == Table.magic.last else { throw .version(magic.last ?? 0) }
    let rows = try reader.number(UInt64.self)
    let count = try reader.number(UInt32.self)
    guard rows <= UInt64(bytes.count) * 8, Int(count) <= bytes.count else { throw .truncated }
    var columns: [Column] = []
    var names: Set<String> = []
    for _ in 0..<count {
      let name = try reader.text(Int(try reader.number(UInt32.self)))
      guard names.insert(name).inserted else { throw .corrupt("column '\(name)' twice") }
      columns.append(Column(name, try reader.storage(rows: Int(rows))))
    }
    guard reader.isAtEnd else { throw .corrupt("bytes after the last column") }
    guard count > 0 || rows == 0 else { throw .corrupt("rows without columns") }
    self.init(columns)
  }
}

/// Reads little-endian numbers, never past the end.
private struct ByteReader {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { offset == bytes.count }

  mutating func take(_ count: Int) throws(TableDecodingError) -> ArraySlice<UInt8> {
    guard count <= bytes.count - offset else { throw .truncated }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws(TableDecodingError) -> Number {
    let slice = try take(MemoryLayout<Number>.size)
    return slice.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(as: Number.self)) }
  }

  mutating func text(_ count: Int) throws(TableDecodingError) -> String {
    guard let text = String(validating: try take(count), as: UTF8.self) else { throw .corrupt("a text that is not UTF-8") }
    return text
  }

  mutating func bits(_ count: Int) throws(TableDecodingError) -> [Bool] {
    let slice = try take((count + 7) / 8)
    return (0..<count).map { slice[slice.startIndex + $0 >> 3] >> UInt8($0 & 7) & 1 == 1 }
  }

  mutating func storage(rows: Int) throws(TableDecodingError) -> Column.Storage {
    switch try number(UInt8.self) {
    case 0:
      let isGiven = try bits(rows)
      let slice = try take(8 * rows)
      return slice.withUnsafeBytes { raw in
        .integer((0..<rows).map { isGiven[$0] ? Int(Int64(littleEndian: raw.loadUnaligned(fromByteOffset: 8 * $0, as: Int64.self))) : nil })
      }
    case 1:
      let slice = try take(8 * rows)
      return slice.withUnsafeBytes { raw in
        .real((0..<rows).map { Double(bitPattern: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self))) })
      }
    case 2:
      let isGiven = try bits(rows)
      var lengths: [Int] = []
      for _ in 0..<rows { lengths.append(Int(try number(UInt32.self))) }
      var cells: [String?] = []
      for row in 0..<rows { cells.append(isGiven[row] ? try text(lengths[row]) : nil) }
      return .text(cells)
    case 3:
      let isGiven = try bits(rows)
      let values = try bits(rows)
      return .boolean((0..<rows).map { isGiven[$0] ? values[$0] : nil })
    case let type: throw .corrupt("unknown type \(type) of column")
    }
  }
}
