import Graphics
import Tables
import Testing

@testable import Charting

/// Which rows belong together, and in what order.
@Suite struct GroupingTests {
  /// A band has one area for each line, whatever channel tells the lines apart.
  @Test(arguments: ["color", "strokeDash", "opacity", "detail", "stroke", "strokeWidth"]) func bandsFollowTheirLines(_ channel: String) throws {
    let rows = ["a", "b"].flatMap { method in
      (0..<3).flatMap { x in (0..<4).map { seed in "{x: \(x), m: \(method), seed: \(seed), y: \((method == "a" ? 10 : 20) + seed)}" } }
    }
    let result = ChartHarness.compile(
      "data: {values: [\(rows.joined(separator: ", "))]}\nmark: line\nband: minmax\nencoding: {x: 'x:Q', y: {field: y, type: quantitative, scale: {domain: [0, 40]}}, \(channel): 'm:N'}")
    let marks = try #require(result.scene.views.first?.marks)
    #expect(marks.map(\.primitive) == [.area, .line])
    for mark in marks { #expect(mark.series.map(\.x) == [[0, 0.5, 1], [0, 0.5, 1]]) }
    // From 10 to 13 and from 20 to 23, of 40.
    let ends = marks[0].series.map { [$0.y[0], $0.y2?[0] ?? .nan].sorted() }.sorted { $0[0] > $1[0] }
    for (found, expected) in zip(ends.joined(), [27.0, 30, 17, 20]) { #expect(abs(found - expected / 40) < 1e-12) }
  }

  /// Many places of two series each: every row's order is worked out once.
  @Test func stacksOfManyPlacesKeepTheirOrder() throws {
    let result = ChartHarness.compile(
      "data: {sequence: {start: 0, stop: 40000, as: i}}\ntransform: [{calculate: floor(datum.i / 2), as: x}, {calculate: \"datum.i % 2 == 0 ? 'b' : 'a'\", as: k}, {calculate: \"datum.i % 2 == 0 ? 3 : 1\", as: v}]\nmark: area\nencoding: {x: 'x:Q', y: 'v:Q', color: 'k:N'}")
    let series = try #require(result.scene.views.first?.marks.first?.series)
    #expect(series.map { $0.key.map(\.value) } == [[.text("a")], [.text("b")]])
    // The last name stands at the bottom: b from 0 to 3, a from 3 to 4.
    for (one, ends) in zip(series, [(3.0, 4.0), (0, 3)]) {
      #expect(one.x.count == 20_000)
      #expect(zip(one.y, one.y2 ?? []).allSatisfy { abs(1 - $0.0 - ends.1 / 4) < 1e-12 && abs(1 - $0.1 - ends.0 / 4) < 1e-12 })
    }
  }

  /// By the table of whole numbers and by hashing: the first appearance numbers a group, and missing is a group.
  @Test(arguments: [1.0, 0.37, 1e12]) func groupsAreNumberedAsTheyAppear(_ unit: Double) {
    let numbers = [3, -2, 3, .nan, 0, -2, -0.0, .nan].map { $0 * unit }
    let column = FrameColumn("a", numbers, .real)
    #expect(column.coded().codes == [0, 1, 0, -1, 2, 1, 2, -1])
    #expect(column.coded().levels == [3 * unit, -2 * unit, 0].map(Value.real))
    let names = FrameColumn("b", texts: ["q", "x", "x", "x", "x", "x", "q", "x"]).selecting([1, 2, 3, 4, 5, 6, 7, 0])
    let frame = DataFrame([column, names], rowCount: 8)
    let one = Grouping(frame, by: ["a"])
    #expect(one.codes == [0, 1, 0, 2, 3, 1, 3, 2] && one.count == 4 && one.firstRows == [0, 1, 3, 4])
    #expect(Grouping(frame, by: ["b"]).groups == [[0, 1, 2, 3, 4, 6], [5, 7]])
    #expect(Grouping(frame, by: ["a", "b"]).groups == [[0, 2], [1], [3], [4, 6], [5], [7]])
    #expect(Grouping(frame, by: []).groups == [Array(0..<8)] && Grouping(DataFrame([], rowCount: 0), by: []).groups.isEmpty)
  }

  /// Few pairs of many that could be are hashed: their numbers are the table's.
  @Test func pairsAreNumberedAsTheyAppear() {
    for rows in [1000, 0] {
      var numbers = PairNumbers(100, 50, rows: rows)
      #expect([(0, 0), (99, 49), (0, 49), (99, 49), (0, 0)].map { numbers.number($0.0, $0.1) } == [0, 1, 2, 1, 0] && numbers.count == 3)
    }
    var far = PairNumbers(.max, 2, rows: 5)
    #expect(far.number(4, 1) == 0 && far.number(4, 0) == 1 && far.number(4, 1) == 0)
  }

  @Test func orderOfRows() {
    let frame = DataFrame([FrameColumn("a", [2, 1, .nan, 2, 1], .real), FrameColumn("b", texts: ["x", "y", "x", "w", "y"])], rowCount: 5)
    #expect(RowOrder(frame, by: [("a", false)]).sorted([0, 1, 2, 3, 4]) == [2, 1, 4, 0, 3])
    #expect(RowOrder(frame, by: [("a", true), ("b", false)]).sorted([4, 3, 1, 0]) == [3, 0, 4, 1])
    #expect(RowOrder(frame, by: []).sorted([3, 1]) == [3, 1])
  }

  /// Titles of neighbours share a baseline, and so do the names of their axes, though the labels of one axis reach above its plot.
  @Test func titlesOfNeighboursAlign() throws {
    let result = ChartHarness.compile(
      "data: {values: [{x: 1, a: 0.001, b: 1}, {x: 2, a: 100, b: 100}]}\nhconcat:\n- {title: Left, mark: line, encoding: {x: 'x:Q', y: {field: a, type: quantitative, scale: {type: log, domain: [0.001, 100], nice: false}}}}\n- {title: Right, mark: line, encoding: {x: 'x:Q', y: {field: b, type: quantitative, scale: {domain: [0, 110], nice: false}}}}")
    let boxes = try ["Left", "Right", "a", "b"].map { name in try #require(result.textBoxes.first { $0.text == name }).rect.y }
    #expect(boxes[0] == boxes[1] && abs(boxes[2] - boxes[3]) < 3)
    #expect(result.plots.count == 2 && result.plots[0].y == result.plots[1].y && LayoutChecks.faults(result) == [])
  }

  /// Texts are placed by squares of the plot: none overlaps another, also across squares.
  @Test func placesOfTextsAreFree() {
    var taken = TakenPlaces(Rect(x: 10, y: 10, width: 100, height: 60), [Rect(x: 0, y: 0, width: 5, height: 5)])
    #expect(taken.isFree(Rect(x: 10, y: 10, width: 100, height: 60)))
    taken.insert(Rect(x: 30, y: 30, width: 40, height: 10))
    #expect(!taken.isFree(Rect(x: 69, y: 39, width: 3, height: 3)) && taken.isFree(Rect(x: 71, y: 39, width: 3, height: 3)))
    #expect(!taken.isFree(Rect(x: 33, y: 0, width: 1, height: 100)) && taken.isFree(Rect(x: 200, y: 30, width: 9, height: 9)))
  }
}
