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

  /// Cells finer than print: a pixel has the mean of its cells, and many names share a figure's height.
  @Test func fineHeatMapsStaySmall() throws {
    let result = ChartHarness.compile(
      "data: {sequence: {start: 0, stop: 1200000, as: i}}\ntransform: [{calculate: datum.i % 400, as: a}, {calculate: floor(datum.i / 400), as: b}, {calculate: sin(datum.i * 12.9898) , as: v}]\nmark: rect\nencoding: {x: 'a:O', y: 'b:O', color: 'v:Q'}")
    let list = try #require(result.list)
    #expect(SVGWriter(fonts: FontLibrary()).write(list).utf8.count < 300_000)
    let plot = try #require(result.plots.first)
    #expect(plot.height == 1280)
  }

  /// Stripes of 0, 1, 0 and nothing, each finer than a pixel, are a third everywhere: a missing cell does not count.
  @Test func pixelsOfFineCellsAreMeans() throws {
    func image(_ columns: Int, _ value: String) throws -> ImageItem {
      let result = ChartHarness.compile(
        "width: 40\nheight: 30\ndata: {sequence: {start: 0, stop: \(200 * columns), as: i}}\ntransform: [{calculate: datum.i % \(columns), as: a}, {calculate: floor(datum.i / \(columns)), as: b}, {calculate: \"\(value)\", as: v}]\nmark: rect\nencoding: {x: {field: a, type: ordinal, axis: null}, y: {field: b, type: ordinal, axis: null}, color: {field: v, type: quantitative, scale: {scheme: greys, domain: [0, 1]}, legend: null}}")
      return try #require(result.list?.items.lazy.compactMap(Self.image).first)
    }
    let fine = try image(320, "datum.a % 4 == 3 ? NaN : datum.a % 2")
    #expect(fine.pixelWidth == 80 && fine.pixelHeight == 60)
    let third = try image(4, "1 / 3").rgba.prefix(4)
    #expect(stride(from: 0, to: fine.rgba.count, by: 4).allSatisfy { fine.rgba[$0..<$0 + 4].elementsEqual(third) })
  }

  private static func image(_ item: DisplayItem) -> ImageItem? {
    switch item {
    case .image(let image): image
    case .group(let group): group.items.lazy.compactMap(image).first
    default: nil
    }
  }
}
