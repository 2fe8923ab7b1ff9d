#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension ExpressionEvaluator {
  func call(_ function: ExpressionFunction, _ nodes: [ExpressionNode]) throws(ExpressionError) -> ExpressionVector {
    if function == .inrange || function == .indexof, let list = try lists(function, nodes) { return list }
    var arguments: [ExpressionVector] = []
    for node in nodes { arguments.append(try evaluate(node)) }
    let a = arguments[0]
    if let numeric = function.numeric { return numbers([a]) { numeric(a.number($0)) } }
    if let result = numericCall(function, arguments) { return result }
    if let result = textCall(function, arguments) { return result }
    switch function {
    case .isValid: return booleans([a]) { !a.isMissing($0) }
    case .isNaN: return booleans([a]) { a.number($0).isNaN }
    case .isFinite: return booleans([a]) { a.number($0).isFinite }
    case .isNumber: return .boolean(!a.isText && !a.isBoolean)
    case .isString: return .boolean(a.isText)
    case .toNumber, .number: return numbers([a]) { a.number($0) }
    case .toString, .string: return texts([a]) { a.text($0) }
    case .toBoolean: return booleans([a]) { a.truth($0) }
    default: return .number(.nan)
    }
  }

  private func numericCall(_ function: ExpressionFunction, _ arguments: [ExpressionVector]) -> ExpressionVector? {
    func at(_ index: Int, _ row: Int) -> Double { arguments[index].number(row) }
    switch function {
    case .atan2: return numbers(arguments) { atan2(at(0, $0), at(1, $0)) }
    case .pow: return numbers(arguments) { pow(at(0, $0), at(1, $0)) }
    case .hypot: return numbers(arguments) { hypot(at(0, $0), at(1, $0)) }
    case .min: return numbers(arguments) { row in arguments.dropFirst().reduce(at(0, row)) { Swift.min($0, $1.number(row)) } }
    case .max: return numbers(arguments) { row in arguments.dropFirst().reduce(at(0, row)) { Swift.max($0, $1.number(row)) } }
    case .clamp: return numbers(arguments) { Swift.max(at(1, $0), Swift.min(at(2, $0), at(0, $0))) }
    case .ifElse: return chooseBranch(arguments)
    default: return nil
    }
  }

  private func chooseBranch(_ arguments: [ExpressionVector]) -> ExpressionVector {
    let (condition, yes, no) = (arguments[0], arguments[1], arguments[2])
    if yes.isText || no.isText { return texts(arguments) { condition.truth($0) ? yes.text($0) : no.text($0) } }
    return numbers(arguments) { condition.truth($0) ? yes.number($0) : no.number($0) }
  }

  private func textCall(_ function: ExpressionFunction, _ arguments: [ExpressionVector]) -> ExpressionVector? {
    let a = arguments[0]
    switch function {
    case .length: return numbers([a]) { Double(a.text($0)?.utf16.count ?? 0) }
    case .lower: return texts([a]) { a.text($0)?.lowercased() }
    case .upper: return texts([a]) { a.text($0)?.uppercased() }
    case .trim: return texts([a]) { a.text($0).map { String($0.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()) } }
    case .substring, .slice:
      return texts(arguments) { row in
        a.text(row).map { Self.slice($0, arguments[1].number(row), arguments.count > 2 ? arguments[2].number(row) : .infinity) }
      }
    case .indexof: return numbers(arguments) { Self.index(of: arguments[1].text($0) ?? "", in: a.text($0) ?? "") }
    case .replace: return texts(arguments) { row in a.text(row).map { Self.replaceFirst(arguments[1].text(row) ?? "", in: $0, by: arguments[2].text(row) ?? "") } }
    case .pad:
      return texts(arguments) { row in
        let text = a.text(row) ?? ""
        let fill = String(repeating: arguments.count > 2 ? arguments[2].text(row) ?? " " : " ", count: Swift.max(0, Int(clamping: arguments[1].number(row)) - text.count))
        return arguments.count > 3 && arguments[3].text(row) == "left" ? fill + text : text + fill
      }
    case .concat: return texts(arguments) { row in arguments.map { $0.text(row) ?? "" }.joined() }
    case .format:
      return texts(arguments) { row in NumberFormat(arguments[1].text(row) ?? "")?.string(a.number(row)) ?? a.text(row) }
    default: return nil
    }
  }

  private func lists(_ function: ExpressionFunction, _ nodes: [ExpressionNode]) throws(ExpressionError) -> ExpressionVector? {
    if function == .inrange, case .list(let bounds) = nodes[1], bounds.count == 2 {
      let (value, low, high) = (try evaluate(nodes[0]), try evaluate(bounds[0]), try evaluate(bounds[1]))
      return booleans([value, low, high]) {
        Swift.min(low.number($0), high.number($0)) <= value.number($0) && value.number($0) <= Swift.max(low.number($0), high.number($0))
      }
    }
    if function == .indexof, case .list(let nodesOfList) = nodes[0] {
      var elements: [ExpressionVector] = []
      for node in nodesOfList { elements.append(try evaluate(node)) }
      let value = try evaluate(nodes[1])
      return numbers(elements + [value]) { row in
        Double(elements.firstIndex { $0.isText ? $0.text(row) == value.text(row) : $0.number(row) == value.number(row) } ?? -1)
      }
    }
    return nil
  }

  private static func slice(_ text: String, _ start: Double, _ end: Double) -> String {
    let units = Array(text)
    func place(_ value: Double) -> Int {
      let index = Int(clamping: value)
      return Swift.min(units.count, Swift.max(0, index < 0 ? units.count + index : index))
    }
    let (a, b) = (place(start), place(end))
    return a < b ? String(units[a..<b]) : ""
  }

  private static func index(of part: String, in text: String) -> Double {
    let (whole, wanted) = (Array(text), Array(part))
    guard wanted.count <= whole.count else { return -1 }
    return Double((0...(whole.count - wanted.count)).first { Array(whole[$0..<$0 + wanted.count]) == wanted } ?? -1)
  }

  private static func replaceFirst(_ part: String, in text: String, by other: String) -> String {
    let start = Int(index(of: part, in: text))
    guard start >= 0, !part.isEmpty else { return text }
    let units = Array(text)
    return String(units[..<start]) + other + String(units[(start + part.count)...])
  }
}

extension Int {
  /// The integer part of a number, at the bounds of what an Int holds beyond them; 0 for NaN.
  init(clamping value: Double) {
    self = value.isNaN ? 0 : value >= 9e18 ? Int.max : value <= -9e18 ? Int.min : Int(value)
  }
}
