import CReprise
import CSQLite
import Diagnostics
import Tables

/// The tables of a notebook in an in-memory SQLite database, which queries can only read.
///
/// Not `Sendable`: one thread at a time. Besides SQLite's own functions, the statistics of `AggregateFunction` are there.
package final class QueryDatabase {
  private let connection: OpaquePointer
  private let limits: QueryLimits
  private var isReadOnly = false
  private var stepsLeft = 0
  private var denied: String?
  private var columnNames: [String] = []
  package private(set) var tableNames: [String] = []

  package init(limits: QueryLimits = .standard) throws(QueryError) {
    self.limits = limits
    var handle: OpaquePointer?
    let status = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    guard status == SQLITE_OK, let handle else {
      sqlite3_close(handle)
      throw QueryError(.failed("cannot open an in-memory database (\(String(cString: sqlite3_errstr(status))))"))
    }
    connection = handle
    sqlite3_extended_result_codes(connection, 1)
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, 64 << 20)
    sqlite3_limit(connection, SQLITE_LIMIT_SQL_LENGTH, 1 << 20)
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
    AggregateFunction.registerAll(on: connection)
    installGuards()
  }

  deinit { sqlite3_close_v2(connection) }

  /// Makes a table of SQL.
  ///
  /// Missing values and NaN are NULL; booleans are 0 and 1.
  /// - Complexity: O(cells).
  package func load(_ table: Table, as name: String) throws(QueryError) {
    isReadOnly = false
    defer { isReadOnly = true }
    let columns = table.columns.map { "\(QueryDatabase.quote($0.name)) \($0.type.sqlType)" }
    guard !columns.isEmpty else { return }
    try execute("CREATE TABLE \(QueryDatabase.quote(name)) (\(columns.joined(separator: ", ")))")
    try execute("BEGIN")
    let holes = [String](repeating: "?", count: table.columns.count).joined(separator: ", ")
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, "INSERT INTO \(QueryDatabase.quote(name)) VALUES (\(holes))", -1, &statement, nil) == SQLITE_OK
    else { throw lastError() }
    defer { sqlite3_finalize(statement) }
    for row in 0..<table.rowCount {
      for (index, column) in table.columns.enumerated() { column.bind(row, to: statement, at: Int32(index + 1)) }
      guard sqlite3_step(statement) == SQLITE_DONE else { throw lastError() }
      sqlite3_reset(statement)
    }
    try execute("COMMIT")
    tableNames.append(name)
    columnNames += table.columnNames.filter { !columnNames.contains($0) }
  }

  /// Runs one SELECT and returns its rows.
  package func query(_ sql: String, rowLimit: Int? = nil) throws(QueryError) -> Table {
    isReadOnly = true
    denied = nil
    stepsLeft = limits.steps
    let (statement, rest) = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    guard let statement else { throw QueryError(.empty) }
    guard rest.allSatisfy({ $0 == 32 || $0 == 10 || $0 == 13 || $0 == 9 || $0 == UInt8(ascii: ";") }) else {
      throw QueryError(.severalStatements, offset: sql.utf8.count - rest.count)
    }
    guard sqlite3_column_count(statement) > 0 else { throw QueryError(.notReadOnly("a statement without a result")) }
    return try rows(of: statement, limit: rowLimit ?? limits.rows)
  }

  /// Writes the whole database to a file, the same bytes for the same tables.
  package func write(to path: String) throws(QueryError) {
    isReadOnly = false
    defer { isReadOnly = true }
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 1)
    defer { sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0) }
    try execute("VACUUM INTO '\(path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))'")
  }

  /// A name as SQL quotes it, so that reserved words serve as names.
  package static func quote(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  // MARK: - Statements

  private func prepare(_ sql: String) throws(QueryError) -> (OpaquePointer?, rest: [UInt8]) {
    var statement: OpaquePointer?
    var rest: [UInt8] = []
    let bytes = Array(sql.utf8)
    let status = bytes.withUnsafeBytes { raw -> Int32 in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      var tail: UnsafePointer<CChar>?
      let status = sqlite3_prepare_v2(connection, start, Int32(raw.count), &statement, &tail)
      if let start, let tail { rest = Array(bytes[(tail - start)...]) }
      return status
    }
    guard status == SQLITE_OK else { throw lastError() }
    return (statement, rest)
  }

  private func execute(_ sql: String) throws(QueryError) {
    guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw lastError() }
  }

  private func rows(of statement: OpaquePointer, limit: Int) throws(QueryError) -> Table {
    let count = Int(sqlite3_column_count(statement))
    let names = (0..<count).map { String(cString: sqlite3_column_name(statement, Int32($0))) }
    for (index, name) in names.enumerated() where names[..<index].contains(name) { throw QueryError(.duplicateColumn(name)) }
    var columns = names.map { _ in QueryColumn() }
    var rows = 0
    while true {
      let status = sqlite3_step(statement)
      if status == SQLITE_DONE { break }
      guard status == SQLITE_ROW else { throw lastError() }
      rows += 1
      if rows > limit { throw QueryError(.tooManyRows(limit: limit)) }
      for index in 0..<count { columns[index].append(from: statement, at: Int32(index)) }
    }
    return Table(zip(names, columns).map { $1.column(named: $0) })
  }

  // MARK: - Guards

  private func installGuards() {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_set_authorizer(
      connection,
      { context, action, first, second, _, _ in
        guard let context else { return SQLITE_DENY }
        return Unmanaged<QueryDatabase>.fromOpaque(context).takeUnretainedValue().authorise(action, first, second)
      }, context)
    sqlite3_progress_handler(
      connection, Int32(QueryDatabase.stepsPerCheck),
      { context in
        guard let context else { return 1 }
        return Unmanaged<QueryDatabase>.fromOpaque(context).takeUnretainedValue().spendSteps()
      }, context)
  }

  private static let stepsPerCheck = 10_000

  private func spendSteps() -> Int32 {
    guard isReadOnly else { return 0 }
    stepsLeft -= QueryDatabase.stepsPerCheck
    return stepsLeft < 0 ? 1 : 0
  }

  private func authorise(_ action: Int32, _ first: UnsafePointer<CChar>?, _ second: UnsafePointer<CChar>?) -> Int32 {
    guard isReadOnly else { return SQLITE_OK }
    switch action {
    case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
    case SQLITE_FUNCTION:
      let name = second.map { String(cString: $0).lowercased() } ?? ""
      guard ["load_extension", "readfile", "writefile", "fts3_tokenizer"].contains(name) else { return SQLITE_OK }
      denied = "\(name)()"
    case SQLITE_PRAGMA: denied = "PRAGMA"
    case SQLITE_ATTACH, SQLITE_DETACH: denied = "ATTACH"
    case SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE: denied = "changing a table"
    case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: denied = "a transaction"
    default: denied = "changing the database"
    }
    return SQLITE_DENY
  }

  private func lastError() -> QueryError {
    let message = String(cString: sqlite3_errmsg(connection))
    let code = sqlite3_errcode(connection) & 0xFF
    let found = sqlite3_error_offset(connection)
    let offset = found >= 0 ? Int(found) : nil
    func name(after prefix: String) -> String? {
      message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)).split(separator: ".").last.map(String.init) : nil
    }
    if code == SQLITE_INTERRUPT { return QueryError(.tooManySteps) }
    if code == SQLITE_AUTH { return QueryError(.notReadOnly(denied ?? message), offset: offset) }
    if let table = name(after: "no such table: ") { return QueryError(.unknownTable(table, known: tableNames), offset: offset) }
    if let column = name(after: "no such column: ") { return QueryError(.unknownColumn(column, known: columnNames), offset: offset) }
    if let function = name(after: "no such function: ") {
      return QueryError(.unknownFunction(function, known: AggregateFunction.all.map(\.name) + SQLFunctions.names), offset: offset)
    }
    return QueryError(code == SQLITE_ERROR ? .syntax(message) : .failed(message), offset: offset)
  }
}
