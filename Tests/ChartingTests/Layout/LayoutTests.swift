import Diagnostics
import Foundation
import Graphics
import Testing
import Typography
import YAMLDocuments

@testable import Charting

/// No two texts of a chart overlap, nothing is cut off by its edge, and panels stand in rows.
@Suite struct LayoutTests {
  /// One library of fonts for the whole family, for each of a few parts of it.
  @Test(arguments: 0..<8) func hostileChartsStayClear(_ part: Int) throws {
    let labels = LabelTypesetter(fonts: FontLibrary())
    for index in stride(from: part, to: HostileFamily.count, by: 8) {
      let (name, yaml) = HostileFamily.specification(index)
      let node = try #require(ChartHarness.yaml(yaml), "\(name)")
      var compiler = ChartCompiler(labels: labels)
      let result = compiler.compile(spec: node) { ChartHarness.fetch($0, [:]) }
      let errors = result.diagnostics.filter { $0.severity == .error }.map(\.message)
      #expect(errors == [], "\(name)\n\(yaml)")
      guard errors.isEmpty else { continue }
      let faults = LayoutChecks.faults(result)
      #expect(faults == [], "\(name)\n\(yaml)")
      if !faults.isEmpty { try picture(result, "hostile-\(index)") }
    }
  }

  /// Marks of our own and turned labels over awkward rows; an author's mistake may be named, but what is drawn stays clear.
  @Test(arguments: 0..<4) func hostileMarksStayClear(_ part: Int) throws {
    let labels = LabelTypesetter(fonts: FontLibrary())
    var drawn = 0
    for index in stride(from: part, to: HostileMarks.count, by: 4) {
      let (name, yaml) = HostileMarks.specification(index)
      let node = try #require(ChartHarness.yaml(yaml), "\(name)")
      var compiler = ChartCompiler(labels: labels)
      let result = compiler.compile(spec: node) { ChartHarness.fetch($0, [:]) }
      guard result.list != nil else {
        #expect(result.diagnostics.contains { $0.severity == .error && $0.code == "RP0710" || $0.message == "unknown node '24'" }, "\(name)\n\(yaml)")
        continue
      }
      drawn += 1
      let faults = LayoutChecks.faults(result)
      #expect(faults == [], "\(name)\n\(yaml)")
      if !faults.isEmpty { try picture(result, "hostile-mark-\(index)") }
    }
    #expect(drawn > HostileMarks.count / 5)
  }

  /// The charts of all notebooks, with rows made up from what the specifications say of their columns.
  @Test(arguments: NotebookCharts.notebooks) func chartsOfNotebooksStayClear(_ notebook: String) throws {
    let labels = LabelTypesetter(fonts: FontLibrary())
    for (index, node) in NotebookCharts.specifications(notebook).enumerated() {
      var compiler = ChartCompiler(labels: labels)
      let table = SyntheticTable(node).table
      let result = compiler.compile(spec: node) { source in
        if case .url = source { return ChartHarness.fetch(source, [:]) }
        return .success(table)
      }
      let name = "\(notebook), chart \(index + 1)"
      #expect(result.diagnostics.filter { $0.severity == .error }.map(\.message) == [], "\(name)")
      guard result.list != nil else { continue }
      #expect(LayoutChecks.faults(result) == [], "\(name)")
      try picture(result, "\(notebook)-\(index + 1)")
    }
  }

  @Test func notebooksAreFound() {
    #expect(NotebookCharts.notebooks.count >= 9)
    #expect(NotebookCharts.notebooks.flatMap(NotebookCharts.specifications).count >= 50)
  }

  /// The check itself sees two texts on each other, a shape beyond the edge, and one at no place.
  @Test func theCheckSeesFaults() {
    func box(_ text: String, _ x: Double) -> TextBox {
      TextBox(
        text: text, rect: Rect(x: x, y: 0, width: 10, height: 8), corners: [Point(x, 0), Point(x + 10, 0), Point(x + 10, 8), Point(x, 8)], isData: false)
    }
    var result = ChartResult()
    result.list = DisplayList(width: 40, height: 20, items: [])
    result.textBoxes = [box("a", 0), box("b", 8)]
    #expect(LayoutChecks.faults(result) == ["'a' overlaps 'b'"])
    result.textBoxes = [box("a", 35)]
    #expect(LayoutChecks.faults(result).count == 1)
    result.textBoxes = []
    for x in [45, Double.nan] {
      result.list?.items = [.shape(ShapeItem(.circle(center: Point(x, 5), radius: 2), fill: Paint(.role(.ink))))]
      #expect(LayoutChecks.faults(result).count == 1)
    }
    // Two texts turned by 45° beside each other: their upright boxes meet, they do not.
    let slanted = [Point(0, 10), Point(10, 0), Point(14, 4), Point(4, 14)]
    #expect(!LayoutChecks.overlap(slanted, slanted.map { Point($0.x + 7, $0.y + 7) }))
    #expect(LayoutChecks.overlap(slanted, slanted.map { Point($0.x + 2, $0.y + 2) }))
  }

  /// The plots of views side by side share their top and bottom edges, and facets stand on a grid.
  @Test func panelsAreAligned() {
    let two = ChartHarness.compile(
      "data: {sequence: {start: 1, stop: 9}}\nhconcat: [{title: 'A long title that needs more than one line of text in its narrow panel', mark: line, encoding: {x: 'data:Q', y: 'data:Q'}}, {mark: bar, encoding: {x: {field: data, type: ordinal, title: null}, y: 'data:Q'}}, {mark: point, encoding: {x: 'data:Q', y: {field: data, type: quantitative, scale: {type: log}}}}]")
    #expect(Set(two.plots.map { ($0.y * 100).rounded() }).count == 1)
    #expect(Set(two.plots.map { ($0.maxY * 100).rounded() }).count == 1)
    let grid = ChartHarness.compile(
      "data: {sequence: {start: 1, stop: 30}}\ntransform: [{calculate: datum.data % 2, as: a}, {calculate: datum.data % 3, as: b}]\nmark: line\nencoding: {x: 'data:Q', y: 'data:Q', row: 'a:N', column: 'b:N'}")
    #expect(grid.plots.count == 6)
    #expect(Set(grid.plots.map { ($0.y * 100).rounded() }).count == 2)
    #expect(Set(grid.plots.map { ($0.x * 100).rounded() }).count == 3)
    #expect(Set(grid.plots.map { ($0.width * 100).rounded() }).count == 1)
  }

  private func picture(_ result: ChartResult, _ name: String) throws {
    guard let folder = ProcessInfo.processInfo.environment["CHART_PNG"], let list = result.list else { return }
    try Data(PNGWriter(fonts: FontLibrary()).write(list, scale: 1.5)).write(to: URL(fileURLWithPath: folder).appendingPathComponent("layout-\(name).png"))
  }
}
