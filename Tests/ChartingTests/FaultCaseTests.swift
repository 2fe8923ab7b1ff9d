import Diagnostics
import Foundation
import Testing

@testable import Charting

/// Each file of `Faults` begins with the diagnostic that it earns: code, line, column and words.
@Suite struct FaultCaseTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Faults")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test(arguments: names) func saysWhatIsWrongAndWhere(_ name: String) throws {
    let text = try String(contentsOf: Self.folder.appendingPathComponent(name + ".yaml"), encoding: .utf8)
    let expected = try #require(text.split(separator: "\n").first).dropFirst(2)
    let result = ChartHarness.compile(text)
    #expect(result.list == nil)
    let found = try #require(result.diagnostics.first { $0.severity == .error })
    let start = try #require(found.range?.start)
    #expect("\(found.code) \(start.line):\(start.column) \(found.message)" == expected)
  }

  @Test func rowsALogAxisCannotShowAreCountedAndNeverNaN() {
    let rows = (0..<12).map { "{x: \($0), y: \($0 - 3)}" }.joined(separator: ", ")
    let spec = "data: {values: [\(rows)]}\nmark: {type: line, point: true}\nencoding: {x: 'x:Q', y: {field: y, type: quantitative, scale: {type: log}}}"
    let result = ChartHarness.compile(spec)
    #expect(result.notes == ["4 rows with a non-positive value are not shown on the logarithmic y axis."])
    #expect(!result.scene.json.contains("nan"))
    #expect(result.scene.views[0].marks[1].series[0].y.count == 8)
  }

  @Test func oneValueStandsInTheMiddle() {
    for scale in ["{zero: false}", "{type: log}", "{type: symlog, zero: false}"] {
      let spec = "data: {values: [{x: 5, y: 3}, {x: 5, y: 3}]}\nmark: point\nencoding: {x: {field: x, type: quantitative, scale: \(scale)}, y: 'y:Q'}"
      let points = ChartHarness.compile(spec).scene.views.first?.marks.first?.series.first
      #expect(points?.x.allSatisfy { $0 > 0.1 && $0 < 0.9 } ?? false, "\(scale)")
    }
  }

  /// Ten megabytes of rows, and a specification nested as deeply as the reader allows.
  @Test func largeSpecificationsAreRead() {
    let rows = (0..<200_000).map { "{\"a\": \($0 % 97), \"name\": \"group \($0 % 7)\", \"value\": \($0 % 1013)}" }.joined(separator: ",\n")
    let spec = "{\"data\": {\"values\": [\(rows)]}, \"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"ordinal\"}, \"y\": {\"aggregate\": \"sum\", \"field\": \"valu\"}}}"
    #expect(spec.utf8.count > 10_000_000)
    let result = ChartHarness.compile(spec)
    #expect(result.diagnostics.first?.message == "unknown column 'valu'; did you mean 'value'?")
    #expect(result.diagnostics.first?.range?.start.line == 200_000)
  }
}
