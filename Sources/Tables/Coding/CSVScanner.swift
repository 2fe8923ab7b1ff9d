import Diagnostics

/// Cuts delimited text into rows of fields.
struct CSVScanner {
  /// Bytes of a field, without its quotes.
  struct Field {
    var bytes: Range<Int>
    var isQuoted: Bool

    /// Nothing at all, not even quotes.
    var isEmpty: Bool { bytes.isEmpty && !isQuoted }
  }

  struct Row {
    var line: Int
    /// Places in the scanner's fields.
    var fields: Range<Int>
  }

  private(set) var rows: [Row] = []
  /// Of all rows, one after the other: an array a row would be most of the memory of a long table.
  private(set) var fields: [Field] = []
  private(set) var diagnostics: [Diagnostic] = []
  let bytes: [UInt8]
  private let path: String
  private let delimiter: UInt8
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  init(_ bytes: [UInt8], path: String, delimiter: UInt8) {
    self.path = path
    self.delimiter = delimiter
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var text = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    if String(validating: text, as: UTF8.self) == nil {
      text = Array(String(decoding: text, as: UTF8.self).utf8)
      let first = zip(text, bytes).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
      diagnostics.append(TablesDiagnostics.notUTF8(SourceFile(path: path, bytes: text).range(from: first, to: first + 1)))
    }
    self.bytes = text
  }

  mutating func scan() {
    let lines = bytes.reduce(into: 1) { count, byte in count += byte == UInt8(ascii: "\n") ? 1 : 0 }
    rows.reserveCapacity(lines)
    while offset < bytes.count {
      let row = Row(line: line, fields: readRow())
      if rows.isEmpty { fields.reserveCapacity(min(lines * row.fields.count, bytes.count + 1)) }
      let isBlank = row.fields.count == 1 && fields[row.fields.lowerBound].isEmpty
      if isBlank { fields.removeLast() } else { rows.append(row) }
    }
  }

  /// A field of a row, or nil beyond its end.
  func field(_ index: Int, of row: Row) -> Field? {
    index < row.fields.count ? fields[row.fields.lowerBound + index] : nil
  }

  /// The text of a field; nil when it is empty and not quoted.
  func cell(_ field: Field) -> String? {
    if field.bytes.isEmpty { return field.isQuoted ? "" : nil }
    guard field.isQuoted, bytes[field.bytes].contains(UInt8(ascii: "\"")) else { return String(decoding: bytes[field.bytes], as: UTF8.self) }
    var text: [UInt8] = []
    var at = field.bytes.lowerBound
    while at < field.bytes.upperBound {
      text.append(bytes[at])
      at += bytes[at] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readRow() -> Range<Int> {
    let first = fields.count
    while true {
      fields.append(readField())
      if offset < bytes.count, bytes[offset] == delimiter {
        offset += 1
        continue
      }
      takeLineEnd()
      return first..<fields.count
    }
  }

  private mutating func takeLineEnd() {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
    line += 1
    lineStart = offset
  }

  private mutating func readField() -> Field {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return readQuoted() }
    let start = offset
    while offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != 0x0A {
      if bytes[offset] == 0x0D, offset + 1 == bytes.count || bytes[offset + 1] == 0x0A { break }
      offset += 1
    }
    return Field(bytes: start..<offset, isQuoted: false)
  }

  private mutating func readQuoted() -> Field {
    let opening = SourceRange(file: path, line: line, column: offset - lineStart + 1)
    offset += 1
    let start = offset
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\"") {
        guard offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "\"") else { break }
        offset += 1
      } else if bytes[offset] == 0x0A {
        line += 1
        lineStart = offset + 1
      }
      offset += 1
    }
    let field = Field(bytes: start..<min(offset, bytes.count), isQuoted: true)
    guard offset < bytes.count else {
      diagnostics.append(TablesDiagnostics.unclosedQuote(opening))
      return field
    }
    offset += 1
    let after = offset
    while offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
    if offset > after {
      diagnostics.append(TablesDiagnostics.textAfterQuote(SourceRange(file: path, line: line, column: after - lineStart + 1)))
    }
    return field
  }
}
