import Diagnostics
import Tables
import YAMLDocuments

extension SpecParser {
  mutating func encoding(_ node: YAMLNode) -> Encoding {
    var encoding: Encoding = [:]
    guard check(node, "encoding", known: Channel.allCases.map(\.rawValue)) else { return encoding }
    for entry in node.entries ?? [] {
      guard let channel = Channel(rawValue: entry.key), !channel.isInert, !entry.value.isNull else { continue }
      let nodes = entry.value.elements ?? [entry.value]
      encoding[channel] = nodes.compactMap { self.channel($0) }
    }
    return encoding
  }

  /// A channel's definition: shorthand text or a mapping.
  mutating func channel(_ node: YAMLNode) -> ChannelDefinition? {
    var definition = ChannelDefinition(range: node.range)
    if let text = node.text {
      shorthand(text, node.range, into: &definition)
      return definition
    }
    guard check(node, "a channel", known: KnownKeys.channel) else { return nil }
    readSource(node, into: &definition)
    readGuides(node, into: &definition)
    if let type = node["type"] { definition.type = fieldType(type) }
    if let aggregate = node["aggregate"] { definition.aggregate = name(aggregate, "aggregate", AggregateOperation.self) }
    if let bin = node["bin"] { definition.bin = self.bin(bin) }
    if let sort = node["sort"] { definition.sort = self.sort(sort) }
    if let stack = node["stack"] { definition.stack = self.stack(stack) }
    if let scale = node["scale"] {
      if scale.isNull { definition.isScaleDisabled = true } else { definition.scale = self.scale(scale) }
    }
    definition.columns = integer(node, "columns", in: 1...100)
    definition.bandPosition = number(node, "bandPosition", in: 0...1)
    if let condition = node["condition"] { readCondition(condition, into: &definition) }
    if case .none = definition.source, definition.aggregate != .count, definition.conditions.isEmpty {
      diagnostics.append(ChartingDiagnostics.missing("one of field, datum, value", in: "a channel", at: node.range))
      return nil
    }
    return definition
  }

  private mutating func readSource(_ node: YAMLNode, into definition: inout ChannelDefinition) {
    if let field = node["field"] {
      if let text = field.text {
        if text.hasSuffix(")") || (node["type"] == nil && text.contains(":")) {
          shorthand(text, field.range, into: &definition)
        } else {
          definition.source = .field(text)
        }
      } else if field["repeat"] != nil {
        diagnostics.append(ChartingDiagnostics.leftOut("repeat", at: field.range))
      } else {
        wrong("field", field, "the name of a column")
      }
    }
    if let datum = node["datum"] { definition.source = .datum(value(datum)) }
    if let value = node["value"] { definition.source = .value(visual(value)) }
    definition.range = node["field"]?.range ?? node.range
  }

  /// A visual value; a dash pattern, which is a list, is kept as "4 2".
  private func visual(_ node: YAMLNode) -> Value {
    node.elements.map { .text($0.compactMap(\.text).joined(separator: " ")) } ?? value(node)
  }

  private mutating func shorthand(_ text: String, _ range: SourceRange, into definition: inout ChannelDefinition) {
    guard let parts = FieldShorthand(text) else {
      diagnostics.append(ChartingDiagnostics.shorthand(text, at: range))
      return
    }
    if let field = parts.field { definition.source = .field(field) }
    if let aggregate = parts.aggregate {
      if let operation = AggregateOperation(rawValue: aggregate) {
        definition.aggregate = operation
      } else {
        unknownValue("aggregate", aggregate, known: AggregateOperation.allCases.map(\.rawValue), range)
      }
    }
    if let type = parts.type {
      definition.type = FieldType(code: type)
      if definition.type == nil { unknownValue("type", type, known: ["Q", "N", "O"], range) }
    }
  }

  private mutating func fieldType(_ node: YAMLNode) -> FieldType? {
    guard let text = node.text else { wrong("type", node, "a name"); return nil }
    if let type = FieldType(code: text) { return type }
    unknownValue("type", text, known: FieldType.allCases.map(\.rawValue), node.range)
    return nil
  }

  private mutating func readGuides(_ node: YAMLNode, into definition: inout ChannelDefinition) {
    definition.title = title(node)
    definition.format = format(node)
    if let axis = node["axis"] { definition.axis = self.axis(axis) }
    if let legend = node["legend"] { definition.legend = self.legend(legend) }
    if let header = node["header"], !header.isNull, check(header, "header", known: KnownKeys.header) {
      definition.header = HeaderSpec(title: title(header), format: format(header), labels: bool(header, "labels") ?? true)
    }
  }

