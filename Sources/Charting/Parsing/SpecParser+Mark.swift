import Diagnostics
import Tables
import YAMLDocuments

extension SpecParser {
  mutating func mark(_ plain: YAMLNode) -> MarkSpec? {
    let node = styled(plain)
    if node.text != nil { return name(node, "mark", MarkType.self).map { type in
        var mark = MarkSpec(type, range: node.range)
        if type == .contour { mark.contour = ContourSpec() }
        return completed(mark)
      } }
    let written = node["type"]?.text.flatMap(MarkType.init)
    guard check(node, "mark", known: KnownKeys.mark + (written.flatMap { KnownKeys.ownMark[$0] } ?? [])) else { return nil }
    guard let typeNode = node["type"] else {
      diagnostics.append(ChartingDiagnostics.missing("a 'type'", in: "'mark'", at: node.range))
      return nil
    }
    guard let type = name(typeNode, "mark", MarkType.self) else { return nil }
    var mark = MarkSpec(type, range: node.range)
    readColours(node, into: &mark)
    readStrokes(node, into: &mark)
    readText(node, into: &mark)
    readStatistics(node, into: &mark)
    readLengths(node, into: &mark)
    readExpressions(node, into: &mark)
    mark.x = node["x"].map(value)
    mark.y = node["y"].map(value)
    mark.x2 = node["x2"].map(value)
    mark.y2 = node["y2"].map(value)
    if type == .slope { mark.slope = slope(node) }
    if type == .contour { mark.contour = contour(node) }
    if type == .images { mark.images = images(node) }
    if type == .graph { mark.graph = graph(node) }
    if type == .trajectory { mark.every = integer(node, "every", in: 0...1_000_000) }
    if type == .graph { mark.isDirected = bool(node, "directed") ?? false }
    if let expression = node["expr"] { mark.expression = self.expression(expression, "expr", variables: ["x"]) }
    return completed(mark)
  }

  /// Checks that what the type needs is there.
  private mutating func completed(_ mark: MarkSpec) -> MarkSpec {
    if mark.type == .function, mark.expression == nil {
      diagnostics.append(ChartingDiagnostics.missing("'expr', an expression in x", in: "the mark 'function'", at: mark.range))
    }
    if mark.type == .slope, mark.slope == nil {
      diagnostics.append(ChartingDiagnostics.missing("an 'exponent'", in: "the mark 'slope'", at: mark.range))
    }
    if mark.type == .images, mark.images == nil {
      diagnostics.append(ChartingDiagnostics.missing("'pixels', a column of lists or numbers", in: "the mark 'images'", at: mark.range))
    }
    if mark.type == .graph, mark.graph == nil {
      diagnostics.append(ChartingDiagnostics.missing("'edges', a table with 'from' and 'to'", in: "the mark 'graph'", at: mark.range))
    }
    return mark
  }

  private mutating func readColours(_ node: YAMLNode, into mark: inout MarkSpec) {
    mark.color = colour(node, "color")
    mark.fill = colour(node, "fill")
    mark.stroke = colour(node, "stroke")
    mark.isFilled = mark.type == .contour ? nil : bool(node, "filled")
    mark.opacity = number(node, "opacity", in: 0...1)
    mark.fillOpacity = number(node, "fillOpacity", in: 0...1)
    mark.strokeOpacity = number(node, "strokeOpacity", in: 0...1)
    mark.cornerRadius = number(node, "cornerRadius", in: 0...1000) ?? 0
  }

  private mutating func colour(_ parent: YAMLNode, _ key: String) -> String? {
    guard let node = parent[key], node["expr"] == nil else { return nil }
    if node.isNull { return "transparent" }
    if node["gradient"] != nil { return nil }
    guard let text = string(node, key) else { return nil }
    if ColorNames.color(text) == nil, text != "transparent" {
      diagnostics.append(ChartingDiagnostics.unknownValue("colour", text, known: ColorNames.names, at: node.range))
    }
    return text
  }

  private mutating func readStrokes(_ node: YAMLNode, into mark: inout MarkSpec) {
    mark.strokeWidth = number(node, "strokeWidth", in: 0...100)
    mark.strokeDash = node["strokeDash"].flatMap { numbers($0, "strokeDash") }
    if let inner = node["size"]?["band"]?.number { mark.bandSize = inner } else { mark.size = number(node, "size", in: 0...1_000_000) }
    mark.thickness = number(node, "thickness", in: 0...100)
    if let shape = node["shape"], mark.type != .slope { mark.shape = pointShape(shape) }
    mark.tension = number(node, "tension")
    if let invalid = node["invalid"] { mark.invalid = invalidMode(invalid) }
    if let interpolate = node["interpolate"] { mark.interpolation = name(interpolate, "interpolate", MarkSpec.Interpolation.self) ?? .linear }
    if let orient = node["orient"] {
      mark.orientation = orient.text.flatMap(MarkSpec.Orientation.init)
      if mark.orientation == nil { unknownValue("orient", orient.text ?? "", known: ["horizontal", "vertical"], orient.range) }
    }
    mark.clip = bool(node, "clip")
    if let point = node["point"] {
      mark.hasPoints = point.bool ?? true
      mark.isPointHollow = point["filled"]?.bool == false || point["fill"]?.text == "white"
    }
    if let line = node["line"] { mark.hasLine = line.bool ?? true }
  }

