import Diagnostics
import Tables

/// Reads a file of rows by its ending.
package enum RowsFile {
  /// The table of a CSV, TSV or JSON file, or its first fault.
  package static func table(_ bytes: [UInt8], path: String, format: String?) -> Result<Table, Diagnostic> {
    let ending = format ?? path.split(separator: ".").last.map { $0.lowercased() } ?? "csv"
    let (table, faults) =
      switch ending {
      case "json": Table.readJSON(bytes, path: path)
      case "tsv": CSV.read(bytes, path: path, delimiter: CSV.tab)
      default: CSV.read(bytes, path: path)
      }
    if let fault = faults.first(where: { $0.severity == .error }) { return .failure(fault) }
    return .success(table)
  }
}
