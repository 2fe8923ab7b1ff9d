import Diagnostics
import Graphics
import Testing

@testable import Charting

/// Keys about looks: those with an effect, and what is said of the others.
@Suite struct LooksTests {
  private static let data = "data: {values: [{x: 0, y: 1, k: a}, {x: 10, y: 5, k: b}, {x: 20, y: 4, k: c}]}\n"

  private static func looks(_ spec: String) -> [Diagnostic] { ChartHarness.compile(spec).diagnostics.filter { $0.code == "RP0714" } }

  @Test func keysWithoutEffectAreNamedOnceAtTheirLine() {
    let one = Self.looks(Self.data + "mark: point\nencoding:\n  x: {field: x, type: quantitative,\n    axis: {labelFont: Arial}}")
    #expect(one.map(\.message) == ["looks are the report's own: 'labelFont' of axis has no effect"])
    #expect(one.map(\.severity) == [.note] && one[0].range?.start.line == 5 && one[0].range?.start.column == 12)
    let many = ChartHarness.compile(
      Self.data
        + "config: {axis: {grid: false}, view: {stroke: null, step: 30}, bar: {binSpacing: 0, color: red}}\nmark: {type: bar, cursor: pointer, cornerRadiusEnd: 4, tooltip: true}\nencoding: {x: {field: x, type: ordinal, axis: {labelFont: Arial, titlePadding: 3, zindex: 1}}, y: {field: y, type: quantitative, axis: {labelFont: Arial}}, color: {field: k, legend: {cornerRadius: 3}}}")
    #expect(many.list != nil)
    #expect(
      many.diagnostics.map(\.message) == [
        "looks are the report's own: 'axis' of config, 'view.stroke' of config, 'bar.color' of config, 'cursor' of mark, 'cornerRadiusEnd' of mark, 'labelFont' of axis, 'titlePadding' of axis, 'cornerRadius' of legend have no effect"
          .replacing(", 'cornerRadius'", with: " and 'cornerRadius'")
      ])
  }

  @Test func veryManyAreCounted() {
    let keys = ["labelFont", "labelColor", "labelLimit", "titleFont", "titleColor", "tickColor", "tickSize", "gridColor", "gridDash", "domainColor"]
    let axis = keys.map { "\($0): 1" }.joined(separator: ", ")
    let found = Self.looks(Self.data + "mark: point\nencoding: {x: {field: x, type: quantitative, axis: {\(axis)}}}")
    #expect(found.count == 1 && found[0].message.hasSuffix("'gridColor' of axis and 2 more have no effect"))
  }

  /// What Vega-Lite knows and the grammar reads is either used or said to have no effect; names must not be misspelt.
  @Test func namesWithoutEffectAreKnownNames() {
    let places = ["mark": KnownKeys.mark, "axis": KnownKeys.axis, "legend": KnownKeys.legend, "header": KnownKeys.header, "scale": KnownKeys.scale, "title": KnownKeys.title]
    for (place, known) in places {
      let keys = IdleLooks.keys[place] ?? []
      #expect(!keys.isEmpty && keys.subtracting(known).isEmpty, "\(place): \(keys.subtracting(known).sorted())")
    }
  }

  // MARK: Keys with an effect

  private static func box(_ result: ChartResult, _ text: String) -> TextBox? { result.textBoxes.first { $0.text == text } }

  @Test func titlesStandWhereTheirAnchorSays() throws {
    for views in ["mark: point\nencoding: {x: 'x:Q', y: 'y:Q'}", "hconcat: [{mark: point, encoding: {x: 'x:Q'}}, {mark: point, encoding: {x: 'y:Q'}}]"] {
      let places = try ["start", "middle", "end"].map { anchor -> Double in
        let result = ChartHarness.compile(Self.data + "title: {text: Head, anchor: \(anchor)}\n" + views)
        #expect(LayoutChecks.faults(result) == [])
        return try #require(Self.box(result, "Head")).rect.x
      }
      #expect(places[0] + 50 < places[1] && places[1] + 50 < places[2])
    }
    #expect(ChartHarness.compile("title: {text: Head, anchor: left}\n" + Self.data + "mark: point").diagnostics.map(\.code) == ["RP0703"])
    #expect(ChartHarness.compile("title: {text: Head, colour: red}\n" + Self.data + "mark: point").diagnostics.map(\.code) == ["RP0701"])
  }

  private static func axis(_ keys: String, type: String = "quantitative") -> ChartResult {
    ChartHarness.compile(data + "mark: point\nencoding: {x: {field: x, type: \(type), axis: {\(keys)}}, y: 'y:Q'}")
  }

  @Test func ticksAreAsManyAndAsFarApartAsWanted() {
    func count(_ keys: String) -> Int {
      let result = Self.axis(keys)
      return result.textBoxes.count { Double($0.text) != nil && $0.rect.y >= result.plots[0].maxY }
    }
    #expect(count("tickCount: 2") <= 3 && count("tickCount: 20") > 15)
    #expect(count("tickMinStep: 10") == 3 && count("tickMinStep: 1000") <= 1)
  }

  @Test func labelsTurnByTheAngleGiven() throws {
    for (stated, angle) in [(-90, -90.0), (270, -90), (30, 30), (-45, -45)] {
      for type in ["ordinal", "quantitative"] {
        let result = Self.axis("labelAngle: \(stated)", type: type)
        #expect(LayoutChecks.faults(result) == [])
        let label = try #require(Self.box(result, "10"))
        #expect(label.rotation == angle, "\(stated) \(type)")
        // Below the axis, at its tick.
        let plot = result.plots[0]
        #expect(label.rect.y >= plot.maxY && abs(label.rect.x + label.rect.width / 2 - (plot.x + plot.width / 2)) < label.rect.width)
      }
    }
    #expect(try #require(Self.box(Self.axis("labelAngle: 0", type: "ordinal"), "10")).rotation == 0)
  }

  @Test func gridsAreDrawnOrNot() {
    func lines(_ keys: String) -> Int {
      var count = 0
      for case .group(let group) in Self.axis(keys).list?.items ?? [] where group.name == "grid" { count += group.items.count }
      return count
    }
    #expect(lines("grid: false") < lines("grid: true"))
  }

  @Test func legendsHaveColumnsAndTicks() throws {
    func legend(_ keys: String, _ field: String = "k") -> ChartResult {
      ChartHarness.compile(Self.data + "mark: point\nencoding: {x: 'x:Q', y: 'y:Q', color: {field: \(field), legend: {\(keys)}}}")
    }
    func places(_ result: ChartResult) throws -> [Point] { try ["a", "b", "c"].map { name in try #require(Self.box(result, name)).rect }.map { Point($0.x, $0.y) } }
    let one = try places(legend("title: null"))
    #expect(one[0].x == one[1].x && one[0].y < one[1].y)
    for orient in ["right", "top"] {
      let result = legend("columns: 2, orient: \(orient)")
      #expect(LayoutChecks.faults(result) == [])
      let two = try places(result)
      #expect(two[0].y == two[1].y && two[0].x < two[1].x && two[2].x == two[0].x && two[2].y > two[0].y, "\(orient)")
    }
    // A colour bar stays at the right, with the ticks that are asked for.
    let bar = legend("orient: bottom, values: [2, 4]", "y")
    #expect(bar.textBoxes.filter { $0.rect.x > bar.plots[0].maxX + 3 }.map(\.text).sorted() == ["2", "4", "y"])
  }
}
