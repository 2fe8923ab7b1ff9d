import Graphics
import Testing

@testable import Charting

/// Contours, trajectories, pictures, networks, correlations and derived axes.
@Suite struct OwnMarksTests {
  /// Every image in a drawing, every shape with the name of the group around it, and every text.
  private static func items(_ result: ChartResult) -> (images: [ImageItem], shapes: [(group: String, item: ShapeItem)], texts: [TextItem]) {
    var images: [ImageItem] = []
    var texts: [TextItem] = []
    var shapes: [(String, ShapeItem)] = []
    func visit(_ items: [DisplayItem], _ name: String) {
      for item in items {
        switch item {
        case .group(let group): visit(group.items, group.name ?? name)
        case .image(let image): images.append(image)
        case .shape(let shape): shapes.append((name, shape))
        case .text(let text): texts.append(text)
        case .glyphs: break
        }
      }
    }
    visit(result.list?.items ?? [], "")
    return (images, shapes, texts)
  }

  // MARK: Contours

  /// On a cone the lines are circles: closed, and as far from the middle as the level says, to the error of linear interpolation.
  @Test func linesOfAConeAreCircles() throws {
    let places = (0..<61).map { Double($0) / 30 - 1 }
    let pairs = places.flatMap { y in places.map { (x: $0, y: y) } }
    let grid = ContourGrid(x: pairs.map(\.x), y: pairs.map(\.y), values: pairs.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() })
    let lines = grid.lines(at: 0.5)
    let line = try #require(lines.first)
    #expect(lines.count == 1 && line.count > 60)
    #expect(line[0].x == line[line.count - 1].x && line[0].y == line[line.count - 1].y)
    for point in line { #expect(abs((point.x * point.x + point.y * point.y).squareRoot() - 0.5) < 1e-3) }
    // Beyond the sides the circle of radius 1.2 falls apart into four arcs.
    #expect(grid.lines(at: 1.2).count == 4)
    #expect(abs(grid.value(atX: 0.31, y: -0.4) - (0.31 * 0.31 + 0.16).squareRoot()) < 1e-3)
    #expect(grid.value(atX: 1.1, y: 0).isNaN)
  }

  /// At a saddle the mean of the corners decides, and the lines do not cross.
  @Test func saddlesArePartedByTheirMean() {
    func lines(_ corner: Double) -> [[(x: Double, y: Double)]] {
      ContourGrid(x: [0, 1, 0, 1], y: [0, 0, 1, 1], values: [corner, 0, 0, corner]).lines(at: 1)
    }
    #expect(lines(1.5).count == 2 && lines(3).count == 2)
    // A low middle parts the high corners from each other, a high one the low ones.
    let low = lines(1.5).map { $0.map { $0.x + $0.y }.reduce(0, +) / 2 }.sorted()
    #expect(low[0] < 0.5 && low[1] > 1.5)
    let high = lines(3).map { $0.map { $0.x - $0.y }.reduce(0, +) / 2 }.sorted()
    #expect(high[0] < -0.3 && high[1] > 0.3)
  }

  @Test func levelsAreRound() {
    #expect(ContourLines.levels(.count(5), 0.3, 4.2) == [1, 2, 3, 4])
    #expect(ContourLines.levels(.values([1, 7]), 0, 2) == [1, 7])
    #expect(ContourLines.levels(.logarithmic(3), 1e-2, 1e2) == [0.1, 1, 10])
  }

  /// The scene has the lines and their levels rather than the grid.
  @Test func scenesHaveTheLinesOfContours() throws {
    let result = ChartHarness.compile(
      "data: {sequence: {start: 0, stop: 121, as: i}}\ntransform: [{calculate: datum.i % 11, as: x}, {calculate: floor(datum.i / 11), as: y}]\nmark: {type: contour, levels: [2.5, 7]}\nencoding: {x: 'x:Q', y: 'y:Q', color: 'x:Q'}")
    let series = try #require(result.scene.views.first?.marks.first).series
    #expect(series.map { $0.key.map(\.value) } == [[.real(2.5)], [.real(7)]])
    #expect(series[0].x.allSatisfy { abs($0 - 0.25) < 1e-12 } && Set(series[0].y).count == 11)
    #expect(result.scene.json.contains("\"type\": \"contour\", \"layer\": 0, \"group\": {\"color\": 2.5}"))
  }

  @Test func contoursNeedAField() {
    let spec = "data: {values: [{x: 1, y: 2}]}\nmark: {type: contour, levels: 4}\nencoding: {x: 'x:Q', y: 'y:Q'}"
    #expect(ChartHarness.compile(spec).diagnostics.map(\.code) == ["RP0705"])
    #expect(ChartHarness.compile(spec.replacing("levels: 4", with: "value: z")).diagnostics.map(\.code) == ["RP0707"])
    #expect(ChartHarness.compile("mark: {type: line, levels: 4}").diagnostics.first?.message == "unknown key 'levels'")
  }

  // MARK: Trajectories

