import Diagnostics
import Tables
import YAMLDocuments

extension SpecParser {
  mutating func transforms(_ node: YAMLNode) -> [LocatedTransform] {
    guard let elements = node.elements else { wrong("transform", node, "a list of transforms"); return [] }
    return elements.compactMap { element in transform(element).map { LocatedTransform(spec: $0, range: element.range) } }
  }

  private static let kinds: [(key: String, others: [String])] = [
    ("filter", []), ("calculate", ["as"]), ("joinaggregate", ["groupby"]), ("bin", ["field", "as"]), ("fold", ["as"]), ("flatten", ["as"]),
    ("window", ["groupby", "sort", "frame", "ignorePeers"]),
    ("density", ["groupby", "cumulative", "counts", "bandwidth", "extent", "steps", "minsteps", "maxsteps", "as", "resolve"]),
    ("regression", ["on", "groupby", "method", "order", "extent", "params", "as"]),
    ("quantile", ["groupby", "probs", "step", "as"]), ("aggregate", ["groupby"]),
  ]

  private mutating func transform(_ node: YAMLNode) -> TransformSpec? {
    guard node.entries != nil else { wrong("transform", node, "a mapping"); return nil }
    guard let kind = Self.kinds.first(where: { node[$0.key] != nil }), let inner = node[kind.key] else {
      let key = node.entries?.first
      if let key, let instead = KnownKeys.leftOut[key.key] {
        diagnostics.append(ChartingDiagnostics.leftOut(key.key, at: key.keyRange, instead: instead.isEmpty ? nil : instead))
      } else {
        diagnostics.append(ChartingDiagnostics.unknownValue("transform", key?.key ?? "", known: Self.kinds.map(\.key), at: key?.keyRange ?? node.range))
      }
      return nil
    }
    _ = check(node, "transform '\(kind.key)'", known: [kind.key] + kind.others)
    switch kind.key {
    case "filter": return predicate(inner).map { .filter($0) }
    case "calculate":
      guard let source = expression(inner, "calculate"), let name = outputName(node) else { return nil }
      return .calculate(source, name: name)
    case "joinaggregate": return .joinAggregate(outputs(inner), groupby: groupby(node))
    case "aggregate": return .aggregate(outputs(inner), groupby: groupby(node))
    case "bin": return binTransform(node, inner)
    case "fold":
      let names = node["as"].flatMap { texts($0, "as") } ?? []
      return texts(inner, "fold").map { .fold($0, key: names.first ?? "key", value: names.count > 1 ? names[1] : "value") }
    case "flatten": return texts(inner, "flatten").map { .flatten($0) }
    case "window": return window(node, inner)
    case "density": return density(node, inner)
    case "regression": return regression(node, inner)
    default: return quantile(node, inner)
    }
  }

  private mutating func outputName(_ node: YAMLNode) -> String? {
    guard let name = node["as"].flatMap({ texts($0, "as") })?.first else {
      diagnostics.append(ChartingDiagnostics.missing("'as', the name of the new column", in: "the transform", at: node.range))
      return nil
    }
    return name
  }

  private mutating func groupby(_ node: YAMLNode) -> [String] { node["groupby"].flatMap { texts($0, "groupby") } ?? [] }

  private mutating func outputs(_ node: YAMLNode) -> [TransformSpec.Output] {
    guard let elements = node.elements else { wrong("aggregate", node, "a list of {op, field, as}"); return [] }
    var outputs: [TransformSpec.Output] = []
    for item in elements {
      guard check(item, "aggregate", known: ["op", "field", "as"]) else { continue }
      guard let opNode = item["op"] else {
        diagnostics.append(ChartingDiagnostics.missing("an 'op'", in: "the aggregate", at: item.range))
        continue
      }
      guard let operation = name(opNode, "aggregate", AggregateOperation.self) else { continue }
      let field = text(item, "field")
      let fallback = field.map { operation.rawValue + "_" + $0 } ?? operation.rawValue
      outputs.append(.init(operation: operation, field: field, name: text(item, "as") ?? fallback))
    }
    return outputs
  }

  private mutating func binTransform(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let field = text(node, "field"), let spec = bin(inner) else {
      if node["field"] == nil { diagnostics.append(ChartingDiagnostics.missing("a 'field'", in: "the transform 'bin'", at: node.range)) }
      return nil
    }
    var names = node["as"].flatMap { texts($0, "as") } ?? ["bin_\(field)"]
    if names.count == 1 { names.append(names[0] + "_end") }
    return .bin(spec, field: field, names: names)
  }

