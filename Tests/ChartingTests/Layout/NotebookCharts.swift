import Foundation
import YAMLDocuments

/// The chart directives of the notebooks, cut out of their files.
enum NotebookCharts {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../Notebooks").standardized

  static let notebooks: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }()

  static func specifications(_ notebook: String) -> [YAMLNode] {
    guard let text = try? String(contentsOf: folder.appendingPathComponent(notebook + ".md"), encoding: .utf8) else { return [] }
    return text.components(separatedBy: "```{chart}\n").dropFirst().compactMap { part in
      // `source` belongs to the directive, not to the chart.
      part.components(separatedBy: "\n```").first.flatMap { ChartHarness.yaml($0.replacing("\nsource: true", with: "")) }
    }
  }
}
