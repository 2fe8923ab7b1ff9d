import Diagnostics
import Foundation
import Graphics
import Tables
import Typography
import YAMLDocuments

@testable import Charting

/// Compiles the case files of this folder.
struct ChartHarness {
  static var casesFolder: URL { URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases") }

  static var labels: LabelTypesetter { LabelTypesetter(fonts: FontLibrary()) }

  static func yaml(_ text: String) -> YAMLNode? { YAMLDocument.parse(SourceFile(path: "chart.yaml", text: text)).0 }

  /// Compiles YAML with tables by name; files are read from `Cases`.
  static func compile(_ text: String, tables: [String: Table] = [:]) -> ChartResult {
    guard let node = yaml(text) else { return ChartResult(diagnostics: [Diagnostic("RP0100", "not YAML")]) }
    var compiler = ChartCompiler(labels: labels)
    return compiler.compile(spec: node) { fetch($0, tables) }
  }

  static func fetch(_ source: DataSource, _ tables: [String: Table]) -> Result<Table, Diagnostic> {
    switch source {
    case .table(let name, let range): return tables[name].map(Result.success) ?? .failure(Diagnostic("RP0600", "no table '\(name)'", at: range))
    case .url(let path, _, let range):
      guard let text = try? String(contentsOf: casesFolder.appendingPathComponent(path), encoding: .utf8) else { return .failure(Diagnostic("RP0001", "no file '\(path)'", at: range)) }
      return .success(csv(text))
    case .query(_, let range): return .failure(Diagnostic("RP0600", "no queries here", at: range))
    }
  }

  /// Plain CSV: a header, then rows; a column is numeric when all its cells are.
  static func csv(_ text: String) -> Table {
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard let header = lines.first else { return Table([]) }
    return Table(header.indices.map { index in
      let cells = lines.dropFirst().map { $0[index] }
      if cells.allSatisfy({ $0.isEmpty || Int($0) != nil }) { return Column(header[index], .integer(cells.map { Int($0) })) }
      if cells.allSatisfy({ $0.isEmpty || Double($0) != nil }) { return Column(header[index], cells.map { Double($0) ?? .nan }) }
      return Column(header[index], .text(cells.map { $0.isEmpty ? nil : $0 }))
    })
  }

  static func caseNames() -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: casesFolder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  static func compileCase(_ name: String) -> ChartResult {
    guard let text = try? String(contentsOf: casesFolder.appendingPathComponent(name + ".yaml"), encoding: .utf8) else { return ChartResult(diagnostics: [Diagnostic("RP0001", "no case")]) }
    return compile(text)
  }
}
