import Diagnostics
import Tables
import YAMLDocuments

/// Marks that Vega-Lite does not have.
extension SpecParser {
  mutating func contour(_ node: YAMLNode) -> ContourSpec {
    var contour = ContourSpec()
    contour.isFilled = bool(node, "filled") ?? false
    contour.hasLabels = bool(node, "labels") ?? false
    contour.value = text(node, "value").map(FieldPath.column)
    guard let levels = node["levels"] else { return contour }
    if levels.elements != nil {
      if let values = numbers(levels, "levels") { contour.levels = .values(values.sorted()) }
    } else if levels.entries != nil {
      guard check(levels, "levels", known: ["scale", "count"]) else { return contour }
      let count = integer(levels, "count", in: 1...200) ?? 10
      let scale = text(levels, "scale") ?? "linear"
      if scale != "log" && scale != "linear" { unknownValue("scale", scale, known: ["linear", "log"], levels.range) }
      contour.levels = scale == "log" ? .logarithmic(count) : .count(count)
    } else if let count = integer(node, "levels", in: 1...200) {
      contour.levels = .count(count)
    }
    return contour
  }

  mutating func images(_ node: YAMLNode) -> ImagesSpec? {
    guard let pixels = text(node, "pixels").map(FieldPath.column) else { return nil }
    var images = ImagesSpec(pixels: pixels, range: node["pixels"]?.range ?? node.range)
    images.column = text(node, "pixelX").map(FieldPath.column)
    images.row = text(node, "pixelY").map(FieldPath.column)
    if (images.column == nil) != (images.row == nil) {
      diagnostics.append(ChartingDiagnostics.missing("both 'pixelX' and 'pixelY', or neither", in: "the mark 'images'", at: node.range))
    }
    if let size = node["imageSize"], let lengths = numbers(size, "imageSize", count: 2), lengths.allSatisfy({ (1...4096).contains($0) }) {
      images.size = (Int(lengths[0]), Int(lengths[1]))
    }
    if let range = node["range"], let ends = numbers(range, "range", count: 2), ends[0] < ends[1] { images.brightness = ends[0]...ends[1] }
    if let gain = node["gain"], let entries = gain.entries {
      for entry in entries {
        if let factor = entry.value.number, factor > 0, factor.isFinite { images.gains[entry.key] = factor } else { wrong("gain", entry.value, "a positive number") }
      }
    } else if let gain = node["gain"] {
      wrong("gain", gain, "a mapping from names on the y axis to factors")
    }
    if let scheme = node["scheme"] {
      images.scheme = string(scheme, "scheme")
      if let name = images.scheme, !ColorScheme.isKnown(name) { unknownValue("scheme", name, known: ColorScheme.names, scheme.range) }
    }
    return images
  }

  mutating func graph(_ node: YAMLNode) -> GraphSpec? {
    guard let edges = node["edges"], let source = data(edges) else { return nil }
    var graph = GraphSpec(edges: source)
    if let layout = node["layout"] { graph.layout = name(layout, "layout", GraphSpec.Layout.self) ?? .circular }
    graph.id = text(node, "id").map(FieldPath.column) ?? "id"
    graph.label = text(node, "label").map(FieldPath.column)
    graph.from = text(node, "from").map(FieldPath.column) ?? "from"
    graph.to = text(node, "to").map(FieldPath.column) ?? "to"
    graph.weight = text(node, "weight").map(FieldPath.column)
    return graph
  }
}
