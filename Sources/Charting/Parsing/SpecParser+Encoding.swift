import Diagnostics
import Tables
import YAMLDocuments

extension SpecParser {
  mutating func encoding(_ node: YAMLNode) -> Encoding {
    var encoding: Encoding = [:]
    guard check(node, "encoding", known: Channel.allCases.map(\.rawValue)) else { return encoding }
    for entry in node.entries ?? [] {
      guard let channel = Channel(rawValue: entry.key) else { continue }
      if channel.isInert { encoding[channel] = remarks(entry.value); continue }
      // `null` takes back what an outer view says.
      if entry.value.isNull { encoding[channel] = []; continue }
      let nodes = entry.value.elements ?? [inherited(entry.value, outer: outerEncoding[entry.key])]
      encoding[channel] = nodes.compactMap { self.channel($0) }
    }
    return encoding
  }

  /// Fields that are told of a mark but not drawn: they divide groups like any other; whatever else they say is without effect.
  private mutating func remarks(_ node: YAMLNode) -> [ChannelDefinition] {
    let known = diagnostics
    defer { diagnostics = known }
    return (node.elements ?? [node]).filter { $0["field"] != nil && $0["aggregate"] == nil }.compactMap { channel($0) }
  }

  /// A field's definition in a layer has what the view around it says of the channel, where it is silent itself.
  private func inherited(_ node: YAMLNode, outer: YAMLNode?) -> YAMLNode {
    guard let own = node.entries, let around = outer?.entries, ["field", "datum", "aggregate"].contains(where: { node[$0] != nil }) else { return node }
    let silent = around.filter { entry in node[entry.key] == nil && !["field", "datum", "value", "aggregate", "condition"].contains(entry.key) }
    return YAMLNode(.mapping(own + silent), range: node.range)
  }

  /// The definitions that layers of a view take over.
  func encodingNodes(_ node: YAMLNode?) -> [String: YAMLNode] {
    var result = outerEncoding
    for entry in node?.entries ?? [] { result[entry.key] = inherited(entry.value, outer: outerEncoding[entry.key]) }
    return result
  }

  /// A channel's definition: shorthand text or a mapping.
  mutating func channel(_ node: YAMLNode) -> ChannelDefinition? {
    var definition = ChannelDefinition(range: node.range)
    if let text = node.text {
      shorthand(text, node.range, into: &definition)
      return definition
    }
    guard check(node, "a channel", known: KnownKeys.channel) else { return nil }
    let before = diagnostics.count
    readSource(node, into: &definition)
    let isRefused = diagnostics.count > before
    readGuides(node, into: &definition)
    if let type = node["type"] { definition.type = fieldType(type) }
    if let aggregate = node["aggregate"], !aggregate.isNull { readAggregate(aggregate, into: &definition) }
    if definition.aggregate == .count { definition.source = .none }
    if let unit = node["timeUnit"], !unit.isNull { definition.timeUnit = timeUnit(unit) }
    if let bin = node["bin"] { definition.bin = self.bin(bin) }
    if let sort = node["sort"] { definition.sort = self.sort(sort) }
    if let stack = node["stack"] { definition.stack = self.stack(stack) }
    if let impute = node["impute"], !impute.isNull { definition.impute = imputation(impute) }
    if let scale = node["scale"] {
      if scale.isNull || scale.bool == false { definition.isScaleDisabled = true } else { definition.scale = self.scale(scale) }
    }
    definition.columns = integer(node, "columns", in: 1...100)
    definition.bandPosition = number(node, "bandPosition", in: 0...1) ?? number(node, "band", in: 0...1)
    if let condition = node["condition"] { readCondition(condition, into: &definition) }
    if case .none = definition.source, definition.aggregate != .count, definition.conditions.isEmpty {
      // A definition without source, such as `{axis: null}`, belongs to a field that another layer gives.
      let says = ["axis", "legend", "scale", "title", "header", "sort", "stack"].contains { node[$0] != nil } || (node.entries ?? []).isEmpty
      if !says, !isRefused { diagnostics.append(ChartingDiagnostics.missing("one of field, datum, value", in: "a channel", at: node.range)) }
      return nil
    }
    return definition
  }

