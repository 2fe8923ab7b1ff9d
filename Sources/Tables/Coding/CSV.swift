/// Tables as comma-separated values (RFC 4180), or separated by tabs.
public enum CSV {
  public static let comma = UInt8(ascii: ",")
  public static let tab = UInt8(ascii: "\t")

  /// The table as text in UTF-8: a header, then a line a row, each ended by `\n`.
  ///
  /// A missing cell is empty, an empty text is `""`. Numbers have the fewest digits that read back as the same number, real
  /// ones always with a point or an exponent.
  /// - Complexity: O(cells).
  public static func write(_ table: Table, delimiter: UInt8 = comma) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, column) in table.columns.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      append(column.name, to: &bytes, delimiter)
    }
    bytes.append(UInt8(ascii: "\n"))
    for row in 0..<table.rowCount {
      for (index, column) in table.columns.enumerated() {
        if index > 0 { bytes.append(delimiter) }
        append(column.storage, row, to: &bytes, delimiter)
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// The table as text.
  public static func text(_ table: Table, delimiter: UInt8 = comma) -> String {
    String(decoding: write(table, delimiter: delimiter), as: UTF8.self)
  }

  private static func append(_ storage: Column.Storage, _ row: Int, to bytes: inout [UInt8], _ delimiter: UInt8) {
    switch storage {
    case .integer(let cells): if let cell = cells[row] { bytes += Array(String(cell).utf8) }
    case .real(let cells): if !cells[row].isNaN { bytes += Array("\(cells[row])".utf8) }
    case .boolean(let cells): if let cell = cells[row] { bytes += Array((cell ? "true" : "false").utf8) }
    case .text(let cells): if let cell = cells[row] { append(cell, to: &bytes, delimiter) }
    }
  }

  /// Quotes a text that is empty, holds the delimiter, a quote or a line end, or begins or ends with a space.
  private static func append(_ text: String, to bytes: inout [UInt8], _ delimiter: UInt8) {
    let special = text.utf8.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
    guard special || text.isEmpty || text.utf8.first == 0x20 || text.utf8.last == 0x20 else {
      bytes += Array(text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
