import Diagnostics

/// Collects the rows of a table whose columns are known beforehand.
///
///     var table = TableBuilder([.init("t", .real), .init("method", .text)])
///     table.append(.real(0.5), "sgd")
///     return table.table
public struct TableBuilder: Sendable {
  public let schema: [ColumnSchema]
  private var columns: [Column.Storage]

  public init(_ schema: [ColumnSchema]) {
    self.schema = schema
    columns = schema.map {
      switch $0.type {
      case .integer: .integer([])
      case .real: .real([])
      case .text: .text([])
      case .boolean: .boolean([])
      }
    }
  }

  /// Adds a row; a cell of a type that does not fit its column traps, as it is a programmer's mistake.
  public mutating func append(_ row: Value...) { append(row: row) }

  public mutating func append(row: [Value]) {
    if row.count != schema.count { trap("row of \(row.count) cells for \(schema.count) columns") }
    for (index, value) in row.enumerated() { append(value, to: index) }
  }

  private mutating func append(_ value: Value, to index: Int) {
    switch (columns[index], value) {
    case (.real(var cells), _) where value.isNull || value.number != nil:
      columns[index] = .real([])
      cells.append(value.number ?? .nan)
      columns[index] = .real(cells)
    case (.integer(var cells), .integer), (.integer(var cells), .null):
      columns[index] = .integer([])
      if case .integer(let number) = value { cells.append(number) } else { cells.append(nil) }
      columns[index] = .integer(cells)
    case (.text(var cells), .text), (.text(var cells), .null):
      columns[index] = .text([])
      if case .text(let text) = value { cells.append(text) } else { cells.append(nil) }
      columns[index] = .text(cells)
    case (.boolean(var cells), .boolean), (.boolean(var cells), .null):
      columns[index] = .boolean([])
      if case .boolean(let flag) = value { cells.append(flag) } else { cells.append(nil) }
      columns[index] = .boolean(cells)
    default:
      trap("value \(value) in \(schema[index].type.rawValue) column '\(schema[index].name)'")
    }
  }

  public var table: Table { Table(zip(schema, columns).map { Column($0.name, $1) }) }
}