  private static let windowOperations =
    ["row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "lag", "lead", "first_value", "last_value"]
    + AggregateOperation.allCases.map(\.rawValue)

  private mutating func window(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let elements = inner.elements else { wrong("window", inner, "a list of {op, field, as}"); return nil }
    var window = TransformSpec.Window(outputs: [])
    for item in elements {
      guard check(item, "window", known: ["op", "field", "param", "as"]), let opNode = item["op"], let op = opNode.text else { continue }
      guard let operation = windowOperation(op, parameter: integer(item, "param", in: 0...1_000_000_000)) else {
        unknownValue("window operation", op, known: Self.windowOperations, opNode.range)
        continue
      }
      window.outputs.append(.init(operation: operation, field: text(item, "field"), name: text(item, "as") ?? op))
    }
    window.groupby = groupby(node)
    for item in node["sort"]?.elements ?? [] {
      guard check(item, "sort", known: ["field", "order"]), let field = text(item, "field") else { continue }
      window.sort.append((field, text(item, "order") == "descending"))
    }
    if let frame = node["frame"]?.elements, frame.count == 2 {
      window.frame = (frame[0].number.map { Int(clamping: -$0) }, frame[1].number.map { Int(clamping: $0) })
    }
    window.ignorePeers = bool(node, "ignorePeers") ?? false
    return .window(window)
  }

  private func windowOperation(_ name: String, parameter: Int?) -> TransformSpec.Window.Operation? {
    switch name {
    case "row_number": .rowNumber
    case "rank": .rank
    case "dense_rank": .denseRank
    case "percent_rank": .percentRank
    case "cume_dist": .cumeDist
    case "lag": .lag(parameter ?? 1)
    case "lead": .lead(parameter ?? 1)
    case "first_value": .firstValue
    case "last_value": .lastValue
    default: AggregateOperation(rawValue: name).map { .aggregate($0) }
    }
  }

  private mutating func extent(_ node: YAMLNode) -> ClosedRange<Double>? {
    node["extent"].flatMap { numbers($0, "extent", count: 2) }.map { min($0[0], $0[1])...max($0[0], $0[1]) }
  }

  private mutating func density(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let field = string(inner, "density") else { return nil }
    var density = TransformSpec.Density(field: field)
    density.groupby = groupby(node)
    density.isCumulative = bool(node, "cumulative") ?? false
    density.isCount = bool(node, "counts") ?? false
    density.bandwidth = number(node, "bandwidth").flatMap { $0 > 0 ? $0 : nil }
    density.extent = extent(node)
    density.steps = integer(node, "steps", in: 2...100_000)
    if let names = node["as"].flatMap({ texts($0, "as") }), names.count == 2 { density.names = names }
    return .density(density)
  }

  private mutating func regression(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let y = string(inner, "regression") else { return nil }
    guard let x = text(node, "on") else {
      diagnostics.append(ChartingDiagnostics.missing("'on', the column of x", in: "the transform 'regression'", at: node.range))
      return nil
    }
    var regression = TransformSpec.Regression(x: x, y: y, names: [x, y])
    regression.groupby = groupby(node)
    if let method = node["method"] { regression.method = name(method, "method", TransformSpec.Regression.Method.self) ?? .linear }
    regression.order = integer(node, "order", in: 1...12) ?? 3
    regression.extent = extent(node)
    regression.wantsParameters = bool(node, "params") ?? false
    if let names = node["as"].flatMap({ texts($0, "as") }), names.count == 2 { regression.names = names }
    return .regression(regression)
  }

  private mutating func quantile(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let field = string(inner, "quantile") else { return nil }
    let names = node["as"].flatMap { texts($0, "as") } ?? []
    return .quantile(
      field: field, groupby: groupby(node), probabilities: node["probs"].flatMap { numbers($0, "probs") }, step: number(node, "step", in: 1e-6...1) ?? 0.01,
      names: names.count == 2 ? names : ["prob", "value"])
  }

  // MARK: Predicates

  private mutating func predicate(_ node: YAMLNode) -> FilterPredicate? {
    if node.scalar != nil { return expression(node, "filter").map { .expression($0) } }
    guard check(node, "filter", known: ["field", "equal", "lt", "lte", "gt", "gte", "range", "oneOf", "valid", "and", "or", "not"]) else { return nil }
    if let parts = node["and"]?.elements { return .all(parts.compactMap { predicate($0) }) }
    if let parts = node["or"]?.elements { return .any(parts.compactMap { predicate($0) }) }
    if let part = node["not"] { return predicate(part).map { .not($0) } }
    guard let field = text(node, "field") else {
      diagnostics.append(ChartingDiagnostics.missing("a 'field'", in: "'filter'", at: node.range))
      return nil
    }
    for comparison in FilterPredicate.Comparison.allCases {
      if let operand = node[comparison.rawValue] { return .compare(field: field, comparison, value(operand)) }
    }
    if let range = node["range"]?.elements, range.count == 2 { return .range(field: field, range[0].number, range[1].number) }
    if let list = node["oneOf"] { return values(list, "oneOf").map { .oneOf(field: field, $0) } }
    if let valid = bool(node, "valid") { return .valid(field: field, valid) }
    diagnostics.append(ChartingDiagnostics.missing("one of equal, lt, lte, gt, gte, range, oneOf, valid", in: "'filter'", at: node.range))
    return nil
  }
}
