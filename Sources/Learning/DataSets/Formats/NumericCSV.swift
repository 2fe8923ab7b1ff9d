import Diagnostics
import NumericalCore
import Tables

/// Numbers between commas under a line of names (RFC 4180).
public enum NumericCSV {
  /// Reads a file.
  /// - Parameter target: the name of the column that the others are to tell.
  /// - Throws: `DataError` if there is no such column (the nearest names are in the message), no row, no other column, or a
  ///   cell that is no finite number.
  public static func read(_ source: FileBytes, target: String) throws(DataError) -> NumericDataset {
    let file = try source.expanded(expected: "a line of column names, then rows of numbers")
    let (table, diagnostics) = CSV.read(file.bytes, path: file.name)
    if let first = diagnostics.first(where: { $0.severity == .error }) {
      throw .wrongValue(
        file: file.name, place: "line \(first.range?.start.line ?? 1)", expected: "a well-formed table",
        found: first.message)
    }
    guard let targets = table[target] else {
      throw .unknownColumn(file: file.name, name: target, known: table.columnNames)
    }
    let others = table.columns.filter { $0.name != target }
    guard table.rowCount > 0, !others.isEmpty else {
      throw .wrongShape(
        file: file.name, expected: "one row and two columns at least", found: [table.rowCount, table.columns.count])
    }
    let values = try numbers(targets, file)
    var columns: [[Double]] = []
    for column in others { columns.append(try numbers(column, file)) }
    return NumericDataset(
      name: file.name, featureNames: others.map(\.name), targetName: target,
      features: Matrix(rows: table.rowCount, columns: others.count) { columns[$1][$0] }, targets: values)
  }

  private static func numbers(_ column: Column, _ file: FileBytes) throws(DataError) -> [Double] {
    var numbers: [Double] = []
    for row in 0..<column.count {
      let number: Double? =
        switch column[row] {
        case .integer(let value): Double(value)
        case .real(let value): value
        case .text(let text): Double(text)
        default: nil
        }
      guard let number, number.isFinite else {
        throw .wrongValue(
          file: file.name, place: "column '\(column.name)', row \(row + 1)", expected: "a finite number",
          found: shown(column[row]))
      }
      numbers.append(number)
    }
    return numbers
  }

  private static func shown(_ value: Value) -> String {
    switch value {
    case .null: "an empty cell"
    case .text(let text): "'\(text)'"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    }
  }
}
