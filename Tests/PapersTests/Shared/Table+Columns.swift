import Tables

extension Table {
  func numbers(_ name: String) -> [Double] { self[name]!.numbers }

  /// The columns at some rows.
  func numbers(_ name: String, _ rows: [Int]) -> [Double] { rows.map { numbers(name)[$0] } }

  func texts(_ name: String) -> [String] {
    guard case .text(let cells) = self[name]!.storage else { return [] }
    return cells.map { $0 ?? "" }
  }

  /// The rows in which the given columns have the given numbers.
  func rows(where conditions: KeyValuePairs<String, Double>) -> [Int] {
    (0..<rowCount).filter { row in conditions.allSatisfy { abs(numbers($0.key)[row] - $0.value) < 1e-9 } }
  }
}
