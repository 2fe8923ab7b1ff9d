import Diagnostics
import Tables
import YAMLDocuments

/// Transforms that make rows or columns of others, and conditions on rows.
extension SpecParser {
  static let imputeMethods = ["value", "mean", "median", "min", "max"]

  mutating func reshaping(_ key: String, _ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    switch key {
    case "fold":
      let names = names(node, ["key", "value"], &self)
      let columns = fields(inner, "fold")
      return columns.isEmpty ? nil : .fold(columns, key: names[0], value: names[1])
    case "flatten":
      let columns = fields(inner, "flatten")
      return columns.isEmpty ? nil : .flatten(columns, names: names(node, columns, &self))
    case "impute": return impute(node, inner)
    case "pivot": return pivot(node, inner)
    case "lookup": return lookup(node, inner)
    case "stack": return stackTransform(node, inner)
    default: return nil
    }
  }

  /// `[1, 2, 3]` or `{start, stop, step}`.
  mutating func keyvals(_ node: YAMLNode) -> [Value]? {
    if node.elements != nil { return values(node, "keyvals") }
    guard check(node, "keyvals", known: ["start", "stop", "step"]) else { return nil }
    let (start, step) = (number(node, "start") ?? 0, number(node, "step") ?? 1)
    guard let stop = number(node, "stop"), step != 0, (stop - start) / step < 100_000 else { wrong("keyvals", node, "a list, or {start, stop, step}"); return nil }
    return stride(from: start, to: stop, by: step).map { .real($0) }
  }

  private mutating func impute(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let field = field(inner, "impute") else { return nil }
    guard let key = text(node, "key").map(FieldPath.column) else {
      diagnostics.append(ChartingDiagnostics.missing("a 'key', the column along which rows are missing", in: "the transform 'impute'", at: node.range))
      return nil
    }
    var impute = TransformSpec.Impute(field: field, key: key, groupby: groupby(node))
    impute.value = node["value"].map(value)
    if let method = node["method"] {
      impute.method = method.text ?? "value"
      if !Self.imputeMethods.contains(impute.method) { unknownValue("method", impute.method, known: Self.imputeMethods, method.range) }
    }
    if let frame = frame(node) { impute.frame = frame }
    impute.keyvals = node["keyvals"].flatMap { keyvals($0) } ?? []
    return .impute(impute)
  }

  private mutating func pivot(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let field = field(inner, "pivot") else { return nil }
    guard let value = text(node, "value").map(FieldPath.column) else {
      diagnostics.append(ChartingDiagnostics.missing("a 'value', the column that fills the new ones", in: "the transform 'pivot'", at: node.range))
      return nil
    }
    var pivot = TransformSpec.Pivot(field: field, value: value, groupby: groupby(node))
    if let op = node["op"] { pivot.operation = name(op, "aggregate", AggregateOperation.self) ?? .sum }
    pivot.limit = integer(node, "limit", in: 0...10_000).flatMap { $0 == 0 ? nil : $0 }
    return .pivot(pivot)
  }

  private mutating func lookup(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let field = field(inner, "lookup"), let from = node["from"] else {
      if node["from"] == nil { diagnostics.append(ChartingDiagnostics.missing("'from', the other table", in: "the transform 'lookup'", at: node.range)) }
      return nil
    }
    if let parameter = from["param"] {
      diagnostics.append(ChartingDiagnostics.leftOut("param", at: parameter.range, instead: "charts on paper have no interaction"))
      return nil
    }
    guard check(from, "from", known: ["data", "key", "fields"]), let dataNode = from["data"], let source = data(dataNode), let key = text(from, "key") else {
      diagnostics.append(ChartingDiagnostics.missing("'data' and 'key'", in: "'from'", at: from.range))
      return nil
    }
    let fields = from["fields"].map { self.fields($0, "fields") } ?? []
    let names = node["as"].flatMap { texts($0, "as") } ?? fields
    return .lookup(
      .init(field: field, source: source, key: FieldPath.column(key), fields: fields, names: names, fallback: node["default"].map(value)))
  }

