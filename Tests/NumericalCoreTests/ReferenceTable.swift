import Foundation

/// A small CSV file of numbers under `References/`, made by other software; its first line says how.
struct ReferenceTable {
  let columns: [String]
  let rows: [[Double]]

  init(_ name: String) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("References/\(name)")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    columns = lines[0].split(separator: ",").map(String.init)
    rows = lines.dropFirst().map { $0.split(separator: ",").map { Double($0)! } }
  }

  func column(_ name: String) -> [Double] {
    let index = columns.firstIndex(of: name)!
    return rows.map { $0[index] }
  }
}

/// Whether two numbers agree to a relative and an absolute tolerance.
func agree(_ a: Double, _ b: Double, relative: Double = 0, absolute: Double = 0) -> Bool {
  a == b || abs(a - b) <= absolute + relative * abs(b)
}
