import Diagnostics
import Graphics
import Tables
import YAMLDocuments

extension SpecParser {
  /// The outermost view.
  mutating func top(_ node: YAMLNode) -> ViewSpec? {
    let views = Self.allViews(node)
    selections = Self.selectionNames(views)
    readBegunSelections(views)
    if let parameters = node["params"] { readParameters(parameters) }
    if let sets = node["datasets"] {
      for entry in sets.entries ?? [] { datasets[entry.key] = InlineData.table(entry.value, &self) }
    }
    if let config = node["config"], !config.isNull {
      written = config
      configuration = self.configuration(config)
    }
    configuration.isLiteral = node["$schema"]?.text?.contains("vega-lite") ?? false
    var view = view(expanded(node), isTop: true)
    view?.configuration = configuration
    return view
  }

  /// The view and all views inside it, outer ones first.
  private static func allViews(_ node: YAMLNode) -> [YAMLNode] {
    let inner = ["layer", "hconcat", "vconcat", "concat"].flatMap { node[$0]?.elements ?? [] } + [node["spec"]].compactMap { $0 }
    return [node] + inner.flatMap(allViews)
  }

  mutating func view(_ written: YAMLNode, isTop: Bool = false) -> ViewSpec? {
    var node = written
    guard check(node, isTop ? "a chart" : "a view", known: KnownKeys.view) else { return nil }
    if !isTop, let parameters = node["params"] {
      readParameters(parameters)
      node = expanded(node)
    }
    for transform in node["transform"]?.elements ?? [] {
      guard transform["extent"] != nil, let name = transform["param"]?.text else { continue }
      laterParameters.formUnion(["\(name)[0]", "\(name)[1]"])
    }
    let composition = ["mark", "layer", "facet", "repeat", "hconcat", "vconcat", "concat"].filter { node[$0] != nil }
    guard let kind = composition.first else {
      diagnostics.append(ChartingDiagnostics.missing("one of mark, layer, facet, repeat, hconcat, vconcat, concat", in: "a chart", at: node.range))
      return nil
    }
    if composition.count > 1, let other = node[composition[1]] {
      diagnostics.append(ChartingDiagnostics.unsuitable("a view has either '\(kind)' or '\(composition[1])', not both", at: other.range))
    }
    guard let content = content(kind, node) else { return nil }
    var view = ViewSpec(content, range: node.range)
    if let encoding = node["encoding"] { view.encoding = self.encoding(encoding) }
    readFrame(node, into: &view)
    return hoistingFacets(view)
  }

  private mutating func content(_ kind: String, _ node: YAMLNode) -> ViewSpec.Content? {
    guard let inner = node[kind] else { return nil }
    switch kind {
    case "mark":
      guard var mark = mark(inner) else { return nil }
      if let band = node["band"] { mark.band = name(band, "band", BandKind.self) }
      return .unit(mark)
    case "layer":
      let around = outerEncoding
      defer { outerEncoding = around }
      outerEncoding = encodingNodes(node["encoding"])
      return views(inner, kind).map { .layer($0) }
    case "hconcat": return views(inner, kind).map { .concat($0, columns: nil) }
    case "vconcat": return views(inner, kind).map { .concat($0, columns: 1) }
    case "concat":
      let columns = integer(node, "columns", in: 1...100)
      return views(inner, kind).map { .concat($0, columns: columns) }
    case "repeat":
      let around = outerEncoding
      defer { outerEncoding = around }
      outerEncoding = encodingNodes(node["encoding"])
      return repeated(node, inner)
    default:
      guard let spec = node["spec"] else {
        diagnostics.append(ChartingDiagnostics.missing("a 'spec' beside it", in: "'facet'", at: inner.range))
        return nil
      }
      guard let view = view(spec) else { return nil }
      return .facet(facet(inner, columns: integer(node, "columns", in: 1...100)), view)
    }
  }

  private mutating func views(_ node: YAMLNode, _ key: String) -> [ViewSpec]? {
    guard let elements = node.elements, !elements.isEmpty else {
      let found = node.elements == nil ? node.typeDescription : "an empty one"
      diagnostics.append(ChartingDiagnostics.wrongKind(key, found: found, expected: "a list of views", at: node.range))
      return nil
    }
    return elements.compactMap { view($0) }
  }

