import Testing

@testable import Charting

/// Authors' mistakes: the code, the words and the place of what is said about them.
@Suite struct DiagnosticTests {
  static let faults: [(String, String, String, Int, Int)] = [
    ("mark: line\nencodng: {}", "RP0701", "unknown key 'encodng'; did you mean 'encoding'?", 2, 1),
    ("mark: line\nencoding:\n  x: {colour: a}", "RP0701", "unknown key 'colour'", 3, 7),
    ("mark: arc", "RP0702", "'arc' is Vega-Lite but not part of this chart grammar", 1, 7),
    ("mark: lien", "RP0703", "unknown mark 'lien'; did you mean 'line'?", 1, 7),
    ("mark: point\nprojection: {}", "RP0702", "'projection' is Vega-Lite but not part of this chart grammar", 2, 1),
    ("mark: {type: line, strokeWidth: thick}", "RP0704", "'strokeWidth' takes a number, found text", 1, 33),
    ("mark: {type: line, opacity: 2}", "RP0704", "'opacity' takes a number from 0 to 1, found 2", 1, 29),
    ("mark: point\nencoding: {x: 'men(risk):Q'}", "RP0703", "unknown aggregate 'men'; did you mean 'mean'?", 2, 15),
    ("mark: point\nencoding: {x: {field: a, type: geojson}}", "RP0702", "'geojson' is Vega-Lite but not part of this chart grammar", 2, 32),
    ("mark: point\nencoding: {x: {field: a, format: '%k'}}", "RP0709", "'%k' is not a number format", 2, 34),
    ("encoding: {}", "RP0705", "a chart needs one of mark, layer, facet, repeat, hconcat, vconcat, concat", 1, 1),
    ("mark: point\ntransform: [{filter: datum.x > }]", "RP0708", "expected a value, found the end (column 10 of the expression)", 2, 31),
    ("mark: {type: line, color: bleu}", "RP0703", "unknown colour 'bleu'; did you mean 'blue'?", 1, 27),
    ("mark: slope", "RP0705", "the mark 'slope' needs an 'exponent'", 1, 7),
    ("data: {values: [{a: 1, b: 2}]}\nmark: point\nencoding: {x: 'a:Q', y: 'c:Q'}", "RP0707", "unknown column 'c'; did you mean 'a'?", 3, 25),
    ("data: {values: [{a: u, b: 2}]}\nmark: point\nencoding: {x: 'a:Q', y: 'b:Q'}", "RP0710", "column 'a' holds text, but the channel 'x' takes numbers", 3, 15),
  ]

  @Test(arguments: faults.indices) func saysWhatIsWrongAndWhere(_ index: Int) {
    let (yaml, code, message, line, column) = Self.faults[index]
    let result = ChartHarness.compile(yaml)
    #expect(result.list == nil)
    let found = result.diagnostics.first { $0.severity == .error }
    #expect(found?.code == code)
    #expect(found?.message == message)
    #expect(found?.range?.start.line == line)
    #expect(found?.range?.start.column == column)
  }

  @Test func anArithmeticBandBelowZeroOnALogAxisIsAnError() {
    let rows = "[{x: 1, y: 1, seed: 0}, {x: 1, y: 1000, seed: 1}]"
    let spec = "data: {values: \(rows)}\nmark: {type: line, band: sd, center: mean}\nencoding: {x: 'x:Q', y: {field: y, type: quantitative, scale: {type: log}}}"
    let result = ChartHarness.compile(spec)
    #expect(result.list == nil && result.diagnostics.first?.code == "RP0710")
    let geometric = ChartHarness.compile(spec.replacing(", center: mean", with: ""))
    #expect(geometric.notes == ["Lines: geometric mean of 2 seeds; bands: ± one standard deviation of logarithms."])
  }
}
