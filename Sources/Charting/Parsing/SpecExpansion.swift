import Tables
import YAMLDocuments

/// Replaces what stands for something else in a view: the fields of a repeat, and expressions that need no data.
struct SpecExpansion {
  /// The current field of `row`, `column`, `repeat` and `layer`.
  var repeats: [String: YAMLScalar] = [:]
  var parameters: [String: Value] = [:]
  /// Expressions that do not read, with their places.
  private(set) var faults: [(source: ExpressionSource, error: ExpressionError)] = []

  init(repeats: [String: YAMLScalar] = [:], parameters: [String: Value] = [:]) {
    self.repeats = repeats
    self.parameters = parameters
  }

  /// Rows of data are left as they are.
  mutating func expanded(_ node: YAMLNode) -> YAMLNode {
    switch node.kind {
    case .scalar: return node
    case .sequence(let elements):
      return YAMLNode(.sequence(elements.map { expanded($0) }), range: node.range)
    case .mapping(let entries):
      if entries.count == 1, let entry = entries.first {
        if entry.key == "repeat", let name = entry.value.text, let field = repeats[name] {
          return YAMLNode(.scalar(field), range: node.range)
        }
        if entry.key == "expr" || entry.key == "signal", let scalar = constant(entry.value) { return YAMLNode(.scalar(scalar), range: node.range) }
      }
      let inner = entries.map { entry in
        ["data", "datasets", "params", "also"].contains(entry.key) ? entry : YAMLEntry(key: entry.key, keyRange: entry.keyRange, value: expanded(entry.value))
      }
      return YAMLNode(.mapping(inner), range: node.range)
    }
  }

  /// The value of an expression that reads no row; nil if it does, or is at fault.
  private mutating func constant(_ node: YAMLNode) -> YAMLScalar? {
    guard let text = node.text else { return nil }
    let source = ExpressionSource(text: text, range: node.range, parameters: parameters)
    do {
      let parsed = try ExpressionParser.parse(text, variables: Set(parameters.keys).union(["width", "height"]))
      guard parsed.fields.isEmpty, !parsed.readsSize else { return nil }
      return Self.scalar(try ExpressionEvaluator.constant(parsed, parameters))
    } catch {
      faults.append((source, error))
      return YAMLScalar("null", isPlain: true)
    }
  }

  static func scalar(_ value: Value) -> YAMLScalar {
    switch value {
    case .null: YAMLScalar("null", isPlain: true)
    case .boolean(let flag): YAMLScalar(flag ? "true" : "false", isPlain: true)
    case .integer(let number): YAMLScalar(String(number), isPlain: true)
    case .real(let number): YAMLScalar("\(number)", isPlain: true)
    case .text(let text): YAMLScalar(text, isPlain: false)
    }
  }
}