  private mutating func facet(_ node: YAMLNode, columns: Int?) -> ViewSpec.FacetSpec {
    if node["row"] != nil || node["column"] != nil {
      _ = check(node, "facet", known: ["row", "column"])
      return ViewSpec.FacetSpec(row: node["row"].flatMap { channel($0) }, column: node["column"].flatMap { channel($0) })
    }
    return ViewSpec.FacetSpec(wrap: channel(node), columns: columns)
  }

  private mutating func readFrame(_ node: YAMLNode, into view: inout ViewSpec) {
    if let data = node["data"], !data.isNull { view.data = self.data(data) }
    if let transforms = node["transform"] { view.transforms = self.transforms(transforms) }
    if let title = node["title"], !title.isNull {
      view.title = titleText(node)
      if let anchor = title["anchor"], !anchor.isNull { view.titleAnchor = titleAnchor(anchor) }
      if let subtitle = title["subtitle"] { view.subtitle = string(subtitle, "subtitle") }
    }
    view.description = node["description"].flatMap { string($0, "description") }
    view.width = size(node, "width")
    view.height = size(node, "height")
    view.spacing = node["spacing"]?.entries == nil ? number(node, "spacing", in: 0...1000) : nil
    if let resolve = node["resolve"] { view.resolve = self.resolve(resolve) }
    if let legend = node["legend"] { view.legend = name(legend, "legend", LegendPlacement.self) }
  }

  private mutating func size(_ parent: YAMLNode, _ key: String) -> ViewSpec.Size? {
    guard let node = parent[key], !node.isNull else { return nil }
    if node.entries != nil {
      _ = check(node, key, known: ["step", "for"])
      let isWhole = node["for"]?.text == "position"
      return number(node, "step", in: 1...1000).map { isWhole ? .positionStep($0) : .step($0) }
    }
    if let value = node.number {
      if value.isFinite, (1...10_000).contains(value) { return .points(value) }
      wrong(key, node, "a length from 1 to 10000 points")
      return nil
    }
    switch node.text {
    case "full", "container": return .full
    case "half": return .half
    case "third": return .third
    default:
      diagnostics.append(ChartingDiagnostics.unknownValue(key, node.text ?? node.typeDescription, known: ["full", "half", "third"], at: node.range))
      return nil
    }
  }

  private mutating func resolve(_ node: YAMLNode) -> ViewSpec.Resolve {
    var resolve = ViewSpec.Resolve()
    guard check(node, "resolve", known: ["scale", "axis", "legend"]) else { return resolve }
    resolve.scale = resolution(node["scale"])
    resolve.axis = resolution(node["axis"])
    resolve.legend = resolution(node["legend"])
    return resolve
  }

  private mutating func resolution(_ node: YAMLNode?) -> [Channel: ViewSpec.Resolution] {
    guard let node, check(node, "resolve", known: Channel.allCases.map(\.rawValue)) else { return [:] }
    var result: [Channel: ViewSpec.Resolution] = [:]
    for entry in node.entries ?? [] {
      guard let channel = Channel(rawValue: entry.key) else { continue }
      if let text = entry.value.text, let resolution = ViewSpec.Resolution(rawValue: text) {
        result[channel] = resolution
      } else {
        diagnostics.append(
          ChartingDiagnostics.unknownValue("resolution", entry.value.text ?? "", known: ["shared", "independent"], at: entry.value.range))
      }
    }
    return result
  }

  /// `row`, `column` and `facet` channels become a facet around the view.
  private func hoistingFacets(_ view: ViewSpec) -> ViewSpec {
    let encoding = view.encoding
    guard encoding.contains(where: { $0.key.isFacet && !$0.value.isEmpty }) else { return view }
    let wrap = encoding[.facet]?.first
    let facet = ViewSpec.FacetSpec(
      row: encoding[.row]?.first, column: encoding[.column]?.first, wrap: wrap, columns: wrap?.columns)
    var inner = view
    inner.encoding = encoding.filter { !$0.key.isFacet }
    inner.title = nil
    inner.subtitle = nil
    inner.data = nil
    inner.transforms = []
    inner.resolve = ViewSpec.Resolve()
    var outer = view
    outer.content = .facet(facet, inner)
    outer.encoding = [:]
    outer.width = nil
    outer.height = nil
    return outer
  }