  private mutating func readSource(_ node: YAMLNode, into definition: inout ChannelDefinition) {
    if let field = node["field"] {
      if let text = field.text {
        if Self.isSummary(text) && node["aggregate"] == nil || (node["type"] == nil && text.contains(":")) {
          shorthand(text, field.range, into: &definition)
        } else {
          definition.source = .field(FieldPath.column(text))
        }
      } else if let repeated = field["repeat"] {
        diagnostics.append(ChartingDiagnostics.unsuitable("there is no 'repeat' over '\(repeated.text ?? "")' around this view", at: field.range))
      } else {
        wrong("field", field, "the name of a column")
      }
    }
    if let datum = node["datum"] { definition.source = .datum(value(datum)) }
    if let value = node["value"] {
      if let inner = value["expr"] {
        if let source = expression(inner, "expr") { definition.source = .expression(source) }
      } else {
        definition.source = .value(visual(value))
      }
    }
    definition.range = node["field"]?.range ?? node.range
  }

  /// `mean(risk)` rather than a column that is called `mass (g)` or `sin(x)`.
  private static func isSummary(_ text: String) -> Bool {
    guard text.hasSuffix(")"), let aggregate = FieldShorthand(text)?.aggregate else { return false }
    return AggregateOperation(rawValue: aggregate) != nil || TimeUnit(aggregate) != nil
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
    if let field = parts.field, parts.aggregate != "count" { definition.source = .field(FieldPath.column(field)) }
    if let aggregate = parts.aggregate {
      if let operation = AggregateOperation(rawValue: aggregate) {
        definition.aggregate = operation
      } else if let unit = TimeUnit(aggregate) {
        definition.timeUnit = unit
      } else {
        unknownValue("aggregate", aggregate, known: AggregateOperation.allCases.map(\.rawValue), range)
      }
    }
    if let type = parts.type {
      definition.type = FieldType(code: type)
      if definition.type == nil { unknownValue("type", type, known: ["Q", "N", "O", "T"], range) }
    }
  }

  private mutating func fieldType(_ node: YAMLNode) -> FieldType? {
    guard let text = node.text else { wrong("type", node, "a name"); return nil }
    if let type = FieldType(code: text) { return type }
    unknownValue("type", text, known: FieldType.allCases.map(\.rawValue), node.range)
    return nil
  }

  private mutating func readAggregate(_ node: YAMLNode, into definition: inout ChannelDefinition) {
    for operation in [AggregateOperation.argmin, .argmax] {
      if let argument = node[operation.rawValue] {
        definition.aggregate = operation
        definition.aggregateArgument = string(argument, operation.rawValue)
        return
      }
    }
    definition.aggregate = name(node, "aggregate", AggregateOperation.self)
  }

  mutating func timeUnit(_ node: YAMLNode) -> TimeUnit? {
    if let mapping = node.entries, !mapping.isEmpty {
      guard check(node, "timeUnit", known: ["unit", "step", "maxbins", "utc", "binned"]) else { return nil }
      guard let inner = node["unit"] else {
        let maximum = integer(node, "maxbins", in: 1...10_000) ?? 40
        return TimeUnit(maximumBins: maximum)
      }
      var unit = timeUnit(inner)
      unit?.step = integer(node, "step", in: 1...100_000) ?? 1
      if bool(node, "binned") == true { unit?.isBinned = true }
      return unit
    }
    guard let text = string(node, "timeUnit") else { return nil }
    if let unit = TimeUnit(text) { return unit }
    unknownValue("time unit", text, known: TimeUnit.names, node.range)
    return nil
  }

  private mutating func imputation(_ node: YAMLNode) -> ChannelDefinition.Imputation? {
    guard check(node, "impute", known: ["value", "method", "frame", "keyvals"]) else { return nil }
    var impute = ChannelDefinition.Imputation()
    impute.value = node["value"].map(value)
    impute.method = text(node, "method")
    if let method = impute.method, !Self.imputeMethods.contains(method) { unknownValue("method", method, known: Self.imputeMethods, node.range) }
    if let frame = self.frame(node) { impute.frame = (frame.before, frame.after) }
    impute.keyvals = node["keyvals"].flatMap { keyvals($0) }
    return impute
  }

  // MARK: Conditions

