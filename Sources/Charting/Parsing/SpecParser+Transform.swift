import Diagnostics
import Tables
import YAMLDocuments

extension SpecParser {
  mutating func transforms(_ node: YAMLNode) -> [LocatedTransform] {
    guard let elements = node.elements else { wrong("transform", node, "a list of transforms"); return [] }
    return elements.compactMap { element in transform(element).map { LocatedTransform(spec: $0, range: element.range) } }
  }

  static let kinds: [(key: String, others: [String])] = [
    ("filter", []), ("calculate", ["as"]), ("joinaggregate", ["groupby"]), ("bin", ["field", "as"]), ("fold", ["as"]), ("flatten", ["as"]),
    ("timeUnit", ["field", "as"]), ("window", ["groupby", "sort", "frame", "ignorePeers"]),
    ("density", ["groupby", "cumulative", "counts", "bandwidth", "extent", "steps", "minsteps", "maxsteps", "as", "resolve"]),
    ("regression", ["on", "groupby", "method", "order", "extent", "params", "as"]), ("loess", ["on", "groupby", "bandwidth", "as"]),
    ("quantile", ["groupby", "probs", "step", "as"]), ("impute", ["key", "groupby", "method", "value", "frame", "keyvals"]),
    ("pivot", ["value", "groupby", "op", "limit"]), ("lookup", ["from", "as", "default"]), ("stack", ["groupby", "offset", "sort", "as"]),
    ("correlation", ["x", "y", "groupby", "as"]), ("sample", []), ("aggregate", ["groupby"]), ("extent", ["param"]),
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
    return basic(kind.key, node, inner) ?? reshaping(kind.key, node, inner)
  }

  private mutating func basic(_ key: String, _ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    switch key {
    case "filter": return predicate(inner).map { .filter($0) }
    case "calculate":
      guard let source = expression(inner, "calculate"), let name = outputName(node) else { return nil }
      return .calculate(source, name: name)
    case "joinaggregate": return .joinAggregate(outputs(inner), groupby: groupby(node))
    case "aggregate": return .aggregate(outputs(inner), groupby: groupby(node))
    case "bin": return binTransform(node, inner)
    case "timeUnit": return timeUnitTransform(node, inner)
    case "window": return window(node, inner)
    case "density": return density(node, inner)
    case "regression": return regression(node, inner)
    case "loess": return loess(node, inner)
    case "quantile": return quantile(node, inner)
    case "correlation": return correlation(node, inner)
    case "sample":
      guard let count = inner.number, count >= 0 else { wrong("sample", inner, "a number of rows"); return nil }
      return .sample(Int(clamping: count))
    case "extent":
      guard let field = field(inner, "extent"), let name = text(node, "param") else { return nil }
      return .extent(field: field, parameter: name)
    default: return nil
    }
  }

  func names(_ node: YAMLNode, _ defaults: [String], _ parser: inout SpecParser) -> [String] {
    let given = node["as"].flatMap { parser.texts($0, "as") } ?? []
    return defaults.indices.map { $0 < given.count ? given[$0] : defaults[$0] }
  }

  mutating func field(_ node: YAMLNode, _ key: String) -> String? { string(node, key).map(FieldPath.column) }
  mutating func fields(_ node: YAMLNode, _ key: String) -> [String] { texts(node, key)?.map(FieldPath.column) ?? [] }

  private mutating func outputName(_ node: YAMLNode) -> String? {
    guard let name = node["as"].flatMap({ texts($0, "as") })?.first else {
      diagnostics.append(ChartingDiagnostics.missing("'as', the name of the new column", in: "the transform", at: node.range))
      return nil
    }
    return FieldPath.column(name)
  }

