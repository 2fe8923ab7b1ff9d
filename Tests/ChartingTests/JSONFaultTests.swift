import Diagnostics
import Testing
import YAMLDocuments

@testable import Charting

/// Specifications in JSON that cannot be drawn: the first error, with its line and column.
@Suite struct JSONFaultTests {
  private static let rows = #""data": {"values": [{"a": "A", "height": 28}, {"a": "B", "height": 55}]}"#
  private static let encoding = #""encoding": {"x": {"field": "a", "type": "nominal"}, "y": {"field": "height", "type": "quantitative"}}"#

  private static func chart(_ rest: String) -> String { "{\(rows),\n\(rest)}" }

  private static func field(_ rest: String) -> String { chart(#""mark": "point", "encoding": {"x": {"field": "height", "type": "quantitative", \#(rest)}}"#) }

  private static let cases: [(text: String, fault: String)] = [
    ("[1, 2]", "RP0704 1:1 a chart takes a mapping, found list"),
    ("42", "RP0704 1:1 a chart takes a mapping, found number"),
    (#""bar""#, "RP0704 1:1 a chart takes a mapping, found text"),
    (chart(#""mark": "bar", "encoding": {"x": {"fie"#).dropLast().description, "RP0101 2:35 the quote opened here is not closed"),
    (chart(encoding), "RP0705 1:1 a chart needs one of mark, layer, facet, repeat, hconcat, vconcat, concat"),
    (chart(#""mark": "bars", \#(encoding)"#), "RP0703 2:9 unknown mark 'bars'; did you mean 'bar'?"),
    (chart(#""mark": ["bar"], \#(encoding)"#), "RP0704 2:9 'mark' takes a mapping, found list"),
    (chart(#""mark": "bar", "encoding": [1]"#), "RP0704 2:28 'encoding' takes a mapping, found list"),
    (chart(#""mark": "bar", "encoding": {"x": {"field": "heigth"}}"#), "RP0707 2:44 unknown column 'heigth'; did you mean 'height'?"),
    (chart(#""mark": "bar", "encoding": {"x": {"field": ["a"]}}"#), "RP0704 2:44 'field' takes the name of a column, found list"),
    (chart(#""mark": "bar", "encoding": {"x": {"field": "a", "sort": {"field": "hight"}}}"#), "RP0707 2:44 unknown column 'hight'; did you mean 'height'?"),
    (chart(#""mark": "bar", "width": "wide", \#(encoding)"#), "RP0703 2:25 unknown width 'wide'"),
    (chart(#""layer": []"#), "RP0704 2:10 'layer' takes a list of views, found an empty one"),
    (chart(#""layer": [{"layer": [{"hconcat": [{"mark": "bar"}]}]}]"#), "RP0710 2:22 a layer holds marks or layers only"),
    (chart(#""transform": [{"calculate": "datum.height * ", "as": "b"}], "mark": "bar", \#(encoding)"#), "RP0708 2:45 expected a value, found the end (column 16 of the expression)"),
    (chart(#""transform": [{"filter": "pow(datum.height) > 3"}], "mark": "bar", \#(encoding)"#), "RP0708 2:27 pow() takes 2 arguments, found 1 (column 1 of the expression)"),
    (field(#""scale": {"domain": ["low", "high"]}"#), "RP0710 2:89 the domain of this scale holds numbers or dates only"),
    (field(#""scale": {"range": [50]}"#), "RP0710 2:89 the range of an axis is two places in points"),
    (field(#""scale": {"range": [0, 1e300]}"#), "RP0710 2:89 the range of an axis is two places in points"),
    (field(#""bin": {"step": 0}"#), "RP0704 2:96 'step' takes a number from 1e−300 to 1e+300, found 0"),
    (field(#""bin": {"steps": [0, 1]}"#), "RP0704 2:97 'steps' takes a list of positive numbers, found list"),
    (#"{"data": {"values": {"rows": []}, "format": {"property": "row"}}, "mark": "point"}"#, "RP0710 1:58 there is no 'row' in these values"),
  ]

  @Test(arguments: cases.indices) func saysWhatIsWrongAndWhere(_ index: Int) throws {
    let (text, expected) = Self.cases[index]
    let (node, faults) = YAMLDocument.parse(SourceFile(path: "chart.json", text: text))
    let found = faults.first { $0.severity == .error } ?? node.flatMap { node in
      var compiler = ChartCompiler(labels: ChartHarness.labels)
      return compiler.compile(spec: node) { ChartHarness.fetch($0, [:]) }.diagnostics.first { $0.severity == .error }
    }
    let fault = try #require(found, "\(text) is drawn")
    let start = try #require(fault.range?.start)
    #expect("\(fault.code) \(start.line):\(start.column) \(fault.message)" == expected)
  }

  /// A mistake is told once, where it is.
  @Test func onlyTheMistakeIsTold() {
    let result = ChartHarness.compile(Self.chart(#""mark": "bar", "encoding": {"x": {"field": ["a"]}}"#))
    #expect(result.diagnostics.map(\.code) == ["RP0704"])
  }
}