  private mutating func readCondition(_ node: YAMLNode, into definition: inout ChannelDefinition) {
    for item in node.elements ?? [node] {
      if let truth = unselectedTruth(item) {
        if truth { readOutput(item, test: .predicate(.all([])), into: &definition) }
        continue
      }
      if let begun = begun(item) {
        readOutput(item, test: .predicate(begun.predicate), into: &definition)
        continue
      }
      if let parameter = item["param"] ?? item["selection"] {
        diagnostics.append(ChartingDiagnostics.leftOut("param", at: parameter.range, instead: "charts on paper have no interaction; use 'test'"))
        continue
      }
      guard check(item, "condition", known: KnownKeys.condition + KnownKeys.channel) else { continue }
      guard let testNode = item["test"] else {
        diagnostics.append(ChartingDiagnostics.missing("'test'", in: "'condition'", at: item.range))
        continue
      }
      guard let test = conditionTest(testNode) else { continue }
      readOutput(item, test: test, into: &definition)
    }
  }

  private mutating func readOutput(_ item: YAMLNode, test: ChannelDefinition.Condition.Test, into definition: inout ChannelDefinition) {
    if let value = item["value"] {
      let output: ChannelDefinition.Condition.Output
      if let inner = value["expr"] {
        guard let source = expression(inner, "expr") else { return }
        output = .expression(source)
      } else {
        output = .value(visual(value))
      }
      definition.conditions.append(.init(test: test, output: output))
    } else if var inner = channel(item.removing(["test", "param", "selection", "empty"])) {
      // A field where the test holds, a value elsewhere: the same as a field with the value where the test fails.
      switch definition.source {
      case .value(let otherwise): inner.conditions = [.init(test: test, output: .value(otherwise), isNegated: true)]
      case .expression(let otherwise): inner.conditions = [.init(test: test, output: .expression(otherwise), isNegated: true)]
      default: inner.conditions = []
      }
      definition = inner
    }
  }

  private mutating func conditionTest(_ node: YAMLNode) -> ChannelDefinition.Condition.Test? {
    if node.scalar != nil { return expression(node, "test").map { .expression($0) } }
    return predicate(node).map { .predicate($0) }
  }

  // MARK: Orders, stacks and bins

  private mutating func sort(_ node: YAMLNode) -> SortSpec? {
    if node.isNull { return SortSpec.none }
    if let flag = node.bool { return flag ? .ascending : SortSpec.none }
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
    let field = text(node, "field").map(FieldPath.column)
    return .field(field, operation ?? (field == nil ? .count : nil), descending: isDescending)
  }

  mutating func stack(_ node: YAMLNode) -> ChannelDefinition.Stack? {
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
    bin.step = number(node, "step", in: 1e-300...1e300)
    bin.steps = node["steps"].flatMap { numbers($0, "steps") }
    if let steps = node["steps"], let widths = bin.steps, widths.isEmpty || widths.contains(where: { $0 <= 0 }) { wrong("steps", steps, "a list of positive numbers") }
    bin.divide = node["divide"].flatMap { numbers($0, "divide") } ?? [5, 2]
    bin.nice = bool(node, "nice") ?? true
    bin.base = number(node, "base") ?? 10
    bin.anchor = number(node, "anchor")
    bin.minStep = number(node, "minstep") ?? 0
    bin.isBinned = bool(node, "binned") ?? false
    bin.isLogarithmic = text(node, "scale") == "log"
    if let extent = node["extent"], unselectedTruth(extent) == nil, begun(extent) == nil, let ends = numbers(extent, "extent", count: 2) { bin.extent = min(ends[0], ends[1])...max(ends[0], ends[1]) }
    return bin
  }
}

/// Names of columns as Vega-Lite writes them: `a.b` is a column inside another, `a\.b` a column with a dot in its name.
enum FieldPath {
  static func column(_ text: String) -> String {
    guard text.contains("\\") || text.contains("[") else { return text }
    var result = ""
    var isEscaped = false
    for character in text {
      if isEscaped { result.append(character); isEscaped = false; continue }
      switch character {
      case "\\": isEscaped = true
      case "[": if !result.isEmpty { result.append(".") }
      case "]", "'", "\"": break
      default: result.append(character)
      }
    }
    return result
  }
}

extension YAMLNode {
  /// A mapping without some of its keys.
  fileprivate func removing(_ keys: [String]) -> YAMLNode {
    guard let entries else { return self }
    return YAMLNode(.mapping(entries.filter { !keys.contains($0.key) }), range: range)
  }
}
