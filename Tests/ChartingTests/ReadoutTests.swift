import Foundation
import Graphics
import Testing

@testable import Charting

/// The numbers behind images, for those who point at them.
@Suite struct ReadoutTests {
  private struct Lattice {
    var frame: [Double]
    var counts: [Int]
    var title: String
    var key: String?
    var cuts: Int
    /// The bytes of the packed values; nil if there are none.
    var packed: Data?
  }

  private static func lattices(_ spec: String) throws -> [Lattice] {
    let readout = ChartHarness.compile(spec).readout
    let plots = try #require(JSONSerialization.jsonObject(with: Data(readout.utf8)) as? [[String: Any]])
    return plots.flatMap { $0["g"] as? [[String: Any]] ?? [] }.map { item in
      Lattice(
        frame: item["r"] as? [Double] ?? [], counts: item["n"] as? [Int] ?? [], title: item["t"] as? String ?? "", key: item["k"] as? String,
        cuts: item["s"] as? Int ?? -1, packed: (item["d"] as? String).flatMap { Data(base64Encoded: $0) })
    }
  }

  /// The lattices as they are drawn, before they are written.
  private static func drawn(_ spec: String) -> [CellLattice] {
    guard let node = ChartHarness.yaml(spec), let view = SpecParser.parse(node).spec else { return [] }
    var builder = PanelBuilder(seed: 0) { ChartHarness.fetch($0, [:]) }
    guard let tree = builder.build(view) else { return [] }
    var scaleBuilder = ScaleBuilder(panels: builder.panels, colours: SeriesColours())
    let scales = scaleBuilder.scales()
    let labels = LabelTypesetter(fonts: .init())
    var painter = FigurePainter(panels: builder.panels, scales: scales, labels: labels)
    painter.draw(FigureLayout(panels: builder.panels, scales: scales, labels: labels, columnWidth: 450).block(tree))
    return painter.placed.flatMap(\.lattices)
  }

  private static let grid =
    "data: {sequence: {start: 0, stop: 30, as: i}}\ntransform: [{calculate: floor(datum.i / 5), as: a}, {calculate: datum.i % 5, as: b}, {calculate: 'datum.i == 7 ? null : datum.i / 7', as: f}]\n"

  @Test func cellsOfAHeatMapHaveTheirValues() throws {
    let spec = Self.grid + "mark: rect\nencoding: {x: 'a:O', y: 'b:O', color: 'f:Q'}"
    let lattice = try #require(Self.drawn(spec).first)
    #expect(lattice.columns == 6 && lattice.rows == 5 && lattice.title == "f" && !lattice.cutsX && !lattice.cutsY)
    // Row by row from the top: a runs along a row, b down.
    for b in 0..<5 {
      for a in 0..<6 {
        let value = lattice.values[6 * b + a]
        #expect(5 * a + b == 7 ? value.isNaN : value == Double(5 * a + b) / 7)
      }
    }
    let written = try Self.lattices(spec)
    #expect(written.count == 1 && written[0].counts == [6, 5] && written[0].cuts == 0)
    // A zlib stream of 30 numbers of four bytes.
    let packed = try #require(written[0].packed)
    // The head of a zlib stream (RFC 1950, 2.2).
    #expect(packed[0] & 0xF == 8 && (Int(packed[0]) << 8 + Int(packed[1])) % 31 == 0 && packed.count < 4 * 30)
  }

  @Test func cellsThatAreNotDrawnAsAnImageHaveThemToo() throws {
    let few = "data: {values: [{a: 1, b: 1, f: 3}, {a: 2, b: 1, f: 4}]}\nmark: {type: rect, stroke: white}\nencoding: {x: 'a:O', y: 'b:O', color: 'f:Q'}"
    #expect(Self.drawn(few).map(\.values) == [[3, 4]])
    // Bars are read one by one.
    #expect(Self.drawn(few.replacing("{type: rect, stroke: white}", with: "bar")).isEmpty)
    #expect(Self.drawn(few.replacing("f:Q", with: "f:N")).isEmpty)
  }