  @Test func trajectoriesKeepTheOrderOfTheirRows() throws {
    let result = ChartHarness.compile("data: {values: [{x: 3, y: 1}, {x: 1, y: 2}, {x: 2, y: 5}, {x: 0, y: 7}]}\nmark: {type: trajectory, every: 1}\nencoding: {x: 'x:Q', y: 'y:Q'}")
    let series = try #require(result.scene.views.first?.marks.first?.series.first)
    #expect(series.x.map { ($0 * 3).rounded() } == [3, 1, 2, 0])
    let shapes = Self.items(result).shapes.filter { $0.group == "series" }.map(\.item)
    // The line, a head at each of the two inner points, a hollow start and a full end.
    #expect(shapes.count == 5)
    #expect(shapes[3].fill == Paint(.role(.paper)) && shapes[4].stroke == nil)
    #expect(Arrowhead.places([Point(0, 0), Point(50, 0), Point(100, 0), Point(150, 0), Point(200, 0)], every: nil) == [1, 2, 3])
  }

  // MARK: Pictures

  @Test func picturesHaveTheirPixelsAndStateTheirRange() throws {
    let rows = "[{c: a, k: clean, p: [0, 0.5, 1, 1]}, {c: a, k: difference, p: [0, 0.1, -0.1, 0]}]"
    let result = ChartHarness.compile(
      "data: {values: \(rows)}\nmark: {type: images, pixels: p, gain: {difference: 5}}\nencoding: {x: 'c:N', y: 'k:N', text: 'k:N'}")
    let images = Self.items(result).images
    #expect(images.map(\.pixelWidth) == [2, 2])
    #expect(stride(from: 0, to: 16, by: 4).map { images[0].rgba[$0] } == [0, 128, 255, 255])
    #expect(stride(from: 0, to: 16, by: 4).map { images[1].rgba[$0] } == [128, 255, 0, 128])
    #expect(images[0].frame.width == images[0].frame.height && !images[0].isSmooth)
    #expect(result.notes == ["Pixels from 0 (black) to 1 (white); difference times 5 around grey."])
    #expect(result.textBoxes.contains { $0.text == "difference (×5)" })
  }

  @Test func picturesOfOnePixelARow() {
    let result = ChartHarness.compile(
      "data: {sequence: {start: 0, stop: 12}}\ntransform: [{calculate: datum.data % 3, as: i}, {calculate: floor(datum.data / 3), as: j}]\nmark: {type: images, pixels: data, pixelX: i, pixelY: j}")
    #expect(Self.items(result).images.map { [$0.pixelWidth, $0.pixelHeight] } == [[3, 4]])
    let faulty = ChartHarness.compile("data: {values: [{p: [1, 2]}]}\nmark: {type: images, pixels: p}")
    #expect(faulty.diagnostics.map(\.code) == ["RP0710"])
  }

  // MARK: Networks

