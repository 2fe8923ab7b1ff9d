import Graphics
import Testing

@testable import Charting

/// Edges that plots share, and legends above them.
@Suite struct SideBySideTests {
  @Test func plotsOfRowsAndColumnsShareTheirEdges() throws {
    let plots = ChartHarness.compile(
      """
      width: full
      data: {sequence: {start: 1, stop: 40, as: i}}
      transform: [{calculate: 'datum.i * 100000', as: large}, {calculate: "datum.i % 2 ? 'first' : 'second'", as: kind}]
      resolve: {scale: {color: independent}}
      columns: 2
      concat:
        - {title: One, mark: line, encoding: {x: 'i:Q', y: 'i:Q'}}
        - {title: $\\hat M$, mark: point, encoding: {x: 'i:Q', y: 'large:Q', color: 'kind:N'}}
        - {title: Three, mark: line, encoding: {x: 'i:Q', y: 'large:Q'}}
        - {title: Four, mark: line, encoding: {x: 'i:Q', y: 'i:Q'}}
      """
    ).plots
    try #require(plots.count == 4)
    func same(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 0.01 }
    for (left, right) in [(0, 1), (2, 3)] {
      #expect(same(plots[left].y, plots[right].y) && same(plots[left].maxY, plots[right].maxY))
    }
    for (above, below) in [(0, 2), (1, 3)] {
      #expect(same(plots[above].x, plots[below].x) && same(plots[above].maxX, plots[below].maxX))
    }
  }

  @Test func titlesOfARowShareTheirBaseline() throws {
    let boxes = ChartHarness.compile(
      """
      width: full
      data: {sequence: {start: 1, stop: 9, as: i}}
      hconcat:
        - {title: Rank, mark: line, encoding: {x: 'i:Q', y: 'i:Q'}}
        - {title: 'Rank of $\\hat M$', mark: line, encoding: {x: 'i:Q', y: 'i:Q'}}
      """
    ).textBoxes.filter { $0.text.hasPrefix("Rank") }
    try #require(boxes.count == 2)
    // Both have the same depth, and the hat reaches higher.
    #expect(boxes[1].rect.y < boxes[0].rect.y - 1)
    #expect(abs(boxes[0].rect.maxY - boxes[1].rect.maxY) < 0.6)
  }

  /// Names that do not fit in one row stand in columns below their title.
  @Test func namesAboveANarrowPlotStandInColumns() throws {
    let boxes = ChartHarness.compile(
      """
      width: third
      legend: top
      data: {sequence: {start: 0, stop: 40, as: i}}
      transform: [{calculate: "['bias', 'variance', 'noise', 'rest'][datum.i % 4]", as: part}]
      mark: point
      encoding: {x: 'i:Q', y: 'i:Q', color: {field: part, type: nominal, title: Of what part}}
      """
    ).textBoxes
    func place(_ text: String) throws -> Rect { try #require(boxes.first { $0.text == text }).rect }
    let (title, bias, noise, rest) = (try place("Of what part"), try place("bias"), try place("noise"), try place("rest"))
    let variance = try place("variance")
    #expect(title.maxY <= bias.y)
    #expect(abs(bias.y - noise.y) < 0.01 && abs(rest.y - variance.y) < 0.01 && rest.y > bias.y)
    #expect(abs(bias.x - rest.x) < 0.01 && abs(noise.x - variance.x) < 0.01 && noise.x > bias.maxX)
  }
}
