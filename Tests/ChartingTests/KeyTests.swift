import Foundation
import Testing

@testable import Charting

/// Every name of Vega-Lite's schema is read, or named as left out; none counts as a mistake of the author.
@Suite struct KeyTests {
  private static let names: [String: [String]] = {
    let data = (try? Data(contentsOf: VegaLiteTests.folder.appendingPathComponent("keys.json"))) ?? Data()
    let object = (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
    return object.compactMapValues { $0 as? [String] }
  }()

  static let places: [(String, [String])] = [
    ("view", KnownKeys.view), ("mark", KnownKeys.mark), ("encoding", Channel.allCases.map(\.rawValue)), ("channel", KnownKeys.channel),
    ("scale", KnownKeys.scale), ("axis", KnownKeys.axis), ("legend", KnownKeys.legend), ("header", KnownKeys.header), ("bin", KnownKeys.bin),
    ("config", KnownKeys.config), ("marks", MarkType.allCases.map(\.rawValue)), ("scales", ScaleSpec.Kind.allCases.map(\.rawValue)),
    ("aggregates", AggregateOperation.allCases.map(\.rawValue)), ("interpolations", MarkSpec.Interpolation.allCases.map(\.rawValue)),
  ]

  @Test(arguments: places.indices) func everyNameIsKnownOrLeftOut(_ index: Int) {
    let (place, known) = Self.places[index]
    let names = Self.names[place] ?? []
    #expect(names.count >= 5, "\(place)")
    #expect(names.filter { !known.contains($0) && KnownKeys.leftOut[$0] == nil } == [], "\(place)")
  }

  /// The same method has the same colour in every chart of a report, whatever else stands beside it.
  @Test func valuesKeepTheirColours() throws {
    var colours = SeriesColours()
    #expect(colours.indices(field: "method", domain: [.text("ridge"), .text("lasso")]) == [0, 1])
    #expect(colours.indices(field: "method", domain: [.text("sgd"), .text("lasso")]) == [2, 1])
    #expect(colours.indices(field: "other", domain: [.text("lasso")]) == [0])
    #expect(colours.indices(field: "method", domain: [.text("lasso"), .text("ridge"), .text("sgd")]) == [1, 0, 2])
  }
}
