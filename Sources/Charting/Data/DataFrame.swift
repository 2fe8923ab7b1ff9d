import Tables

/// A table as charts work on it: whole columns of numbers or coded texts.
struct DataFrame: Sendable, Equatable {
  private(set) var columns: [FrameColumn]
  let rowCount: Int

  init(_ columns: [FrameColumn], rowCount: Int? = nil) {
    self.columns = columns
    self.rowCount = rowCount ?? columns.first?.count ?? 0
  }

  init(_ table: Table) { self.init(table.columns.map { FrameColumn($0) }, rowCount: table.rowCount) }

  var columnNames: [String] { columns.map(\.name) }

  subscript(name: String) -> FrameColumn? { columns.first { $0.name == name } }

  /// The column of a name; all missing where there is none.
  func column(_ name: String) -> FrameColumn {
    self[name] ?? FrameColumn(name, [Double](repeating: .nan, count: rowCount))
  }

  func selecting(_ rows: [Int]) -> DataFrame { DataFrame(columns.map { $0.selecting(rows) }, rowCount: rows.count) }

  /// With the columns put in place of those of the same name, or added.
  func setting(_ new: [FrameColumn]) -> DataFrame {
    var all = columns
    for column in new {
      if let index = all.firstIndex(where: { $0.name == column.name }) { all[index] = column } else { all.append(column) }
    }
    return DataFrame(all, rowCount: rowCount)
  }

  var table: Table {
    var seen: Set<String> = []
    return Table(columns.filter { seen.insert($0.name).inserted }.map(\.column))
  }

  /// One frame below the other; columns that one lacks are missing there.
  static func concatenating(_ parts: [DataFrame]) -> DataFrame {
    if parts.count == 1 { return parts[0] }
    var names: [String] = []
    for part in parts { for name in part.columnNames where !names.contains(name) { names.append(name) } }
    let columns = names.map { name -> FrameColumn in
      let pieces = parts.map { $0.column(name) }
      let isAllNumbers = pieces.allSatisfy { !$0.isText }
      if isAllNumbers { return FrameColumn(name, pieces.flatMap(\.numbers)) }
      return FrameColumn(name, texts: pieces.flatMap { piece in (0..<piece.count).map { piece[$0].isNull ? nil : piece[$0].description } })
    }
    return DataFrame(columns, rowCount: parts.reduce(0) { $0 + $1.rowCount })
  }
}
