import Foundation
import Graphics
import Testing
import Typography
import YAMLDocuments

@testable import Charting

/// `Notebooks/gallery.md` shows everything that the grammar enumerates.
@Suite struct GalleryTests {
  /// What the charts of the gallery use, by the names of the grammar.
  private struct Uses {
    var marks: Set<String> = []
    var channels: Set<String> = []
    var aggregates: Set<String> = []
    var transforms: Set<String> = []
    var scales: Set<String> = []
    /// First words of charts that are not drawn.
    var faults: [String] = []
    var bands: Set<String> = []
    var legends: Set<String> = []
    var correlations: Set<String> = []
    var layouts: Set<String> = []

    mutating func read(_ node: YAMLNode) {
      for element in node.elements ?? [] { read(element) }
      for entry in node.entries ?? [] {
        note(entry)
        if entry.key != "values" { read(entry.value) }
      }
    }

    private mutating func note(_ entry: YAMLEntry) {
      let value = entry.value
      switch entry.key {
      case "mark":
        if let type = value.text ?? value["type"]?.text { marks.insert(type) }
      case "encoding":
        for channel in value.entries ?? [] where !channel.value.isNull {
          channels.insert(channel.key)
          if let text = channel.value.text, let aggregate = FieldShorthand(text)?.aggregate { aggregates.insert(aggregate) }
        }
      case "facet", "row", "column": if value.entries != nil { channels.insert(entry.key) }
      case "aggregate", "op": if let text = value.text { aggregates.insert(text) }
      case "scale": if let type = value["type"]?.text { scales.insert(type) }
      case "transform": for transform in value.elements ?? [] { transforms.formUnion((transform.entries ?? []).map(\.key)) }
      case "band": if let text = value.text { bands.insert(text) }
      case "legend": if let text = value.text { legends.insert(text) }
      case "correlation": if let text = value.text { correlations.insert(text) }
      case "layout": if let text = value.text { layouts.insert(text) }
      default: break
      }
    }
  }

  private static let uses: Uses = {
    var uses = Uses()
    for node in NotebookCharts.specifications("gallery") {
      uses.read(node)
      var compiler = ChartCompiler(labels: LabelTypesetter(fonts: FontLibrary()))
      let result = compiler.compile(spec: node) { ChartHarness.fetch($0, [:]) }
      if result.list == nil { uses.faults.append(result.diagnostics.first?.message ?? "an empty drawing") }
      for view in result.scene.views { uses.scales.formUnion(view.scales.map(\.kind)) }
    }
    return uses
  }()

  private func missing(_ names: [String], _ shown: Set<String>) -> [String] { names.filter { !shown.contains($0) } }

  /// What is shown is drawn: a mark that is only named shows nothing.
  @Test func everyChartIsDrawn() { #expect(Self.uses.faults == []) }

  @Test func everyMarkAndChannelIsShown() {
    #expect(missing(MarkType.allCases.map(\.rawValue), Self.uses.marks) == [])
    #expect(missing(Channel.allCases.filter { !$0.isInert }.map(\.rawValue), Self.uses.channels) == [])
    #expect(missing(GraphSpec.Layout.allCases.map(\.rawValue), Self.uses.layouts) == [])
  }

  @Test func everyScaleIsShown() {
    #expect(missing(ScaleSpec.Kind.allCases.map(\.rawValue), Self.uses.scales) == [])
  }

  @Test func everyTransformAndSummaryIsShown() {
    #expect(missing(SpecParser.kinds.map { $0.key }, Self.uses.transforms) == [])
    // `average` is `mean`, `values` is `valid`.
    let aliases: [AggregateOperation] = [.average, .values]
    #expect(missing(AggregateOperation.allCases.filter { !aliases.contains($0) }.map(\.rawValue), Self.uses.aggregates) == [])
    #expect(missing(TransformSpec.CorrelationOf.Method.allCases.map { $0.rawValue }, Self.uses.correlations) == [])
  }

  @Test func everyExtensionIsShown() {
    #expect(missing(BandKind.allCases.map(\.rawValue), Self.uses.bands) == [])
    #expect(missing(LegendPlacement.allCases.map(\.rawValue), Self.uses.legends) == [])
  }
}