  @Test func layersFollowTheLongestWay() {
    let layout = NetworkLayout(.layered, nodes: DataFrame([], rowCount: 4), links: [(0, 1), (1, 2), (0, 2), (2, 3)])
    #expect(layout.places.map(\.x) == [0, 1.0 / 3, 2.0 / 3, 1])
    // A cycle ends, and a circle goes round once.
    #expect(NetworkLayout(.layered, nodes: DataFrame([], rowCount: 3), links: [(0, 1), (1, 2), (2, 0)]).places.allSatisfy { $0.x >= 0 && $0.x <= 1 })
    let circle = NetworkLayout(.circular, nodes: DataFrame([], rowCount: 4), links: []).places
    for (found, expected) in zip(circle, [(0.5, 1.0), (1, 0.5), (0.5, 0), (0, 0.5)]) { #expect(abs(found.x - expected.0) + abs(found.y - expected.1) < 1e-12) }
  }

  /// The table below a network says places under plain names.
  @Test func networksHaveNamedColumns() {
    let spec = "data: {values: [{id: a}, {id: b}]}\nmark: {type: graph, edges: {values: [{from: a, to: b, weight: 2}]}}"
    let names = ChartHarness.compile(spec).plotted.columns.map(\.name)
    #expect(["x", "y", "x2", "y2"].allSatisfy(names.contains) && names.allSatisfy { !$0.unicodeScalars.contains("\u{0}") }, "\(names)")
  }

  @Test func edgesNameNodesThatAreThere() {
    let spec = "data: {values: [{id: a}, {id: b}]}\nmark: {type: graph, edges: {values: [{from: a, to: c}]}}"
    #expect(ChartHarness.compile(spec).diagnostics.first?.message == "unknown node 'c'; did you mean 'a'?")
    let right = ChartHarness.compile(spec.replacing("to: c", with: "to: b"))
    #expect(right.list != nil && right.scene.views.first?.marks.map(\.primitive) == [.rule, .point, .text])
    #expect(ChartHarness.compile("mark: graph").diagnostics.map(\.code) == ["RP0705"])
  }

  // MARK: Correlations

  /// One pair out of six in the wrong order: τ = (5 − 1) / 6; ρ and r of ranks 1, 3, 2, 4 are 0.8.
  @Test func correlationsGiveEstimateTestAndCount() throws {
    func plotted(_ method: String) -> [Double] {
      let result = ChartHarness.compile(
        "data: {values: [{x: 1, y: 1}, {x: 2, y: 3}, {x: 3, y: 2}, {x: 4, y: 4}, {x: null, y: 9}]}\ntransform: [{correlation: \(method), x: x, y: y, as: r}]\nmark: point\nencoding: {x: 'r:Q', y: 'n:Q', size: 'r_p:Q'}")
      return ["r", "n", "r_p"].map { name in result.plotted.columns.first { $0.name == name }?.numbers.first ?? .nan }
    }
    #expect(abs(plotted("kendall")[0] - 2.0 / 3) < 1e-12 && plotted("kendall")[1] == 4)
    // Exact: of the 24 orders, 8 have τ of 2/3 or more in size.
    #expect(abs(plotted("kendall")[2] - 8.0 / 24) < 1e-12)
    #expect(abs(plotted("spearman")[0] - 0.8) < 1e-12 && abs(plotted("pearson")[0] - 0.8) < 1e-12)
    #expect(ChartHarness.compile("transform: [{correlation: tau, x: x, y: y}]\nmark: point").diagnostics.map(\.code) == ["RP0703"])
  }

  // MARK: Derived axes

  @Test func derivedAxesPlaceTheirTicks() throws {
    let expression = ExpressionSource(text: "100 - 2 * y", range: ChartHarness.yaml("a")?.range ?? .init(file: "", start: .init(line: 1, column: 1), end: .init(line: 1, column: 1)))
    let scale = ContinuousScale(.linear, transform: .linear, low: 0, high: 50)
    let axis = try #require(DerivedAxis(.init(expression: expression, title: ""), scale))
    #expect(axis.extent.low == 0 && axis.extent.high == 100)
    for (value, place) in [(100.0, 0.0), (75, 0.25), (0, 1), (40, 0.6)] { #expect(abs(axis.position(value) - place) < 1e-12) }
    var bent = expression
    bent.text = "y * (50 - y)"
    #expect(DerivedAxis(.init(expression: bent, title: ""), scale) == nil)
  }

  @Test func textsOnCellsAreTheSameInLightAndDark() {
    let spec = "data: {values: [{a: 1, b: 1, f: 71}, {a: 2, b: 1, f: 79}]}\nencoding: {x: 'a:O', y: 'b:O'}\nlayer: [CELLS, {mark: text, encoding: {text: 'f:Q', color: {condition: {test: datum.f > 75, value: black}, value: white}}}]"
    func colors(_ layer: String) -> [Color] {
      let texts = Self.items(ChartHarness.compile(spec.replacing("CELLS", with: layer))).texts
      return ["71", "79"].compactMap { number in texts.first { $0.string == number }?.paint.color }
    }
    let fixed = [ColorRole.paper, .ink].map { TextPainter.textColor(Theme.light.rgb(.role($0)).color) }
    #expect(colors("{mark: rect, encoding: {color: 'f:Q'}}") == fixed)
    #expect(colors("{mark: point}") == [.role(.paper), .role(.ink)])
  }

  @Test func axesStandWhereTheyAreWanted() throws {
    let spec = "data: {values: [{x: 1, y: 2}, {x: 4, y: 3}]}\nmark: point\nencoding: {x: {field: x, type: quantitative, title: steps, axis: {orient: top}}, y: {field: y, type: quantitative, title: a loss of some length, axis: {orient: right}}}"
    let result = ChartHarness.compile(spec)
    #expect(LayoutChecks.faults(result) == [])
    let plot = try #require(result.layout?.placed.first?.plot)
    let steps = try #require(result.textBoxes.first { $0.text == "steps" })
    let loss = try #require(result.textBoxes.first { $0.text == "a loss of some length" })
    #expect(steps.rect.maxY < plot.y && loss.rect.x > plot.maxX)
    // Numbers and titles stand on these two sides alone.
    #expect(result.textBoxes.allSatisfy { $0.rect.maxY < plot.y + 8 || $0.rect.x > plot.maxX })
  }

  @Test func derivedAxesMustRiseOrFall() {
    let spec = "data: {values: [{x: -1, y: 2}, {x: 1, y: 3}]}\nmark: point\nencoding: {x: {field: x, type: quantitative, axis: {also: {expr: EXPR, title: other}}}, y: 'y:Q'}"
    let result = ChartHarness.compile(spec.replacing("EXPR", with: "255 * x"))
    #expect(result.textBoxes.contains { $0.text == "other" } && LayoutChecks.faults(result) == [])
    #expect(ChartHarness.compile(spec.replacing("EXPR", with: "x * x")).diagnostics.map(\.code) == ["RP0710"])
    #expect(ChartHarness.compile(spec.replacing("EXPR", with: "z")).diagnostics.map(\.code) == ["RP0708"])
  }
}
