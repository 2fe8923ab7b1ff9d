import Diagnostics
import Tables
import YAMLDocuments

extension SpecParser {
  mutating func scale(_ node: YAMLNode) -> ScaleSpec? {
    guard check(node, "scale", known: KnownKeys.scale) else { return nil }
    var scale = ScaleSpec()
    scale.sourceRange = node.range
    if let type = node["type"] { scale.kind = name(type, "scale type", ScaleSpec.Kind.self) }
    if let domain = node["domain"], !domain.isNull { readDomain(domain, into: &scale) }
    scale.domainMin = bound(node, "domainMin")
    scale.domainMid = number(node, "domainMid")
    scale.domainMax = bound(node, "domainMax")
    if let range = node["range"], !range.isNull { scale.range = scaleRange(range) }
    scale.rangeMin = number(node, "rangeMin")
    scale.rangeMax = number(node, "rangeMax")
    if let scheme = node["scheme"], !scheme.isNull { readScheme(scheme, into: &scale) }
    scale.zero = bool(node, "zero")
    if let nice = node["nice"], !nice.isNull { scale.nice = self.nice(nice) }
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

  private mutating func readDomain(_ node: YAMLNode, into scale: inout ScaleSpec) {
    if let union = node["unionWith"] {
      scale.unionWith = values(union, "unionWith")
    } else if node.text == "unaggregated" {
      scale.isUnaggregated = true
    } else if unselectedTruth(node) != nil {
      return
    } else if let begun = begun(node) {
      scale.domain = node["encoding"]?.text.map { begun.intervals[$0] } ?? begun.intervals.sorted { $0.key < $1.key }.first?.value
    } else if let parameter = node["param"] ?? node["selection"] {
      diagnostics.append(ChartingDiagnostics.leftOut("param", at: parameter.range, instead: "charts on paper have no interaction; write the domain out"))
    } else {
      scale.domain = values(node, "domain")
    }
  }

  /// A number, or a date.
  private mutating func bound(_ node: YAMLNode, _ key: String) -> Double? {
    if let inner = node[key], let instant = dateTime(inner) { return instant }
    if let text = node[key]?.string {
      let instant = DateText.parse(text)
      if !instant.isNaN { return instant }
    }
    return number(node, key)
  }

  private mutating func nice(_ node: YAMLNode) -> ScaleSpec.Nice? {
    if let flag = node.bool { return flag ? .on(count: nil) : .off }
    let units: [String: TimeUnit.Part] = [
      "millisecond": .milliseconds, "second": .seconds, "minute": .minutes, "hour": .hours, "day": .date, "week": .week, "month": .month, "year": .year,
    ]
    if let name = node.string ?? node["interval"]?.text {
      if let part = units[name] { return .interval(part, step: integer(node, "step", in: 1...1000) ?? 1) }
      unknownValue("nice", name, known: units.keys.sorted(), node.range)
      return nil
    }
    guard let count = node.number, count >= 1, count <= 1000 else { wrong("nice", node, "true, false, a count or a unit of time"); return nil }
    return .on(count: Int(count))
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
    if node.elements != nil {
      scale.range = values(node, "scheme").map { .values($0) }
      return
    }
    if let inner = node["name"] {
      _ = check(node, "scheme", known: ["name", "extent", "count"])
      scale.scheme = string(inner, "scheme")
      scale.schemeExtent = node["extent"].flatMap { numbers($0, "extent", count: 2) }
      scale.schemeCount = integer(node, "count", in: 1...1000)
    } else {
      scale.scheme = string(node, "scheme")
    }
    if let scheme = scale.scheme, !ColorScheme.isKnown(scheme) {
      diagnostics.append(ChartingDiagnostics.unknownValue("scheme", scheme, known: ColorScheme.names, at: node.range))
    }
  }
}
