import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Evaluates an expression over whole columns.
struct ExpressionEvaluator {
  let frame: DataFrame
  var variables: [String: ExpressionVector] = [:]
  let count: Int
  /// Columns whose missing numbers count as 0 in arithmetic, as null does in JavaScript.
  var zeroColumns: Set<String> = []

  init(_ frame: DataFrame, variables: [String: ExpressionVector] = [:], count: Int? = nil) {
    self.frame = frame
    self.variables = variables
    self.count = count ?? frame.rowCount
  }

  /// - Complexity: O(nodes × rows).
  func evaluate(_ node: ExpressionNode) throws(ExpressionError) -> ExpressionVector {
    switch node {
    case .number(let value): return .number(value)
    case .text(let text): return .text(text)
    case .boolean(let value): return .boolean(value)
    case .null: return .text(nil)
    case .element(let base, let index): return try element(base, index)
    case .list: throw ExpressionError(message: "a list can only be an argument of inrange() or indexof()", offset: 0)
    case .field(let name, let offset): return try column(name, offset)
    case .variable(let name, let offset):
      guard let value = variables[name] else { throw ExpressionError(message: "unknown name '\(name)'", offset: offset) }
      return value
    case .unary(let operation, let a): return unary(operation, operation == .not ? try evaluate(a) : try operand(of: a))
    case .binary(let operation, let a, let b):
      return operation.isArithmetic ? binary(operation, try operand(of: a), try operand(of: b)) : binary(operation, try evaluate(a), try evaluate(b))
    case .conditional(let condition, let yes, let no):
      return choose(try evaluate(condition), try evaluate(yes), try evaluate(no))
    case .call(let function, let arguments): return try call(function, arguments)
    }
  }

  /// The value of an expression that reads no row.
  static func constant(_ node: ExpressionNode, _ parameters: [String: Value]) throws(ExpressionError) -> Value {
    let vector = try ExpressionEvaluator(DataFrame([], rowCount: 1), variables: parameters.mapValues { ExpressionVector($0) }, count: 1).evaluate(node)
    return vector.value(0)
  }

  /// A part of a list, which stands in a column as JSON, of a split text, or a character.
  private func element(_ base: ExpressionNode, _ index: ExpressionNode) throws(ExpressionError) -> ExpressionVector {
    let place = try evaluate(index)
    if case .call(.split, let arguments) = base {
      let (text, separator) = (try evaluate(arguments[0]), try evaluate(arguments[1]))
      return texts([text, separator, place]) { row in
        guard let whole = text.text(row), let mark = separator.text(row) else { return nil }
        let parts = Self.parts(of: whole, between: mark)
        let wanted = Int(clamping: place.number(row))
        return parts.indices.contains(wanted) ? parts[wanted] : nil
      }
    }
    if case .list(let nodes) = base {
      var parts: [ExpressionVector] = []
      for node in nodes { parts.append(try evaluate(node)) }
      func part(_ row: Int) -> ExpressionVector? { let wanted = Int(clamping: place.number(row)); return parts.indices.contains(wanted) ? parts[wanted] : nil }
      if parts.contains(where: \.isText) { return texts(parts + [place]) { row in part(row)?.text(row) } }
      return numbers(parts + [place]) { row in part(row)?.number(row) ?? .nan }
    }
    let whole = try evaluate(base)
    let lists = (0..<Swift.max(1, count)).map { row in whole.text(row).flatMap(ListText.values) }
    let isNumeric = lists.allSatisfy { $0?.allSatisfy { $0.number != nil || $0.isNull } ?? true } && lists.contains { $0 != nil }
    if isNumeric {
      return numbers([whole, place]) { row in
        let wanted = Int(clamping: place.number(row))
        guard let list = lists[row], list.indices.contains(wanted) else { return .nan }
        return list[wanted].number ?? .nan
      }
    }
    return texts([whole, place]) { row in
      let wanted = Int(clamping: place.number(row))
      if let list = lists[row] { return list.indices.contains(wanted) && !list[wanted].isNull ? list[wanted].description : nil }
      let characters = Array(whole.text(row) ?? "")
      return characters.indices.contains(wanted) ? String(characters[wanted]) : nil
    }
  }