  mutating func groupby(_ node: YAMLNode) -> [String] { node["groupby"].map { fields($0, "groupby") } ?? [] }

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
      let field = text(item, "field").map(FieldPath.column)
      if field == nil && operation.needsField {
        diagnostics.append(ChartingDiagnostics.missing("a 'field'", in: "the aggregate '\(operation.rawValue)'", at: item.range))
        continue
      }
      let fallback = field.map { operation.rawValue + "_" + $0 } ?? operation.rawValue
      let argument = operation == .argmin || operation == .argmax ? field : nil
      outputs.append(.init(operation: operation, field: operation == .count ? nil : field, name: text(item, "as").map(FieldPath.column) ?? fallback, argument: argument))
    }
    return outputs
  }

  private mutating func binTransform(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let field = text(node, "field").map(FieldPath.column), let spec = bin(inner) else {
      if node["field"] == nil { diagnostics.append(ChartingDiagnostics.missing("a 'field'", in: "the transform 'bin'", at: node.range)) }
      return nil
    }
    var names = node["as"].flatMap { texts($0, "as") } ?? ["bin_\(field)"]
    if names.count == 1 { names.append(names[0] + "_end") }
    return .bin(spec, field: field, names: names)
  }

  private mutating func timeUnitTransform(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let unit = timeUnit(inner) else { return nil }
    guard let field = text(node, "field").map(FieldPath.column) else {
      diagnostics.append(ChartingDiagnostics.missing("a 'field'", in: "the transform 'timeUnit'", at: node.range))
      return nil
    }
    var names = node["as"].flatMap { texts($0, "as") } ?? ["\(unit.name)_\(field)"]
    if names.count == 1 { names.append(names[0] + "_end") }
    return .timeUnit(unit, field: field, names: names)
  }

  mutating func sortKeys(_ node: YAMLNode?) -> [TransformSpec.SortKey] {
    (node?.elements ?? []).compactMap { item in
      guard check(item, "sort", known: ["field", "order"]), let field = text(item, "field") else { return nil }
      return .init(field: FieldPath.column(field), isDescending: text(item, "order") == "descending")
    }
  }

  /// `[−before, after]`, null for all.
  func frame(_ node: YAMLNode) -> TransformSpec.Frame? {
    guard let ends = node["frame"]?.elements, ends.count == 2 else { return nil }
    return .init(before: ends[0].number.map { Int(clamping: -$0) }, after: ends[1].number.map { Int(clamping: $0) })
  }

  // MARK: Windows

  private static let windowOperations =
    ["row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile", "lag", "lead", "first_value", "last_value", "nth_value"]
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
      let field = text(item, "field").map(FieldPath.column)
      let needsField: Bool
      switch operation {
      case .rowNumber, .rank, .denseRank, .percentRank, .cumeDist, .ntile, .aggregate(.count): needsField = false
      default: needsField = true
      }
      window.outputs.append(.init(operation: operation, field: needsField ? field : nil, name: text(item, "as").map(FieldPath.column) ?? op))
    }
    window.groupby = groupby(node)
    window.sort = sortKeys(node["sort"])
    if let frame = frame(node) { window.frame = frame }
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
    case "ntile": .ntile(Swift.max(1, parameter ?? 1))
    case "lag": .lag(parameter ?? 1)
    case "lead": .lead(parameter ?? 1)
    case "first_value": .firstValue
    case "last_value": .lastValue
    case "nth_value": .nthValue(Swift.max(1, parameter ?? 1))
    default: AggregateOperation(rawValue: name).map { .aggregate($0) }
    }
  }

  // MARK: Statistics

  private mutating func extent(_ node: YAMLNode) -> ClosedRange<Double>? {
    node["extent"].flatMap { numbers($0, "extent", count: 2) }.map { min($0[0], $0[1])...max($0[0], $0[1]) }
  }

  private mutating func density(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let field = field(inner, "density") else { return nil }
    var density = TransformSpec.Density(field: field)
    density.groupby = groupby(node)
    density.isCumulative = bool(node, "cumulative") ?? false
    density.isCount = bool(node, "counts") ?? false
    density.bandwidth = number(node, "bandwidth").flatMap { $0 > 0 ? $0 : nil }
    density.extent = extent(node)
    density.steps = integer(node, "steps", in: 2...100_000)
    density.minSteps = integer(node, "minsteps", in: 2...100_000) ?? 25
    density.maxSteps = integer(node, "maxsteps", in: 2...100_000) ?? 200
    density.isIndependent = text(node, "resolve") == "independent"
    density.names = names(node, ["value", "density"], &self)
    return .density(density)
  }

  private mutating func abscissa(_ node: YAMLNode, _ kind: String) -> String? {
    if let x = text(node, "on") { return FieldPath.column(x) }
    diagnostics.append(ChartingDiagnostics.missing("'on', the column of x", in: "the transform '\(kind)'", at: node.range))
    return nil
  }

  private mutating func regression(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let y = field(inner, "regression"), let x = abscissa(node, "regression") else { return nil }
    var regression = TransformSpec.Regression(x: x, y: y, names: names(node, [x, y], &self))
    regression.groupby = groupby(node)
    if let method = node["method"] { regression.method = name(method, "method", TransformSpec.Regression.Method.self) ?? .linear }
    regression.order = integer(node, "order", in: 0...12) ?? 3
    regression.extent = extent(node)
    regression.wantsParameters = bool(node, "params") ?? false
    return .regression(regression)
  }

  private mutating func loess(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let y = field(inner, "loess"), let x = abscissa(node, "loess") else { return nil }
    var loess = TransformSpec.Loess(x: x, y: y, names: names(node, [x, y], &self))
    loess.groupby = groupby(node)
    loess.bandwidth = number(node, "bandwidth", in: 0...1) ?? 0.3
    return .loess(loess)
  }

  private mutating func correlation(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let method = name(inner, "correlation", TransformSpec.CorrelationOf.Method.self) else { return nil }
    guard let x = text(node, "x").map(FieldPath.column), let y = text(node, "y").map(FieldPath.column) else {
      diagnostics.append(ChartingDiagnostics.missing("'x' and 'y', two columns", in: "the transform 'correlation'", at: node.range))
      return nil
    }
    let first = node["as"].flatMap { texts($0, "as") }?.first ?? method.rawValue
    return .correlation(.init(method: method, x: x, y: y, groupby: groupby(node), names: names(node, [first, first + "_p", "n"], &self)))
  }

  private mutating func quantile(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let field = field(inner, "quantile") else { return nil }
    return .quantile(
      field: field, groupby: groupby(node), probabilities: node["probs"].flatMap { numbers($0, "probs") }, step: number(node, "step", in: 1e-6...1) ?? 0.01,
      names: names(node, ["prob", "value"], &self))
  }
}
