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
    #expect(TextBoxChecks.faults(result) == [])
  }
}

enum TextBoxChecks {
  /// Texts turned alike by 45° may stand closer than their upright boxes: what counts is the distance across their lines.
  private static func areApart(_ a: TextBox, _ b: TextBox) -> Bool {
    guard a.rotation == -45, b.rotation == -45 else { return false }
    let distance = abs(a.rect.maxX - b.rect.maxX) * 0.7071
    return distance >= 7
  }

  /// Texts that overlap or leave the frame.
  static func faults(_ result: ChartResult) -> [String] {
    guard let list = result.list else { return ["no drawing"] }
    var faults: [String] = []
    let boxes = result.textBoxes.filter { !$0.text.isEmpty }
    for (index, box) in boxes.enumerated() {
      let rect = box.rect
      if rect.x < -0.5 || rect.y < -0.5 || rect.maxX > list.width + 0.5 || rect.maxY > list.height + 0.5 {
        faults.append("'\(box.text)' leaves the frame: \(rect) of \(list.width) × \(list.height)")
      }
      for other in boxes[(index + 1)...] where rect.insetBy(0.6).intersects(other.rect.insetBy(0.6)) {
        if areApart(box, other) { continue }
        faults.append("'\(box.text)' overlaps '\(other.text)'")
      }
    }
    return faults
  }
}
