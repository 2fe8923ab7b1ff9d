import CSQLite
import Tables

/// A result column while it is being read: starts as integers and widens to real or text as the cells ask for it.
struct QueryColumn {
  private var integers: [Int?] = []
  private var reals: [Double] = []
  private var texts: [String?] = []
  private var type: ColumnType = .integer

  mutating func append(from statement: OpaquePointer, at index: Int32) {
    switch sqlite3_column_type(statement, index) {
    case SQLITE_NULL: appendMissing()
    case SQLITE_INTEGER: append(integer: Int(sqlite3_column_int64(statement, index)))
    case SQLITE_FLOAT: append(real: sqlite3_column_double(statement, index))
    default:
      widenToText()
      texts.append(sqlite3_column_text(statement, index).map { String(cString: $0) })
    }
  }

  private mutating func appendMissing() {
    switch type {
    case .real: reals.append(.nan)
    case .text: texts.append(nil)
    case .integer, .boolean: integers.append(nil)
    }
  }

  private mutating func append(integer: Int) {
    switch type {
    case .real: reals.append(Double(integer))
    case .text: texts.append(String(integer))
    case .integer, .boolean: integers.append(integer)
    }
  }

  private mutating func append(real: Double) {
    switch type {
    case .text: texts.append(Value.real(real).description)
    case .integer, .boolean:
      reals = integers.map { $0.map(Double.init) ?? .nan }
      integers = []
      type = .real
      reals.append(real)
    case .real: reals.append(real)
    }
  }

  private mutating func widenToText() {
    switch type {
    case .text: return
    case .real: texts = reals.map { $0.isNaN ? nil : Value.real($0).description }
    case .integer, .boolean: texts = integers.map { $0.map(String.init) }
    }
    integers = []
    reals = []
    type = .text
  }

  func column(named name: String) -> Column {
    switch type {
    case .real: Column(name, .real(reals))
    case .text: Column(name, .text(texts))
    case .integer, .boolean: Column(name, .integer(integers))
    }
  }
}

extension ColumnType {
  /// The declared type in SQL.
  var sqlType: String {
    switch self {
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text: "TEXT"
    case .boolean: "BOOLEAN"
    }
  }
}