  private mutating func stackTransform(_ node: YAMLNode, _ inner: YAMLNode) -> TransformSpec? {
    guard let field = field(inner, "stack") else { return nil }
    var names = node["as"].flatMap { texts($0, "as") } ?? [field + "_start"]
    if names.count == 1 { names.append(names[0] + "_end") }
    var stack = TransformSpec.Stack(field: field, groupby: groupby(node), names: names)
    if let offset = node["offset"] { stack.offset = self.stack(offset) ?? .zero }
    stack.sort = sortKeys(node["sort"])
    return .stack(stack)
  }

  // MARK: Predicates

  mutating func predicate(_ node: YAMLNode) -> FilterPredicate? {
    if node.scalar != nil { return expression(node, "filter").map { .expression($0) } }
    if let truth = unselectedTruth(node) { return truth ? .all([]) : .any([]) }
    if let begun = begun(node) { return begun.predicate }
    if let parameter = node["param"] ?? node["selection"] {
      diagnostics.append(ChartingDiagnostics.leftOut("param", at: parameter.range, instead: "charts on paper have no interaction; write the condition out"))
      return nil
    }
    let known = ["field", "timeUnit", "equal", "lt", "lte", "gt", "gte", "range", "oneOf", "valid", "and", "or", "not"]
    guard check(node, "filter", known: known) else { return nil }
    if let parts = node["and"]?.elements { return .all(parts.compactMap { predicate($0) }) }
    if let parts = node["or"]?.elements { return .any(parts.compactMap { predicate($0) }) }
    if let part = node["not"] { return predicate(part).map { .not($0) } }
    guard let field = text(node, "field").map(FieldPath.column) else {
      diagnostics.append(ChartingDiagnostics.missing("a 'field'", in: "'filter'", at: node.range))
      return nil
    }
    let subject = FilterPredicate.Subject(field: field, timeUnit: node["timeUnit"].flatMap { timeUnit($0) })
    for comparison in FilterPredicate.Comparison.allCases {
      if let operand = node[comparison.rawValue] { return .compare(subject, comparison, operandValue(operand, subject)) }
    }
    if let range = node["range"]?.elements, range.count == 2 {
      return .range(subject, operandValue(range[0], subject).number, operandValue(range[1], subject).number)
    }
    if let list = node["oneOf"]?.elements { return .oneOf(subject, list.map { operandValue($0, subject) }) }
    if let valid = bool(node, "valid") { return .valid(subject, valid) }
    diagnostics.append(ChartingDiagnostics.missing("one of equal, lt, lte, gt, gte, range, oneOf, valid", in: "'filter'", at: node.range))
    return nil
  }

  /// A plain number beside a unit of time says which one: a year, a month from 1, a day of the week.
  private func operandValue(_ node: YAMLNode, _ subject: FilterPredicate.Subject) -> Value {
    let written = value(node)
    guard let unit = subject.timeUnit, node.entries == nil, unit.parts.count == 1 else { return written }
    if case .text(let text) = written {
      let key = unit.parts[0].rawValue
      let entry = YAMLEntry(key: key, keyRange: node.range, value: YAMLNode(.scalar(YAMLScalar(text, isPlain: false)), range: node.range))
      return dateTime(YAMLNode(.mapping([entry]), range: node.range)).map { .real($0) } ?? .real(DateText.parse(text))
    }
    guard let number = written.number.map({ Int(clamping: $0) }) else { return written }
    var time = CivilTime(year: 2012)
    switch unit.parts[0] {
    case .year: time.year = number
    case .quarter: time.month = 3 * (number - 1)
    case .month: time.month = number - 1
    case .week: return .real(unit.floor(CivilTime(year: 2012, day: 1 + 7 * (number - 1)).instant))
    case .date, .dayofyear: time.day = number
    case .day: time.day = 1 + number % 7
    case .hours: time.hours = number
    case .minutes: time.minutes = number
    case .seconds: time.seconds = number
    case .milliseconds: time.milliseconds = number
    }
    return .real(time.instant)
  }
}