  private mutating func pointShape(_ node: YAMLNode) -> PointShape? {
    guard let text = string(node, "shape") else { return nil }
    if let shape = PointShape(vegaName: text) { return shape }
    unknownValue("shape", text, known: PointShape.allCases.map(\.rawValue), node.range)
    return nil
  }

  private mutating func readLengths(_ node: YAMLNode, into mark: inout MarkSpec) {
    mark.width = length(node, "width")
    mark.height = length(node, "height")
    mark.bandSize = mark.bandSize ?? (node["bandSize"]?["band"]?.number ?? number(node, "bandSize", in: 0...10_000))
    mark.binSpacing = number(node, "binSpacing", in: -1000...1000)
    mark.minBandSize = number(node, "minBandSize", in: 0...1000)
    mark.xOffset = number(node, "xOffset") ?? 0
    mark.yOffset = number(node, "yOffset") ?? 0
    mark.x2Offset = number(node, "x2Offset") ?? 0
    mark.y2Offset = number(node, "y2Offset") ?? 0
  }

  private mutating func length(_ parent: YAMLNode, _ key: String) -> MarkSpec.Length? {
    if let band = parent[key]?["band"]?.number { return .band(band) }
    return number(parent, key, in: 0...100_000).map { .points($0) }
  }

  /// Properties that are worked out row by row stand for channels of the same name.
  private mutating func readExpressions(_ node: YAMLNode, into mark: inout MarkSpec) {
    for entry in node.entries ?? [] where Channel(rawValue: entry.key) != nil {
      guard let inner = entry.value["expr"], let source = expression(inner, "expr") else { continue }
      mark.expressions[entry.key] = source
    }
  }

  private mutating func readText(_ node: YAMLNode, into mark: inout MarkSpec) {
    mark.align = text(node, "align")
    mark.baseline = text(node, "baseline")
    mark.dx = number(node, "dx") ?? 0
    mark.dy = number(node, "dy") ?? 0
    mark.angle = number(node, "angle") ?? 0
    mark.fontSize = number(node, "fontSize", in: 1...200)
    mark.isBold = node["fontWeight"]?.text == "bold"
    mark.text = text(node, "text")
  }

  private mutating func readStatistics(_ node: YAMLNode, into mark: inout MarkSpec) {
    if let band = node["band"] { mark.band = name(band, "band", BandKind.self) }
    if let center = node["center"] { mark.center = name(center, "center", AggregateOperation.self) }
    if let ticks = node["ticks"] { mark.hasCaps = ticks.bool ?? true }
    for part in MarkSpec.Part.allCases where node[part.rawValue]?.bool == false { mark.hiddenParts.insert(part) }
    if let borders = node["borders"] { mark.hasLine = borders.bool ?? true }
    guard mark.type != .slope, let extent = node["extent"] else { return }
    let known = mark.type == .boxplot ? ["min-max"] : ["stderr", "stdev", "ci", "iqr"]
    if let factor = extent.number { mark.extentFactor = factor; return }
    if let text = extent.text, known.contains(text) { mark.extent = text } else { unknownValue("extent", extent.text ?? "", known: known, extent.range) }
  }

  private mutating func slope(_ node: YAMLNode) -> MarkSpec.Slope? {
    guard let exponent = number(node, "exponent") else { return nil }
    var slope = MarkSpec.Slope()
    slope.exponent = exponent
    if let at = node["at"] {
      if at.elements != nil {
        if let place = numbers(at, "at", count: 2) { slope.anchor = .point(place[0], place[1]) }
      } else {
        slope.series = value(at)
      }
    }
    if let series = node["series"] { slope.series = value(series) }
    if let through = node["through"] {
      switch through.text {
      case "last": slope.anchor = .last
      case "first": slope.anchor = .first
      default: unknownValue("through", through.text ?? "", known: ["last", "first"], through.range)
      }
    }
    if let extent = node["extent"], let ends = numbers(extent, "extent", count: 2) { slope.extent = min(ends[0], ends[1])...max(ends[0], ends[1]) }
    slope.offset = number(node, "offset")
    if let shape = node["shape"] {
      slope.isTriangle = shape.text == "triangle"
      if shape.text != "triangle" && shape.text != "line" { unknownValue("shape", shape.text ?? "", known: ["line", "triangle"], shape.range) }
    }
    slope.label = title(node, "label")
    return slope
  }
}

extension PointShape {
  /// By our or by Vega's name.
  init?(vegaName: String) {
    switch vegaName {
    case "triangle", "triangle-left", "triangle-right", "wedge", "arrow": self = .triangleUp
    case "stroke": self = .cross
    // An outline of the author's own.
    case let path where path.hasPrefix("M") || path.hasPrefix("m"): self = .circle
    case "x": self = .x
    default: self.init(rawValue: vegaName)
    }
  }
}
