import Diagnostics

extension Table {
  /// `{"columns": [{"name": …, "type": …}], "rows": [[…]]}`; missing cells, NaN and infinities are null.
  public var json: JSONValue {
    let heads = columns.map { JSONValue.object(["name": .string($0.name), "type": .string($0.type.rawValue)]) }
    let rows = (0..<rowCount).map { row in JSONValue.array(columns.map { JSONValue($0[row]) }) }
    return .object(["columns": .array(heads), "rows": .array(rows)])
  }

  /// Reads a JSON file: a list of records, whose keys become columns in the order of their first use, or what `json` gives.
  ///
  /// - Returns: a table, empty when the file cannot be read; and what is wrong.
  /// - Complexity: O(bytes + rows × columns).
  public static func readJSON(_ bytes: [UInt8], path: String) -> (table: Table, diagnostics: [Diagnostic]) {
    let file = SourceFile(path: path, bytes: bytes)
    do {
      let value = try JSONValue(parsing: file.bytes)
      if let table = Table(json: value) { return (table, []) }
      return (Table([]), [TablesDiagnostics.noTable(SourceRange(file: path, line: 1))])
    } catch {
      return (Table([]), [TablesDiagnostics.brokenJSON(error, file.range(from: error.offset, to: error.offset + 1))])
    }
  }

  /// The table that a JSON value holds; nil when it holds none.
  public init?(json value: JSONValue) {
    if case .array(let records) = value {
      self.init(records: records)
    } else {
      self.init(columnsAndRows: value)
    }
  }

  private init?(records: [JSONValue]) {
    var names: [String] = []
    var index: [String: Int] = [:]
    var cells: [[JSONValue]] = []
    for (row, record) in records.enumerated() {
      guard case .object(let members) = record else { return nil }
      for member in members {
        let column: Int
        if let known = index[member.key] {
          column = known
        } else {
          column = names.count
          index[member.key] = column
          names.append(member.key)
          cells.append([JSONValue](repeating: .null, count: records.count))
        }
        cells[column][row] = member.value
      }
    }
    self.init(zip(names, cells).map { Column($0, cells: $1) })
  }

  private init?(columnsAndRows value: JSONValue) {
    guard case .array(let heads)? = value["columns"], case .array(let rows)? = value["rows"] else { return nil }
    var columns: [Column] = []
    for (index, head) in heads.enumerated() {
      guard case .string(let name)? = head["name"], case .string(let word)? = head["type"], let type = ColumnType(rawValue: word) else { return nil }
      var values: [Value] = []
      for row in rows {
        guard case .array(let cells) = row, cells.count == heads.count else { return nil }
        values.append(Value(cells[index]))
      }
      columns.append(Column(name, type: type, values: values))
    }
    guard Set(columns.map(\.name)).count == columns.count else { return nil }
    self.init(columns)
  }
}

extension Column {
  /// A column of the narrowest type that holds all cells; mixtures become text.
  init(_ name: String, cells: [JSONValue]) {
    var kinds: Set<ColumnType> = []
    for cell in cells {
      switch cell {
      case .null: break
      case .boolean: kinds.insert(.boolean)
      case .integer: kinds.insert(.integer)
      case .number: kinds.insert(.real)
      case .string, .array, .object: kinds.insert(.text)
      }
    }
    let type = kinds.count == 1 ? kinds.first ?? .text : kinds == [.integer, .real] ? .real : .text
    let values = cells.map(Value.init)
    self.init(name, type: type, values: type == .text ? values.map { $0.isNull ? .null : .text($0.description) } : values)
  }
}

extension Value {
  /// A cell from a JSON value; arrays and objects as their JSON text.
  init(_ value: JSONValue) {
    switch value {
    case .null: self = .null
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .integer(number)
    case .number(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .array, .object: self = .text(value.text())
    }
  }
}

extension JSONValue {
  /// A cell as JSON.
  public init(_ value: Value) {
    switch value {
    case .null: self = .null
    case .integer(let number): self = .integer(number)
    case .real(let number): self = number.isFinite ? .number(number) : .null
    case .text(let text): self = .string(text)
    case .boolean(let flag): self = .boolean(flag)
    }
  }
}