  @Test func binsAreIntervals() throws {
    let spec = Self.grid + "mark: rect\nencoding: {x: {field: a, type: quantitative, bin: {step: 2}}, y: 'b:O', color: 'count()'}"
    let lattice = try #require(try Self.lattices(spec).first)
    #expect(lattice.cuts == 1 && lattice.counts == [3, 5])
    let drawn = Self.drawn(spec)
    #expect(drawn.first?.values == [Double](repeating: 2, count: 15))
  }

  /// The counts of all squares are the number of points, of each series for itself.
  @Test func pointsOfADensityAreCounted() throws {
    let spec = "data: {sequence: {start: 0, stop: 6000, as: i}}\ntransform: [{calculate: \"datum.i % 3 == 0 ? 'few' : 'many'\", as: kind}]\nmark: point\nencoding: {x: 'i:Q', y: 'i:Q', color: 'kind:N'}"
    let lattices = Self.drawn(spec)
    #expect(lattices.map(\.key) == ["few", "many"] && lattices.allSatisfy { $0.cutsX && $0.cutsY })
    #expect(lattices.map { $0.values.reduce(0, +) } == [2000, 4000])
    #expect(lattices[0].frame == lattices[1].frame)
  }

  @Test func contoursShowTheCrossingsOfTheirGrid() throws {
    let spec =
      "data: {sequence: {start: 0, stop: 121, as: i}}\ntransform: [{calculate: datum.i % 11 - 5, as: x}, {calculate: floor(datum.i / 11) - 5, as: y}, {calculate: datum.x + 100 * datum.y, as: f}]\nmark: {type: contour, levels: 5}\nencoding: {x: 'x:Q', y: 'y:Q', color: 'f:Q'}"
    let lattice = try #require(Self.drawn(spec).first)
    #expect(lattice.columns == 11 && lattice.rows == 11 && lattice.values[0] == 495 && lattice.values[120] == -495)
    // Columns that are not equally far apart are read off at places that are.
    let bent = try #require(Self.drawn(spec.replacing("datum.i % 11 - 5", with: "'pow(datum.i % 11, 2)'")).first)
    #expect(bent.columns == 64 && bent.rows == 64)
  }

  @Test func picturesAreToldByTheirPlace() throws {
    let spec = "data: {values: [{k: a, n: 1, p: [0, 1, 1, 0]}, {k: b, n: 1, p: [0, 0, 1, 1]}]}\nmark: {type: images, pixels: p}\nencoding: {x: 'n:N', y: 'k:N'}"
    let lattice = try #require(try Self.lattices(spec).first)
    #expect(lattice.counts == [1, 2] && lattice.packed == nil)
  }

  /// Names of a y axis stand from the top; the places of its values are counted from below, as those of numbers are.
  @Test func namesOfAVerticalAxisHaveTheirPlaces() throws {
    let result = ChartHarness.compile("data: {values: [{a: one, b: 1}, {a: two, b: 2}]}\nmark: bar\nencoding: {y: 'a:N', x: 'b:Q'}")
    #expect(result.readout.contains("\"n\": [[0.75, \"one\"], [0.25, \"two\"]]"))
  }

  /// Numbers that would weigh more than the picture are left out; the places stay.
  @Test func veryLargeGridsHaveNoValues() throws {
    let spec = "data: {sequence: {start: 0, stop: 90000, as: i}}\ntransform: [{calculate: floor(datum.i / 300), as: a}, {calculate: datum.i % 300, as: b}]\nmark: rect\nencoding: {x: 'a:O', y: 'b:O', color: 'i:Q'}"
    let lattice = try #require(try Self.lattices(spec).first)
    #expect(lattice.counts == [300, 300] && lattice.packed == nil)
  }
}
