import Tables

/// The binary form of a table, cells in columns.
enum TableCoding {
  static func encode(_ table: Table) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(table.rowCount)
    writer.write(table.columns.count)
    for column in table.columns {
      writer.write(column.name)
      switch column.storage {
      case .real(let cells):
        writer.write(0 as UInt8)
        for cell in cells { writer.write(cell) }
      case .integer(let cells):
        writer.write(1 as UInt8)
        for cell in cells { writer.write(cell) }
      case .text(let cells):
        writer.write(2 as UInt8)
        for cell in cells {
          writer.write(cell != nil)
          if let cell { writer.write(cell) }
        }
      case .boolean(let cells):
        writer.write(3 as UInt8)
        for cell in cells { writer.write(cell.map { $0 ? 2 : 1 } ?? 0 as UInt8) }
      }
    }
    return writer.bytes
  }

  static func decode(_ bytes: ArraySlice<UInt8>) throws(MalformedBytes) -> Table {
    var reader = ByteReader(bytes)
    let rows = try reader.readInt()
    var columns: [Column] = []
    for _ in 0..<(try reader.readCount()) {
      let name = try reader.readText()
      let type = try reader.readByte()
      guard rows >= 0, rows <= bytes.count else { throw MalformedBytes(expectation: "\(rows) rows") }
      columns.append(Column(name, try storage(type, rows: rows, &reader)))
    }
    return Table(columns)
  }

  private static func storage(_ type: UInt8, rows: Int, _ reader: inout ByteReader) throws(MalformedBytes) -> Column.Storage {
    switch type {
    case 0:
      var cells: [Double] = []
      for _ in 0..<rows { cells.append(try reader.readDouble()) }
      return .real(cells)
    case 1:
      var cells: [Int?] = []
      for _ in 0..<rows { cells.append(try reader.readOptionalInt()) }
      return .integer(cells)
    case 2:
      var cells: [String?] = []
      for _ in 0..<rows { cells.append(try reader.readBool() ? try reader.readText() : nil) }
      return .text(cells)
    case 3:
      var cells: [Bool?] = []
      for _ in 0..<rows {
        let byte = try reader.readByte()
        cells.append(byte == 0 ? nil : byte == 2)
      }
      return .boolean(cells)
    default: throw MalformedBytes(expectation: "a column's type")
    }
  }
}
