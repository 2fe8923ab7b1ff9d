import Diagnostics

extension CSV {
  /// Reads a table: the first line is the header, the types of columns are found from their cells.
  ///
  /// A column is integer, real or boolean (`true`, `false`) when all its cells that are not empty read as such, text
  /// otherwise. An empty cell is missing, `""` an empty text. Line ends are `\n` or `\r\n`; empty lines are skipped.
  /// - Parameter path: the file's name in messages.
  /// - Returns: a table also when something is wrong: a short row is filled up with missing cells, a long one cut.
  /// - Complexity: O(bytes).
  public static func read(_ bytes: [UInt8], path: String, delimiter: UInt8 = comma) -> (table: Table, diagnostics: [Diagnostic]) {
    var scanner = CSVScanner(bytes, path: path, delimiter: delimiter)
    scanner.scan()
    guard let header = scanner.rows.first else {
      return (Table([]), [TablesDiagnostics.noHeader(SourceRange(file: path, line: 1))])
    }
    var diagnostics = scanner.diagnostics
    let names = names(header, scanner, path, &diagnostics)
    let rows = scanner.rows.dropFirst()
    for row in rows where row.fields.count != names.count {
      diagnostics.append(TablesDiagnostics.raggedRow(found: row.fields.count, expected: names.count, SourceRange(file: path, line: row.line)))
    }
    let columns = names.enumerated().map { index, name in
      scanner.numbers(index).map { Column(name, $0) } ?? column(name, scanner.cells(index))
    }
    return (Table(columns), diagnostics)
  }

  /// The names in the header; one that comes again gets a number.
  private static func names(_ header: CSVScanner.Row, _ scanner: CSVScanner, _ path: String, _ diagnostics: inout [Diagnostic]) -> [String] {
    var names: [String] = []
    for (index, field) in scanner.fields[header.fields].enumerated() {
      var name = scanner.cell(field) ?? ""
      if name.isEmpty { name = "column\(index + 1)" }
      if names.contains(name) {
        diagnostics.append(TablesDiagnostics.duplicateColumn(name, SourceRange(file: path, line: header.line)))
        var number = 2
        while names.contains("\(name)_\(number)") { number += 1 }
        name += "_\(number)"
      }
      names.append(name)
    }
    return names
  }

  /// A column of the narrowest type that all cells have.
  static func column(_ name: String, _ cells: [String?]) -> Column {
    let given = cells.compactMap { $0 }
    if !given.isEmpty {
      if given.allSatisfy({ integer($0) != nil }) { return Column(name, .integer(cells.map { $0.flatMap(integer) })) }
      if given.allSatisfy({ real($0) != nil }) { return Column(name, .real(cells.map { $0.flatMap(real) ?? .nan })) }
      if given.allSatisfy({ $0 == "true" || $0 == "false" }) { return Column(name, .boolean(cells.map { $0.map { $0 == "true" } })) }
    }
    return Column(name, .text(cells))
  }

  /// Whole numbers as they are written by machines: `007` is a text.
  private static func integer(_ text: String) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard let first = digits.first, first >= 0x30, first <= 0x39, first != 0x30 || digits.count == 1 else { return nil }
    return Int(text)
  }

  static func real(_ text: String) -> Double? {
    switch text {
    case "nan", "NaN": return .nan
    case "inf", "Infinity": return .infinity
    case "-inf", "-Infinity": return -.infinity
    default: break
    }
    let digits = text.utf8.first == UInt8(ascii: "-") || text.utf8.first == UInt8(ascii: "+") ? text.utf8.dropFirst() : text.utf8[...]
    guard let first = digits.first, (first >= 0x30 && first <= 0x39) || first == UInt8(ascii: ".") else { return nil }
    if first == 0x30, digits.count > 1, let second = digits.dropFirst().first, second >= 0x30, second <= 0x39 { return nil }
    let isDecimal = digits.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E || $0 | 0x20 == 0x65 || $0 == 0x2B || $0 == 0x2D }
    return isDecimal ? Double(text) : nil
  }
}