  /// A title with a subtitle has both, one below the other.
  private mutating func titleText(_ node: YAMLNode) -> String? { title(node).text }

  private mutating func titleAnchor(_ node: YAMLNode) -> LabelBox.Anchor {
    switch node.text {
    case "start": return .start
    case "middle": return .middle
    case "end": return .end
    default:
      unknownValue("anchor", node.text ?? "", known: ["start", "middle", "end"], node.range)
      return .start
    }
  }

  // MARK: Data

  private mutating func parseRules(_ node: YAMLNode) -> [ParseRule] {
    (node.entries ?? []).compactMap { entry in
      guard let text = entry.value.text, !entry.value.isNull else { return nil }
      if text.hasPrefix("date:") || text.hasPrefix("utc:") {
        let pattern = text.drop { $0 != ":" }.dropFirst().filter { $0 != "'" && $0 != "\"" }
        if TimeFormat(pattern) == nil { diagnostics.append(ChartingDiagnostics.format(text, at: entry.value.range)) }
        return ParseRule(column: entry.key, kind: .dateFormat(pattern))
      }
      switch text {
      case "number": return ParseRule(column: entry.key, kind: .number)
      case "boolean": return ParseRule(column: entry.key, kind: .boolean)
      case "string": return ParseRule(column: entry.key, kind: .string)
      case "date", "utc": return ParseRule(column: entry.key, kind: .date)
      default:
        unknownValue("parse", text, known: ["number", "boolean", "string", "date", "utc"], entry.value.range)
        return nil
      }
    }
  }

  mutating func data(_ node: YAMLNode) -> DataSpec? {
    if let text = node.text {
      let start = text.drop(while: \.isWhitespace).prefix(7).lowercased()
      if start.hasPrefix("select ") || start.hasPrefix("select\n") || start.hasPrefix("with ") || start.hasPrefix("with\n") {
        return .external(.query(text, range: node.range))
      }
      return datasets[text].map { .inline($0) } ?? .external(.table(text, range: node.range))
    }
    guard check(node, "data", known: ["name", "url", "values", "sequence", "format", "sql"]) else { return nil }
    var type: String?
    var rules: [ParseRule] = []
    var property: String?
    if let format = node["format"], check(format, "format", known: ["type", "parse", "property", "delimiter"]) {
      type = text(format, "type")
      property = text(format, "property")
      if let property = format["property"], node["url"] != nil, let instead = KnownKeys.leftOut["property"] {
        diagnostics.append(ChartingDiagnostics.leftOut("property", at: property.range, instead: instead))
      }
      if let parse = format["parse"] { rules = parseRules(parse) }
    }
    guard let source = source(node, type, property) else { return nil }
    return rules.isEmpty ? source : .parsed(source, rules)
  }

  private mutating func source(_ node: YAMLNode, _ type: String?, _ property: String?) -> DataSpec? {
    if let url = node["url"] { return string(url, "url").map { .external(.url($0, format: type, range: url.range)) } }
    if let sql = node["sql"] { return string(sql, "sql").map { .external(.query($0, range: sql.range)) } }
    if let values = node["values"] {
      guard let rows = property.map({ InlineData.part(values, FieldPath.column($0)) }) ?? values else {
        diagnostics.append(ChartingDiagnostics.unsuitable("there is no '\(property ?? "")' in these values", at: node["format"]?["property"]?.range ?? node.range))
        return nil
      }
      return .inline(InlineData.table(rows, &self, format: type))
    }
    if let sequence = node["sequence"] { return InlineData.sequence(sequence, &self).map { .inline($0) } }
    if let name = node["name"] {
      guard let text = string(name, "name") else { return nil }
      return datasets[text].map { .inline($0) } ?? .external(.table(text, range: name.range))
    }
    diagnostics.append(ChartingDiagnostics.missing("one of name, url, values, sequence", in: "'data'", at: node.range))
    return nil
  }
}
