import Foundation
import Testing
import Graphics
import TestSupport

@testable import Charting

/// Normalised places against numbers worked out by hand from Vega-Lite's rules.
@Suite struct SceneTests {
  static func scene(_ yaml: String) -> ChartScene { ChartHarness.compile(yaml).scene }

  @Test func barsStandOnBandsAndZero() throws {
    let scene = Self.scene("data: {values: [{a: A, b: 28}, {a: B, b: 55}, {a: C, b: 43}]}\nmark: bar\nencoding: {x: 'a:N', y: 'b:Q'}")
    let view = try #require(scene.views.first)
    let bars = try #require(view.marks.first?.series.first)
    // The domain 0…55 is round already (steps of 5); bands with padding 0.1.
    #expect(view.scales.map(\.kind) == ["band", "linear"])
    for index in 0..<3 { #expect(abs(bars.x[index] - (Double(index) + 0.05) / 3) < 1e-12) }
    #expect(abs(bars.y[0] - 27.0 / 55) < 1e-12)
    #expect(bars.y2 == [1, 1, 1])
  }

  @Test func stacksGoInDescendingOrderOfTheColour() throws {
    let scene = Self.scene(
      "data: {values: [{a: A, c: u, b: 1}, {a: A, c: v, b: 3}]}\nmark: bar\nencoding: {x: 'a:N', y: 'sum(b):Q', color: 'c:N'}")
    let marks = try #require(scene.views.first?.marks.first)
    // v lies at the bottom, 0…3; u on it, 3…4.
    #expect(marks.series.map { $0.key[0].value } == ["u", "v"])
    #expect(marks.series[0].y == [0])
    #expect(marks.series[0].y2 == [0.25])
    #expect(marks.series[1].y == [0.25])
    #expect(marks.series[1].y2 == [1])
  }

  @Test func histogramsCountInBins() throws {
    let values = (0..<20).map { "{v: \($0)}" }.joined(separator: ", ")
    let scene = Self.scene("data: {values: [\(values)]}\nmark: bar\nencoding: {x: {field: v, bin: true, type: quantitative}, y: 'count()'}")
    let view = try #require(scene.views.first)
    let bars = try #require(view.marks.first?.series.first)
    #expect(view.scales[0].domain == [.real(0), .real(20)])
    #expect(view.scales[1].domain == [.real(0), .real(2)])
    #expect(bars.x.count == 10)
    // Bars of a histogram stand a point apart, of the 300 that a plot has where nothing is said.
    #expect(abs(bars.x[0] - 1.0 / 300) < 1e-12)
    #expect(bars.x2?.last == 1)
    #expect(bars.y.allSatisfy { $0 == 0 })
  }

  @Test func linesAreSortedAlongX() throws {
    let scene = Self.scene("data: {values: [{x: 100, y: 1}, {x: 1, y: 100}, {x: 10, y: 10}]}\nmark: line\nencoding: {x: {field: x, type: quantitative, scale: {type: log}}, y: {field: y, type: quantitative, scale: {type: log}}}")
    let line = try #require(scene.views.first?.marks.first?.series.first)
    #expect(line.x == [0, 0.5, 1])
    #expect(line.y == [0, 0.5, 1])
  }

  @Test func zeroIsInTheDomainOfYButNotOfALinesX() throws {
    let scene = Self.scene("data: {values: [{x: 50, y: 12}, {x: 60, y: 17}]}\nmark: line\nencoding: {x: 'x:Q', y: 'y:Q'}")
    #expect(scene.views[0].scales[0].domain == [.real(50), .real(60)])
    #expect(scene.views[0].scales[1].domain == [.real(0), .real(18)])
  }

  @Test func sortsDomainsByAnotherChannel() {
    let scene = Self.scene("data: {values: [{a: A, b: 3}, {a: B, b: 9}, {a: C, b: 5}]}\nmark: bar\nencoding: {x: {field: a, type: nominal, sort: -y}, y: 'b:Q'}")
    #expect(scene.views[0].scales[0].domain == ["B", "C", "A"])
  }

  @Test func facetsGiveOneViewAPanel() {
    let scene = Self.scene("data: {values: [{f: u, x: 1, y: 1}, {f: v, x: 2, y: 4}]}\nmark: point\nencoding: {x: 'x:Q', y: 'y:Q', column: 'f:N'}")
    #expect(scene.views.map(\.headers) == [["u"], ["v"]])
    #expect(scene.views.map(\.column) == [0, 1])
    #expect(scene.views.map(\.row) == [0, 0])
    #expect(scene.views[0].marks[0].series[0].x == [0.5])
    #expect(scene.views[1].marks[0].series[0].x == [1])
  }

  @Test func scenesAreJSON() throws {
    let result = ChartHarness.compileCase("attacks")
    let object = try JSONSerialization.jsonObject(with: Data(result.scene.json.utf8)) as? [String: Any]
    let views = try #require(object?["views"] as? [[String: Any]])
    #expect(views.count == 1 && (views[0]["marks"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func slopesGoThroughTheRowsOfTheirOwnLayer() throws {
    let scene = Self.scene(
      """
      data: {values: [{m: a, x: 1, y: 100}, {m: a, x: 10, y: 10}, {m: b, x: 1, y: 1000}, {m: b, x: 100, y: 10}]}
      encoding:
        x: {field: x, type: quantitative, scale: {type: log}}
        y: {field: y, type: quantitative, scale: {type: log}}
      layer:
        - {mark: line, encoding: {color: "m:N"}}
        - {mark: {type: slope, exponent: -1, offset: 1}}
        - {transform: [{filter: "datum.m == 'b'"}], mark: {type: slope, exponent: -1, offset: 1}}
        - {mark: {type: function, expr: "100 / x"}}
      """)
    let curves = try #require(scene.views.first).marks.filter { $0.layer > 0 }.map { $0.series[0] }
    #expect(curves.map(\.x.count) == [200, 200, 200])
    // The first series ends at (10, 10), the rows of the second layer at (100, 10); 100 / x leaves the plot there.
    let ends: [(Double, Double)] = [(0.5, 1), (1, 1), (1, 1.5)]
    for (curve, end) in zip(curves, ends) {
      #expect(abs((curve.x.last ?? .nan) - end.0) < 1e-9 && abs((curve.y.last ?? .nan) - end.1) < 1e-9)
    }
  }

  @Test(arguments: ChartHarness.caseNames()) func drawingsStayAsTheyAre(_ name: String) throws {
    let list = try #require(ChartHarness.compileCase(name).list)
    let mismatch = Golden.mismatch(DisplayListDump.text(list), name + ".txt")
    #expect(mismatch == nil)
  }

  @Test func descriptionsNameWhatIsShown() {
    let text = ChartHarness.compileCase("strong").description
    #expect(text.hasPrefix("Line chart. X axis: Time t, from 0 to 100. Y axis: f of x sub t minus f star, logarithmic, from 0.0001 to 10. 2 series by method: exact, sampled."))
    #expect(text.contains("exact decreases steadily from 1 to"))
  }
}
