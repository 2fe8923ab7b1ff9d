import Diagnostics
import Tables
import YAMLDocuments

/// Reads the YAML of a chart into a typed specification; every key is checked.
struct SpecParser {
  var diagnostics: [Diagnostic] = []
  /// The variables of the views read so far; elements of lists as `name[0]`.
  var parameters: [String: Value] = [:]
  var datasets: [String: Table] = [:]
  var configuration = ViewSpec.Configuration()
  var viewCount = 0
  /// What the views around a layer say of each channel.
  var outerEncoding: [String: YAMLNode] = [:]
  /// Selections that a reader could make with a mouse; nothing is selected on paper.
  var selections: Set<String> = []
  /// Those that begin with a value, as what they hold for.
  var begunSelections: [String: BegunSelection] = [:]
  /// The `config` as written, for what it says of single marks.
  var written: YAMLNode?
  /// Variables that only the rows give a value: those of `extent`.
  var laterParameters: Set<String> = []
  var looks = IdleLooks()

  /// - Returns: nil when nothing can be drawn; the reasons are among the diagnostics.
  static func parse(_ node: YAMLNode) -> (spec: ViewSpec?, diagnostics: [Diagnostic]) {
    var parser = SpecParser()
    let spec = parser.top(node)
    let isFaulty = parser.diagnostics.contains { $0.severity == .error }
    return (isFaulty ? nil : spec, parser.diagnostics + [parser.looks.diagnostic].compactMap { $0 })
  }

  // MARK: Checked reading

  /// Reports keys that are not known here; says whether the node is a mapping at all.
  mutating func check(_ node: YAMLNode, _ context: String, known: [String]) -> Bool {
    guard let entries = node.entries else {
      diagnostics.append(ChartingDiagnostics.wrongKind(context, found: node.typeDescription, expected: "a mapping", at: node.range))
      return false
    }
    looks.look(at: entries, context)
    for entry in entries where !known.contains(entry.key) {
      if let instead = KnownKeys.leftOut[entry.key] {
        diagnostics.append(ChartingDiagnostics.leftOut(entry.key, at: entry.keyRange, instead: instead.isEmpty ? nil : instead))
      } else {
        diagnostics.append(ChartingDiagnostics.unknownKey(entry.key, in: context, known: known, at: entry.keyRange))
      }
    }
    return true
  }

  mutating func wrong(_ key: String, _ node: YAMLNode, _ expected: String) {
    diagnostics.append(ChartingDiagnostics.wrongKind(key, found: node.typeDescription, expected: expected, at: node.range))
  }

  mutating func number(_ parent: YAMLNode, _ key: String, in bounds: ClosedRange<Double>? = nil) -> Double? {
    guard let node = parent[key], !node.isNull, node["expr"] == nil else { return nil }
    guard let value = node.number, value.isFinite else { wrong(key, node, "a number"); return nil }
    if let bounds, !bounds.contains(value) {
      diagnostics.append(
        ChartingDiagnostics.wrongKind(
          key, found: NumberFormat.shortest(value),
          expected: "a number from \(NumberFormat.shortest(bounds.lowerBound)) to \(NumberFormat.shortest(bounds.upperBound))", at: node.range))
      return nil
    }
    return value
  }

  mutating func integer(_ parent: YAMLNode, _ key: String, in bounds: ClosedRange<Int>) -> Int? {
    number(parent, key, in: Double(bounds.lowerBound)...Double(bounds.upperBound)).map { Int($0) }
  }

  mutating func bool(_ parent: YAMLNode, _ key: String) -> Bool? {
    guard let node = parent[key], !node.isNull else { return nil }
    guard let value = node.bool else { wrong(key, node, "true or false"); return nil }
    return value
  }

  mutating func text(_ parent: YAMLNode, _ key: String) -> String? {
    guard let node = parent[key], !node.isNull, node["expr"] == nil else { return nil }
    return string(node, key)
  }

  mutating func string(_ node: YAMLNode, _ key: String) -> String? {
    if let lines = node.elements {
      let texts = lines.compactMap(\.text)
      if texts.count == lines.count { return texts.joined(separator: " ") }
    }
    guard let value = node.text else { wrong(key, node, "text"); return nil }
    return value
  }

  mutating func numbers(_ node: YAMLNode, _ key: String, count: Int? = nil) -> [Double]? {
    let values = node.elements?.compactMap(\.number)
    guard let values, values.count == node.elements?.count, count == nil || count == values.count else {
      wrong(key, node, count.map { "a list of \($0) numbers" } ?? "a list of numbers")
      return nil
    }
    return values
  }

  mutating func texts(_ node: YAMLNode, _ key: String) -> [String]? {
    if let text = node.text { return [text] }
    let values = node.elements?.compactMap(\.text)
    guard let values, values.count == node.elements?.count else { wrong(key, node, "a list of names"); return nil }
    return values
  }