  private mutating func axis(_ node: YAMLNode) -> AxisSpec {
    var axis = AxisSpec()
    if node.isNull || node.bool == false { axis.isHidden = true; return axis }
    if node.bool == true { return axis }
    guard check(node, "axis", known: KnownKeys.axis) else { return axis }
    axis.title = title(node)
    axis.format = format(node)
    axis.grid = bool(node, "grid")
    axis.ticks = bool(node, "ticks")
    axis.labels = bool(node, "labels")
    axis.domain = bool(node, "domain")
    axis.values = node["values"].flatMap { values($0, "values") }
    axis.tickCount = node["tickCount"]?.entries == nil ? integer(node, "tickCount", in: 0...1000) : nil
    axis.labelAngle = number(node, "labelAngle", in: -360...360)
    if let orient = node["orient"] {
      axis.orient = orient.text.flatMap(AxisSpec.Side.init)
      if axis.orient == nil { unknownValue("orient", orient.text ?? "", known: ["left", "right", "top", "bottom"], orient.range) }
    }
    return axis
  }

  private mutating func legend(_ node: YAMLNode) -> LegendSpec {
    var legend = LegendSpec()
    if node.isNull || node.bool == false { legend.isHidden = true; return legend }
    if let text = node.text {
      legend.orient = LegendPlacement(rawValue: text)
      if legend.orient == nil { unknownValue("legend", text, known: LegendPlacement.allCases.map(\.rawValue), node.range) }
      return legend
    }
    guard check(node, "legend", known: KnownKeys.legend) else { return legend }
    legend.title = title(node)
    legend.format = format(node)
    legend.values = node["values"].flatMap { values($0, "values") }
    legend.columns = integer(node, "columns", in: 0...100)
    if let orient = node["orient"]?.text {
      legend.orient = orient.hasPrefix("top") || orient.hasPrefix("bottom") ? .top : LegendPlacement(rawValue: orient) ?? .right
    }
    return legend
  }

  private mutating func readCondition(_ node: YAMLNode, into definition: inout ChannelDefinition) {
    for item in node.elements ?? [node] {
      if let parameter = item["param"] ?? item["selection"] {
        diagnostics.append(ChartingDiagnostics.leftOut("param", at: parameter.range, instead: "charts on paper have no interaction; use 'test'"))
        continue
      }
      guard check(item, "condition", known: KnownKeys.condition) else { continue }
      guard let test = item["test"], let source = expression(test, "test") else {
        if item["test"] == nil { diagnostics.append(ChartingDiagnostics.missing("'test'", in: "'condition'", at: item.range)) }
        continue
      }
      if let value = item["value"] {
        definition.conditions.append(.init(test: source, value: self.value(value)))
      } else if case .value(let otherwise) = definition.source, var inner = channel(item.removing("test")) {
        // A field where the test holds, a value elsewhere: the same as a field with the value where the test fails.
        inner.conditions = [.init(test: ExpressionSource(text: "!(" + source.text + ")", range: source.range), value: otherwise)]
        definition = inner
      }
    }
  }

  private mutating func sort(_ node: YAMLNode) -> SortSpec? {
    if node.isNull { return SortSpec.none }
    if node.elements != nil { return values(node, "sort").map { .values($0) } }
    if let text = node.text {
      if text == "ascending" { return .ascending }
      if text == "descending" { return .descending }
      let isDescending = text.hasPrefix("-")
      if let channel = Channel(rawValue: isDescending ? String(text.dropFirst()) : text) { return .channel(channel, descending: isDescending) }
      unknownValue("sort", text, known: ["ascending", "descending", "x", "y", "-x", "-y", "color"], node.range)
      return nil
    }
    guard check(node, "sort", known: KnownKeys.sort) else { return nil }
    let isDescending = text(node, "order") == "descending"
    if let name = text(node, "encoding"), let channel = Channel(rawValue: name) { return .channel(channel, descending: isDescending) }
    let operation = node["op"].flatMap { name($0, "aggregate", AggregateOperation.self) }
    return .field(text(node, "field"), operation ?? (node["field"] == nil ? .count : .min), descending: isDescending)
  }

  private mutating func stack(_ node: YAMLNode) -> ChannelDefinition.Stack? {
    if node.isNull || node.bool == false { return ChannelDefinition.Stack.none }
    if node.bool == true { return .zero }
    if let text = node.text, let stack = ChannelDefinition.Stack(rawValue: text) { return stack }
    unknownValue("stack", node.text ?? "", known: ["zero", "normalize", "center"], node.range)
    return nil
  }

