import Diagnostics
import YAMLDocuments

extension SpecParser {
  /// More views than this are a mistake rather than a chart.
  static let maximumViews = 400

  /// `repeat` written out: views side by side, a table of views, or layers.
  mutating func repeated(_ node: YAMLNode, _ fields: YAMLNode) -> ViewSpec.Content? {
    guard let spec = node["spec"] else {
      diagnostics.append(ChartingDiagnostics.missing("a 'spec' beside it", in: "'repeat'", at: fields.range))
      return nil
    }
    if fields.elements != nil {
      let views = names(fields, "repeat").compactMap { instance(spec, ["repeat": $0]) }
      return views.isEmpty ? nil : .concat(views, columns: integer(node, "columns", in: 1...100))
    }
    guard check(fields, "repeat", known: ["row", "column", "layer"]) else { return nil }
    let rows = fields["row"].map { names($0, "row") }
    let columns = fields["column"].map { names($0, "column") }
    let layers = fields["layer"].map { names($0, "layer") }
    if rows == nil && columns == nil {
      guard let layers else { diagnostics.append(ChartingDiagnostics.missing("a list of fields", in: "'repeat'", at: fields.range)); return nil }
      let views = layers.compactMap { instance(spec, ["layer": $0]) }
      return views.isEmpty ? nil : .layer(views)
    }
    var views: [ViewSpec] = []
    for row in rows ?? [YAMLScalar("", isPlain: false)] {
      for column in columns ?? [YAMLScalar("", isPlain: false)] {
        var repeats: [String: YAMLScalar] = [:]
        if rows != nil { repeats["row"] = row }
        if columns != nil { repeats["column"] = column }
        if let layers {
          let inner = layers.compactMap { layer in instance(spec, repeats.merging(["layer": layer]) { _, new in new }) }
          if !inner.isEmpty { views.append(ViewSpec(.layer(inner), range: spec.range)) }
        } else if let view = instance(spec, repeats) {
          views.append(view)
        }
      }
    }
    return views.isEmpty ? nil : .concat(views, columns: columns?.count ?? 1)
  }

  private mutating func names(_ node: YAMLNode, _ key: String) -> [YAMLScalar] {
    guard let elements = node.elements, !elements.isEmpty, elements.allSatisfy({ $0.scalar != nil }) else {
      wrong(key, node, "a list of fields")
      return []
    }
    return elements.compactMap(\.scalar)
  }

  private mutating func instance(_ spec: YAMLNode, _ repeats: [String: YAMLScalar]) -> ViewSpec? {
    viewCount += 1
    guard viewCount <= Self.maximumViews else {
      if viewCount == Self.maximumViews + 1 {
        diagnostics.append(ChartingDiagnostics.unsuitable("'repeat' gives more than \(Self.maximumViews) views", at: spec.range))
      }
      return nil
    }
    return view(expanded(spec, repeats: repeats))
  }
}
