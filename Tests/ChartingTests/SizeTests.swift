import Graphics
import Testing
import Typography

@testable import Charting

/// However many rows a chart has, its file stays small.
@Suite struct SizeTests {
  static let marks = [
    "{type: line, interpolate: monotone}", "point", "tick", "bar",
  ]
  static let extras = ["", ", color: 'y:Q'", ", shape: 'c:N'"]

  @Test(arguments: marks) func filesOfManyRowsStaySmall(_ mark: String) throws {
    let rows = "data: {sequence: {start: 0, stop: 5200, as: i}}\ntransform: [{calculate: datum.i + sin(datum.i), as: x}, {calculate: sin(datum.i * 12.9898) + datum.i / 9000, as: y}, {calculate: \"'s' + datum.i % 3\", as: c}]\n"
    let fonts = FontLibrary()
    for extra in Self.extras where extra.isEmpty || mark == "point" {
      let result = ChartHarness.compile(rows + "mark: \(mark)\nencoding: {x: 'x:Q', y: 'y:Q'\(extra)}")
      let list = try #require(result.list, "\(mark) \(result.diagnostics.map(\.message))")
      let size = SVGWriter(fonts: fonts).write(list).utf8.count
      #expect(size < 150_000, "\(mark)\(extra): \(size) bytes")
    }
  }
}
