import Diagnostics

/// A tidy table: named columns of equal length, one observation a row.
public struct Table: Sendable, Equatable {
  public let columns: [Column]
  public let rowCount: Int

  /// - Precondition: all columns have the same number of rows, and no two the same name.
  public init(_ columns: [Column]) {
    let count = columns.first?.count ?? 0
    for column in columns where column.count != count {
      trap("column '\(column.name)' has \(column.count) rows, '\(columns[0].name)' has \(count)")
    }
    self.columns = columns
    rowCount = count
  }

  public var columnNames: [String] { columns.map(\.name) }

  /// The column of a name (exact), or nil.
  public subscript(name: String) -> Column? { columns.first { $0.name == name } }

  public func row(_ index: Int) -> [Value] { columns.map { $0[index] } }

  /// A table with one more column in front, the same value in every row.
  public func prepending(_ name: String, type: ColumnType, value: Value) -> Table {
    Table([Column(name, type: type, values: [Value](repeating: value, count: rowCount))] + columns)
  }

  /// The rows of several tables of the same columns (names and order), one after the other.
  ///
  /// Types may differ between parts: an integer column beside a real one becomes real, any other mixture text.
  /// - Returns: nil if the column names differ.
  public static func concatenating(_ parts: [Table]) -> Table? {
    guard let first = parts.first else { return Table([]) }
    guard parts.allSatisfy({ $0.columnNames == first.columnNames }) else { return nil }
    if parts.count == 1 { return first }
    return Table(first.columns.indices.map { index in concatenate(parts.map { $0.columns[index] }) })
  }

  private static func concatenate(_ parts: [Column]) -> Column {
    let name = parts[0].name
    let types = Set(parts.filter { $0.values.contains { !$0.isNull } }.map(\.type))
    let type = types.count == 1 ? types.first ?? parts[0].type : types.isEmpty ? parts[0].type : types.isSubset(of: [.integer, .real]) ? .real : .text
    switch type {
    case .real: return Column(name, .real(parts.flatMap(\.numbers)))
    case .text: return Column(name, .text(parts.flatMap { $0.values.map { $0.isNull ? nil : $0.description } }))
    case .integer, .boolean: return Column(name, type: type, values: parts.flatMap(\.values))
    }
  }
}
