import Experiments
import Tables

extension ExperimentResult {
  /// A table as rows of named cells.
  func rows(_ name: String) -> [[String: Value]] {
    guard let table = self[name] else { return [] }
    return (0..<table.rowCount).map { row in
      Dictionary(uniqueKeysWithValues: zip(table.columnNames, table.row(row)))
    }
  }
}

extension [String: Value] {
  func number(_ name: String) -> Double { self[name]?.number ?? .nan }
  func text(_ name: String) -> String { if case .text(let text)? = self[name] { text } else { "" } }
}
