import Foundation
import Testing

@testable import Charting

/// Writes the scenes of other people's specifications beside them, for comparison; does nothing unless asked to.
@Suite struct SceneExport {
  @Test func writesScenes() throws {
    guard let folder = ProcessInfo.processInfo.environment["CHART_SPECS"] else { return }
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".vl.json") {
      let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
      let result = ChartHarness.compile(try String(contentsOf: url, encoding: .utf8))
      let text = result.list == nil ? "{\"error\": \"\(result.diagnostics.map(\.message))\"}" : result.scene.json
      try text.write(to: URL(fileURLWithPath: folder).appendingPathComponent(name.replacing(".vl.json", with: ".scene.json")), atomically: true, encoding: .utf8)
    }
  }
}
