import CReprise
import CSQLite
import Tables

extension Column {
  /// Binds a cell to a parameter of a statement.
  func bind(_ row: Int, to statement: OpaquePointer?, at index: Int32) {
    switch storage {
    case .real(let values) where !values[row].isNaN: sqlite3_bind_double(statement, index, values[row])
    case .integer(let values): bind(integer: values[row], to: statement, at: index)
    case .boolean(let values): bind(integer: values[row].map { $0 ? 1 : 0 }, to: statement, at: index)
    case .text(let values):
      guard var text = values[row] else {
        sqlite3_bind_null(statement, index)
        return
      }
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          _ = sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), rp_sqlite_transient())
        }
      }
    case .real: sqlite3_bind_null(statement, index)
    }
  }

  private func bind(integer: Int?, to statement: OpaquePointer?, at index: Int32) {
    if let integer { sqlite3_bind_int64(statement, index, Int64(integer)) } else { sqlite3_bind_null(statement, index) }
  }
}