  mutating func bin(_ node: YAMLNode) -> BinSpec? {
    if node.isNull || node.bool == false { return nil }
    if node.bool == true { return BinSpec() }
    if node.text == "binned" { var bin = BinSpec(); bin.isBinned = true; return bin }
    guard check(node, "bin", known: KnownKeys.bin) else { return nil }
    var bin = BinSpec()
    bin.maxBins = integer(node, "maxbins", in: 1...100_000)
    bin.step = number(node, "step")
    bin.nice = bool(node, "nice") ?? true
    bin.base = number(node, "base") ?? 10
    bin.anchor = number(node, "anchor")
    bin.minStep = number(node, "minstep") ?? 0
    bin.isBinned = bool(node, "binned") ?? false
    bin.isLogarithmic = text(node, "scale") == "log"
    if let extent = node["extent"], let ends = numbers(extent, "extent", count: 2) { bin.extent = min(ends[0], ends[1])...max(ends[0], ends[1]) }
    return bin
  }

  private mutating func scale(_ node: YAMLNode) -> ScaleSpec? {
    guard check(node, "scale", known: KnownKeys.scale) else { return nil }
    var scale = ScaleSpec()
    scale.sourceRange = node.range
    if let type = node["type"] { scale.kind = name(type, "scale type", ScaleSpec.Kind.self) }
    if let domain = node["domain"] {
      if let union = domain["unionWith"] {
        scale.unionWith = values(union, "unionWith")
      } else if domain.text != "unaggregated" {
        scale.domain = values(domain, "domain")
      }
    }
    scale.domainMin = number(node, "domainMin")
    scale.domainMid = number(node, "domainMid")
    scale.domainMax = number(node, "domainMax")
    if let range = node["range"] { scale.range = scaleRange(range) }
    scale.rangeMin = number(node, "rangeMin")
    scale.rangeMax = number(node, "rangeMax")
    if let scheme = node["scheme"] { readScheme(scheme, into: &scale) }
    scale.zero = bool(node, "zero")
    if let nice = node["nice"] {
      if let flag = nice.bool { scale.nice = flag ? .on(count: nil) : .off } else { scale.nice = integer(node, "nice", in: 1...1000).map { .on(count: $0) } }
    }
    scale.reverse = bool(node, "reverse") ?? false
    scale.clamp = bool(node, "clamp") ?? false
    scale.padding = number(node, "padding", in: 0...1000)
    scale.paddingInner = number(node, "paddingInner", in: 0...1)
    scale.paddingOuter = number(node, "paddingOuter", in: 0...1000)
    scale.align = number(node, "align", in: 0...1)
    scale.base = number(node, "base", in: 1.000001...1e6)
    scale.exponent = number(node, "exponent", in: 1e-6...100)
    scale.constant = number(node, "constant", in: 1e-300...1e300)
    return scale
  }

  private mutating func scaleRange(_ node: YAMLNode) -> ScaleSpec.Range? {
    if let text = node.text { return .named(text) }
    if let field = node["field"] { diagnostics.append(ChartingDiagnostics.leftOut("range: {field}", at: field.range)); return nil }
    if let lists = node.elements, lists.contains(where: { $0.elements != nil }) {
      // Dash patterns: lists in a list, kept as "4 2".
      return .values(lists.map { .text(($0.elements ?? []).compactMap(\.text).joined(separator: " ")) })
    }
    return values(node, "range").map { .values($0) }
  }

  private mutating func readScheme(_ node: YAMLNode, into scale: inout ScaleSpec) {
    if let inner = node["name"] {
      _ = check(node, "scheme", known: ["name", "extent", "count"])
      scale.scheme = string(inner, "scheme")
      scale.schemeExtent = node["extent"].flatMap { numbers($0, "extent", count: 2) }
    } else {
      scale.scheme = string(node, "scheme")
    }
    if let scheme = scale.scheme, !ColorScheme.isKnown(scheme) {
      diagnostics.append(ChartingDiagnostics.unknownValue("scheme", scheme, known: ColorScheme.names, at: node.range))
    }
  }
}

extension YAMLNode {
  /// A mapping without one of its keys.
  fileprivate func removing(_ key: String) -> YAMLNode {
    guard let entries else { return self }
    return YAMLNode(.mapping(entries.filter { $0.key != key }), range: range)
  }
}