  /// `{year: 2006, month: 3}` as milliseconds since 1970; nil for anything else.
  func dateTime(_ node: YAMLNode) -> Double? {
    guard let entries = node.entries, !entries.isEmpty else { return nil }
    let keys = ["year", "quarter", "month", "date", "day", "hours", "minutes", "seconds", "milliseconds", "utc"]
    guard entries.allSatisfy({ keys.contains($0.key) }) else { return nil }
    func part(_ key: String) -> Int? { node[key]?.number.map { Int(clamping: $0) } }
    var time = CivilTime(year: part("year") ?? 2012)
    if let month = node["month"] {
      if let number = month.number {
        time.month = Int(clamping: number) - 1
      } else if let name = month.text?.lowercased().prefix(3), let index = TimeFormat.monthNames.firstIndex(where: { $0.lowercased().hasPrefix(name) }) {
        time.month = index
      }
    }
    if let quarter = part("quarter") { time.month = 3 * (quarter - 1) }
    time.day = part("date") ?? 1
    if let day = node["day"] {
      let name = day.text?.lowercased().prefix(3) ?? ""
      time.day = 1 + (day.number.map { Int(clamping: $0) % 7 } ?? TimeFormat.dayNames.firstIndex { $0.lowercased().hasPrefix(name) } ?? 0)
    }
    time.hours = part("hours") ?? 0
    time.minutes = part("minutes") ?? 0
    time.seconds = part("seconds") ?? 0
    time.milliseconds = part("milliseconds") ?? 0
    return time.instant
  }

  /// A value of a closed set of names.
  mutating func name<T: RawRepresentable & CaseIterable>(_ node: YAMLNode, _ kind: String, _: T.Type) -> T? where T.RawValue == String {
    guard let text = node.text else { wrong(kind, node, "a name"); return nil }
    if let value = T(rawValue: text) { return value }
    unknownValue(kind, text, known: T.allCases.map(\.rawValue), node.range)
    return nil
  }

  mutating func unknownValue(_ kind: String, _ text: String, known: [String], _ range: SourceRange) {
    if let instead = KnownKeys.leftOut[text], !known.contains(text) {
      diagnostics.append(ChartingDiagnostics.leftOut(text, at: range, instead: instead.isEmpty ? nil : instead))
    } else {
      diagnostics.append(ChartingDiagnostics.unknownValue(kind, text, known: known, at: range))
    }
  }

  /// A title: text, a list of lines, null for none, or a mapping with `text`.
  mutating func title(_ parent: YAMLNode, _ key: String = "title") -> TitleSetting {
    guard let node = parent[key] else { return .automatic }
    if node.isNull || node.bool == false { return .hidden }
    if let inner = node["text"], check(node, "title", known: KnownKeys.title) { return string(inner, key).map { .text($0) } ?? .automatic }
    return string(node, key).map { $0.isEmpty ? .hidden : .text($0) } ?? .automatic
  }

  func value(_ node: YAMLNode) -> Value {
    if let instant = dateTime(node) { return .real(instant) }
    guard let scalar = node.scalar else { return .null }
    if scalar.isNull { return .null }
    if let flag = scalar.bool { return .boolean(flag) }
    if let integer = scalar.integer { return .integer(integer) }
    if let number = scalar.number { return .real(number) }
    return .text(scalar.text)
  }

  mutating func values(_ node: YAMLNode, _ key: String) -> [Value]? {
    guard let elements = node.elements, elements.allSatisfy({ $0.scalar != nil || dateTime($0) != nil }) else {
      wrong(key, node, "a list of values")
      return nil
    }
    return elements.map(value)
  }

  mutating func format(_ parent: YAMLNode, _ key: String = "format") -> String? {
    guard let node = parent[key] else { return nil }
    // One format a unit of time, as Vega takes it: which one stands where is a look.
    if let entries = node.entries, !entries.isEmpty, entries.allSatisfy({ TimeUnit($0.key) != nil || $0.key == "day" }) { return nil }
    guard let text = string(node, key) else { return nil }
    if NumberFormat(text) == nil, !(text.contains("%") && TimeFormat(text) != nil) { diagnostics.append(ChartingDiagnostics.format(text, at: node.range)) }
    return text
  }

  mutating func expression(_ node: YAMLNode, _ key: String, variables: Set<String> = []) -> ExpressionSource? {
    guard let text = string(node, key) else { return nil }
    let source = ExpressionSource(text: text, range: node.range, parameters: parameters)
    do { _ = try ExpressionParser.parse(text, variables: variables.union(parameters.keys).union(laterParameters)) } catch {
      diagnostics.append(ChartingDiagnostics.expression(error, in: source))
    }
    return source
  }
}