  static func parts(of text: String, between separator: String) -> [String] {
    if separator.isEmpty { return text.map { String($0) } }
    let (bytes, mark) = (Array(text.utf8), Array(separator.utf8))
    var parts: [String] = []
    var start = 0
    var index = 0
    while index + mark.count <= bytes.count {
      if Array(bytes[index..<index + mark.count]) == mark {
        parts.append(String(decoding: bytes[start..<index], as: UTF8.self))
        index += mark.count
        start = index
      } else {
        index += 1
      }
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  private func column(_ name: String, _ offset: Int) throws(ExpressionError) -> ExpressionVector {
    guard let column = frame[name] else {
      throw ExpressionError(message: ChartingDiagnostics.unknownColumnMessage(name, known: frame.columnNames), offset: offset)
    }
    switch column.cells {
    case .numbers(let values, .boolean): return .booleans(values.map { $0 == 1 })
    case .numbers(let values, _): return .numbers(values)
    case .categories(let codes, let levels): return .texts(codes.map { $0 < 0 ? nil : levels[Int($0)] })
    }
  }

  /// The operand of arithmetic or of a comparison, whose missing numbers may count as 0.
  private func operand(of node: ExpressionNode) throws(ExpressionError) -> ExpressionVector {
    let vector = try evaluate(node)
    guard case .field(let name, _) = node, zeroColumns.contains(name), case .numbers(let values) = vector else { return vector }
    return .numbers(values.map { $0.isNaN ? 0 : $0 })
  }

  private func unary(_ operation: ExpressionNode.Unary, _ a: ExpressionVector) -> ExpressionVector {
    switch operation {
    case .minus: numbers([a]) { -a.number($0) }
    case .plus: numbers([a]) { a.number($0) }
    case .not: booleans([a]) { !a.truth($0) }
    }
  }

  private func binary(_ operation: ExpressionNode.Binary, _ a: ExpressionVector, _ b: ExpressionVector) -> ExpressionVector {
    let both = [a, b]
    let asText = a.isText && b.isText
    switch operation {
    case .add:
      if a.isText || b.isText { return texts(both) { (a.text($0) ?? "null") + (b.text($0) ?? "null") } }
      return numbers(both) { a.number($0) + b.number($0) }
    case .subtract: return numbers(both) { a.number($0) - b.number($0) }
    case .multiply: return numbers(both) { a.number($0) * b.number($0) }
    case .divide: return numbers(both) { a.number($0) / b.number($0) }
    case .remainder: return numbers(both) { fmod(a.number($0), b.number($0)) }
    case .power: return numbers(both) { pow(a.number($0), b.number($0)) }
    case .less: return asText ? booleans(both) { (a.text($0) ?? "") < (b.text($0) ?? "") } : booleans(both) { a.number($0) < b.number($0) }
    case .lessOrEqual: return asText ? booleans(both) { (a.text($0) ?? "") <= (b.text($0) ?? "") } : booleans(both) { a.number($0) <= b.number($0) }
    case .greater: return asText ? booleans(both) { (a.text($0) ?? "") > (b.text($0) ?? "") } : booleans(both) { a.number($0) > b.number($0) }
    case .greaterOrEqual: return asText ? booleans(both) { (a.text($0) ?? "") >= (b.text($0) ?? "") } : booleans(both) { a.number($0) >= b.number($0) }
    case .equal: return booleans(both) { isEqual(a, b, $0) }
    case .notEqual: return booleans(both) { !isEqual(a, b, $0) }
    case .and: return a.isBoolean && b.isBoolean ? booleans(both) { a.truth($0) && b.truth($0) } : choose(a, b, a)
    case .or: return a.isBoolean && b.isBoolean ? booleans(both) { a.truth($0) || b.truth($0) } : choose(a, a, b)
    }
  }

  private func isEqual(_ a: ExpressionVector, _ b: ExpressionVector, _ row: Int) -> Bool {
    if a.isMissing(row) || b.isMissing(row) { return a.isMissing(row) && b.isMissing(row) }
    if a.isText && b.isText { return a.text(row) == b.text(row) }
    return a.number(row) == b.number(row)
  }

  private func choose(_ condition: ExpressionVector, _ yes: ExpressionVector, _ no: ExpressionVector) -> ExpressionVector {
    let all = [condition, yes, no]
    if yes.isText || no.isText { return texts(all) { condition.truth($0) ? yes.text($0) : no.text($0) } }
    if yes.isBoolean && no.isBoolean { return booleans(all) { condition.truth($0) ? yes.truth($0) : no.truth($0) } }
    return numbers(all) { condition.truth($0) ? yes.number($0) : no.number($0) }
  }

  // MARK: Broadcasting

  func numbers(_ operands: [ExpressionVector], _ body: (Int) -> Double) -> ExpressionVector {
    operands.allSatisfy(\.isConstant) ? .number(body(0)) : .numbers((0..<count).map(body))
  }

  func booleans(_ operands: [ExpressionVector], _ body: (Int) -> Bool) -> ExpressionVector {
    operands.allSatisfy(\.isConstant) ? .boolean(body(0)) : .booleans((0..<count).map(body))
  }

  func texts(_ operands: [ExpressionVector], _ body: (Int) -> String?) -> ExpressionVector {
    operands.allSatisfy(\.isConstant) ? .text(body(0)) : .texts((0..<count).map(body))
  }
}
