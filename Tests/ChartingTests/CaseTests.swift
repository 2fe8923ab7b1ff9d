import Foundation
import Graphics
import Testing
import Typography

@testable import Charting

/// Every case file compiles, and its texts stand clear of each other and inside the frame.
@Suite struct CaseTests {
  @Test(arguments: ChartHarness.caseNames()) func compiles(_ name: String) throws {
    let result = ChartHarness.compileCase(name)
    let errors = result.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(name): \(errors.map(\.message))")
    let list = try #require(result.list)
    if let folder = ProcessInfo.processInfo.environment["CHART_PNG"] {
      let bytes = PNGWriter(fonts: FontLibrary()).write(list, scale: 2)
      try Data(bytes).write(to: URL(fileURLWithPath: folder).appendingPathComponent(name + ".png"))
      try (result.description + "\n" + result.notes.joined(separator: "\n") + "\n").write(
        to: URL(fileURLWithPath: folder).appendingPathComponent(name + ".txt"), atomically: true, encoding: .utf8)
    }
    #expect(LayoutChecks.faults(result) == [])
  }
}
