import Foundation
import Graphics
import Tables
import Testing
import Typography

@testable import Charting

/// Charts of awkward data and long words: no two texts overlap, none leaves the frame.
@Suite struct HostileTests {
  static let longName = "a rather long name of a method with many words in it"

  static let specs: [(name: String, yaml: String)] = [
    ("empty", "data: {values: []}\nmark: line\nencoding: {x: {datum: 1}, y: {datum: 2}}"),
    ("single point", "data: {values: [{x: 3, y: 7}]}\nmark: line\nencoding: {x: 'x:Q', y: 'y:Q'}"),
    ("constant", "data: {values: [{x: 1, y: 5}, {x: 2, y: 5}, {x: 3, y: 5}]}\nmark: line\nencoding: {x: 'x:Q', y: {field: y, type: quantitative, scale: {zero: false}}}"),
    ("huge", "data: {values: [{x: 1, y: 1e300}, {x: 2, y: 5e300}]}\nmark: point\nencoding: {x: 'x:Q', y: 'y:Q'}"),
    ("tiny", "data: {values: [{x: 1e-9, y: 1e-300}, {x: 2e-9, y: 5e-300}]}\nmark: line\nencoding: {x: 'x:Q', y: 'y:Q'}"),
    ("negative on log", "data: {values: [{x: 1, y: -1}, {x: 2, y: 0}, {x: 3, y: 10}, {x: 4, y: 100}]}\nmark: line\nencoding: {x: 'x:Q', y: {field: y, type: quantitative, scale: {type: log}}}"),
    ("all negative on log", "data: {values: [{x: 1, y: -1}, {x: 2, y: -3}]}\nmark: line\nencoding: {x: 'x:Q', y: {field: y, type: quantitative, scale: {type: log}}}"),
    ("missing", "data: {values: [{x: 1, y: 1}, {x: 2, y: null}, {x: 3, y: 2}]}\nmark: {type: line, point: true}\nencoding: {x: 'x:Q', y: 'y:Q'}"),
    ("forty categories", "data: {sequence: {start: 0, stop: 40}}\ntransform: [{calculate: \"'category number ' + datum.data\", as: c}]\nmark: bar\nencoding: {x: 'c:N', y: 'data:Q'}"),
    ("forty rows", "data: {sequence: {start: 0, stop: 40}}\ntransform: [{calculate: \"'category number ' + datum.data\", as: c}]\nmark: bar\nencoding: {y: 'c:N', x: 'data:Q'}"),
    ("long titles", "title: \(String(repeating: "A long title of a chart ", count: 12))\ndata: {sequence: {start: 0, stop: 10}}\nmark: line\nencoding: {x: {field: data, type: quantitative, title: \(String(repeating: "the title of x ", count: 20))}, y: {field: data, type: quantitative, title: \(String(repeating: "the title of y ", count: 20))}}"),
    ("long legend", "data: {sequence: {start: 0, stop: 60}}\ntransform: [{calculate: \"'\(longName) ' + (datum.data % 7)\", as: c}]\nmark: line\nencoding: {x: 'data:Q', y: 'data:Q', color: 'c:N'}"),
    ("long legend in a third", "width: third\ndata: {sequence: {start: 0, stop: 60}}\ntransform: [{calculate: \"'\(longName) ' + (datum.data % 7)\", as: c}]\nmark: point\nencoding: {x: 'data:Q', y: 'data:Q', color: 'c:N'}"),
    ("long facets", "data: {sequence: {start: 0, stop: 60}}\ntransform: [{calculate: \"'\(longName) ' + (datum.data % 6)\", as: c}]\nmark: point\nencoding: {x: 'data:Q', y: 'data:Q', facet: {field: c, columns: 3}}"),
    ("row and column", "data: {sequence: {start: 0, stop: 60}}\ntransform: [{calculate: \"'\(longName) ' + (datum.data % 3)\", as: c}, {calculate: datum.data % 2, as: d}]\nmark: point\nencoding: {x: 'data:Q', y: 'data:Q', row: 'c:N', column: 'd:N'}"),
    ("independent", "data: {sequence: {start: 1, stop: 60}}\ntransform: [{calculate: datum.data % 4, as: c}]\nfacet: {field: c, columns: 2}\nspec: {mark: line, encoding: {x: 'data:Q', y: 'data:Q'}}\nresolve: {scale: {x: independent, y: independent}}"),
    ("texts", "data: {sequence: {start: 0, stop: 30}}\ntransform: [{calculate: datum.data % 3, as: y}]\nlayer: [{mark: point}, {mark: text, encoding: {text: 'data:N'}}]\nencoding: {x: 'data:Q', y: 'y:Q'}"),
    ("close lines", "data: {sequence: {start: 0, stop: 80}}\ntransform: [{calculate: \"'s' + (datum.data % 8)\", as: c}, {calculate: floor(datum.data / 8), as: x}, {calculate: datum.x + (datum.data % 8) / 1000, as: y}]\nmark: line\nencoding: {x: 'x:Q', y: 'y:Q', color: 'c:N'}"),
    ("two axes", "data: {sequence: {start: 1, stop: 20}}\ntransform: [{calculate: 1000 / datum.data, as: b}]\nlayer: [{mark: line, encoding: {y: 'data:Q'}}, {mark: {type: line, color: vermilion}, encoding: {y: 'b:Q'}}]\nencoding: {x: 'data:Q'}\nresolve: {scale: {y: independent}}"),
    ("sizes", "data: {sequence: {start: 1, stop: 20}}\nmark: point\nencoding: {x: 'data:Q', y: 'data:Q', size: 'data:Q', color: 'data:Q'}"),
    ("nested concat", "data: {sequence: {start: 1, stop: 9}}\nvconcat: [{hconcat: [{mark: line, encoding: {x: 'data:Q', y: 'data:Q'}}, {mark: bar, encoding: {x: 'data:O', y: 'data:Q'}}]}, {mark: tick, encoding: {x: 'data:Q'}}]"),
    ("symlog", "data: {sequence: {start: -1000, stop: 1000, step: 50}}\nmark: line\nencoding: {x: 'data:Q', y: {field: data, type: quantitative, scale: {type: symlog}}}"),
    ("heat", "data: {sequence: {start: 0, stop: 100}}\ntransform: [{calculate: datum.data % 10, as: a}, {calculate: floor(datum.data / 10), as: b}]\nlayer: [{mark: rect, encoding: {color: {field: data, type: quantitative, scale: {domainMid: 30}}}}, {mark: text, encoding: {text: 'data:Q', color: {condition: {test: datum.data > 50, value: white}, value: black}}}]\nencoding: {x: 'a:O', y: 'b:O'}"),
  ]

  @Test(arguments: specs.indices) func staysClear(_ index: Int) throws {
    let (name, yaml) = Self.specs[index]
    let result = ChartHarness.compile(yaml)
    let errors = result.diagnostics.filter { $0.severity == .error }.map(\.message)
    #expect(errors == [], "\(name)")
    let list = try #require(result.list)
    #expect(LayoutChecks.faults(result) == [], "\(name)")
    if let folder = ProcessInfo.processInfo.environment["CHART_PNG"] {
      try Data(PNGWriter(fonts: FontLibrary()).write(list, scale: 1.5)).write(to: URL(fileURLWithPath: folder).appendingPathComponent("hostile-\(name).png"))
    }
  }

  @Test func countsRowsThatALogAxisCannotShow() {
    let result = ChartHarness.compile(Self.specs[5].yaml)
    #expect(result.notes == ["2 rows with a non-positive value are not shown on the logarithmic y axis."])
  }
}
