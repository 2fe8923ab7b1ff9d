import Foundation
import Testing

@testable import Charting

/// Specifications in the style of Vega-Lite's gallery come to the same domains, orders, legends and places as in Vega-Lite.
///
/// The expected results are written by `Scripts/compare-with-vega-lite --record`; `disagreements.json` names the specifications that
/// differ, each with the reason.
@Suite struct VegaLiteTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("VegaLite")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".vl.json") }.map { String($0.dropLast(8)) }.sorted()
  }()

  static let disagreements: [String: String] = {
    let data = (try? Data(contentsOf: folder.appendingPathComponent("disagreements.json"))) ?? Data()
    return (try? JSONSerialization.jsonObject(with: data)) as? [String: String] ?? [:]
  }()

  @Test(arguments: names) func agrees(_ name: String) throws {
    let spec = try String(contentsOf: Self.folder.appendingPathComponent(name + ".vl.json"), encoding: .utf8)
    let expected = try SceneComparison.views(Data(contentsOf: Self.folder.appendingPathComponent(name + ".expected.json")))
    let result = ChartHarness.compile(spec)
    #expect(result.list != nil, "\(name): \(result.diagnostics.map(\.message))")
    let found = SceneComparison.differences(expected: expected, found: try SceneComparison.views(Data(result.scene.json.utf8)))
    if let reason = Self.disagreements[name] {
      #expect(!found.isEmpty, "\(name) agrees now; it is listed as differing because \(reason)")
    } else {
      #expect(found.isEmpty, "\(name): \(found.prefix(4).joined(separator: "; "))")
    }
  }

  @Test func breadth() {
    #expect(Self.names.count >= 150)
    #expect(Self.disagreements.keys.allSatisfy(Self.names.contains))
  }

  /// The comparison itself sees a shifted point, a missing item, another order and another domain.
  @Test func comparisonSeesDifferences() throws {
    func views(_ domain: String, _ items: String) throws -> [[String: Any]] {
      try SceneComparison.views(
        Data("{\"views\": [{\"width\": 10, \"height\": 10, \"scales\": [{\"channel\": \"x\", \"type\": \"band\", \"domain\": \(domain)}], \"marks\": [{\"type\": \"point\", \"items\": \(items)}]}]}".utf8))
    }
    let plain = try views("[\"a\", \"b\"]", "[{\"x\": 0.5, \"y\": 0.5}, {\"x\": 0.7, \"y\": 0.5}]")
    #expect(SceneComparison.differences(expected: plain, found: plain) == [])
    let others = [
      ("[\"b\", \"a\"]", "[{\"x\": 0.5, \"y\": 0.5}, {\"x\": 0.7, \"y\": 0.5}]"), ("[\"a\", \"b\"]", "[{\"x\": 0.5, \"y\": 0.5}]"),
      ("[\"a\", \"b\"]", "[{\"x\": 0.5, \"y\": 0.5}, {\"x\": 0.702, \"y\": 0.5}]"),
    ]
    for (domain, items) in others { #expect(SceneComparison.differences(expected: plain, found: try views(domain, items)).count == 1) }
  }
}
