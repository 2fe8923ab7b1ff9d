import NumericalCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension ExpressionEvaluator {
  func call(_ function: ExpressionFunction, _ nodes: [ExpressionNode]) throws(ExpressionError) -> ExpressionVector {
    if function == .inrange || function == .indexof, let list = try lists(function, nodes) { return list }
    if function == .length, case .call(.split, let parts)? = nodes.first {
      let (whole, mark) = (try evaluate(parts[0]), try evaluate(parts[1]))
      return numbers([whole, mark]) { row in Double(Self.parts(of: whole.text(row) ?? "", between: mark.text(row) ?? "").count) }
    }
    var arguments: [ExpressionVector] = []
    for node in nodes { arguments.append(try evaluate(node)) }
    let a = arguments[0]
    if let numeric = function.numeric { return numbers([a]) { numeric(a.number($0)) } }
    if let result = numericCall(function, arguments) { return result }
    if let result = textCall(function, arguments) { return result }
    if let result = dateCall(function, arguments) { return result }
    if let result = distributionCall(function, arguments) { return result }
    switch function {
    case .isValid: return booleans([a]) { !a.isMissing($0) }
    case .isNaN: return booleans([a]) { a.number($0).isNaN }
    case .isFinite: return booleans([a]) { a.number($0).isFinite }
    case .isNumber: return .boolean(!a.isText && !a.isBoolean)
    case .isString: return .boolean(a.isText)
    case .isBoolean: return .boolean(a.isBoolean)
    case .isDefined: return .boolean(true)
    case .isDate: return .boolean(false)
    case .isArray, .isObject: return booleans([a]) { a.text($0)?.hasPrefix("[") ?? false }
    case .parseFloat, .parseInt:
      return numbers([a]) { row in
        guard a.isText else { return a.number(row) }
        let text = (a.text(row) ?? "").drop(while: \.isWhitespace)
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == "+" || (function == .parseFloat && ($0 == "." || $0 == "e"))) }
        return Double(digits) ?? Double(digits.prefix { $0 != "e" }) ?? .nan
      }
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
    case .length:
      return numbers([a]) { row in
        guard let text = a.text(row) else { return 0 }
        return Double(ListText.values(text)?.count ?? text.utf16.count)
      }
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
    case .lastindexof:
      return numbers(arguments) { row in Self.index(of: arguments[1].text(row) ?? "", in: a.text(row) ?? "", isLast: true) }
    case .truncate:
      return texts(arguments) { row in
        let text = a.text(row) ?? ""
        let most = Swift.max(1, Int(clamping: arguments[1].number(row)))
        return text.count <= most ? text : String(text.prefix(most - 1)) + "…"
      }
    case .split: return texts([a]) { a.text($0) }
    case .concat: return texts(arguments) { row in arguments.map { $0.text(row) ?? "" }.joined() }
    case .format:
      return texts(arguments) { row in NumberFormat(arguments[1].text(row) ?? "")?.string(a.number(row)) ?? a.text(row) }
    default: return nil
    }
  }

  // MARK: Dates

  private func dateCall(_ function: ExpressionFunction, _ arguments: [ExpressionVector]) -> ExpressionVector? {
    let a = arguments[0]
    if let part = Self.dateParts[function] {
      return numbers([a]) { row in CivilTime(a.number(row)).map { Double(part($0)) } ?? .nan }
    }
    switch function {
    case .time, .toDate: return numbers([a]) { a.number($0) }
    case .datetime, .utc:
      if arguments.count == 1 { return numbers([a]) { a.number($0) } }
      return numbers(arguments) { row in
        func part(_ index: Int, _ standard: Int) -> Int { index < arguments.count ? Int(clamping: arguments[index].number(row)) : standard }
        return CivilTime(
          year: part(0, 1970), month: part(1, 0), day: part(2, 1), hours: part(3, 0), minutes: part(4, 0), seconds: part(5, 0), milliseconds: part(6, 0)
        ).instant
      }
    case .timeFormat, .utcFormat:
      return texts(arguments) { row in
        let instant = a.number(row)
        guard arguments.count > 1 else { return TimeTicks.label(instant) }
        return TimeFormat(arguments[1].text(row) ?? "")?.string(instant) ?? ""
      }
    case .timeParse, .utcParse: return numbers(arguments) { row in TimeFormat(arguments[1].text(row) ?? "")?.parse(a.text(row) ?? "") ?? .nan }
    case .monthFormat, .monthAbbrevFormat:
      return texts([a]) { row in
        let name = TimeFormat.monthNames[((Int(clamping: a.number(row)) % 12) + 12) % 12]
        return function == .monthFormat ? name : String(name.prefix(3))
      }
    case .dayFormat, .dayAbbrevFormat:
      return texts([a]) { row in
        let name = TimeFormat.dayNames[((Int(clamping: a.number(row)) % 7) + 7) % 7]
        return function == .dayFormat ? name : String(name.prefix(3))
      }
    default: return nil
    }
  }

  private static let dateParts: [ExpressionFunction: @Sendable (CivilTime) -> Int] = [
    .year: { $0.year }, .quarter: { $0.month / 3 + 1 }, .month: { $0.month }, .week: { $0.weekOfYear }, .dayofyear: { $0.dayOfYear }, .date: { $0.day },
    .day: { $0.weekday }, .hours: { $0.hours }, .minutes: { $0.minutes }, .seconds: { $0.seconds }, .milliseconds: { $0.milliseconds },
    .utcyear: { $0.year }, .utcquarter: { $0.month / 3 + 1 }, .utcmonth: { $0.month }, .utcweek: { $0.weekOfYear }, .utcdayofyear: { $0.dayOfYear },
    .utcdate: { $0.day }, .utcday: { $0.weekday }, .utchours: { $0.hours }, .utcminutes: { $0.minutes }, .utcseconds: { $0.seconds },
    .utcmilliseconds: { $0.milliseconds },
  ]

  // MARK: Distributions

  private func distributionCall(_ function: ExpressionFunction, _ arguments: [ExpressionVector]) -> ExpressionVector? {
    func at(_ index: Int, _ standard: Double, _ row: Int) -> Double { index < arguments.count ? arguments[index].number(row) : standard }
    func each(_ body: @escaping (Double, Double, Double) -> Double, _ first: Double = 0, _ second: Double = 1) -> ExpressionVector {
      numbers(arguments) { body(at(0, .nan, $0), at(1, first, $0), at(2, second, $0)) }
    }
    switch function {
    case .densityNormal: return each { Distributions.normalDensity(($0 - $1) / $2) / $2 }
    case .cumulativeNormal: return each { Distributions.normalCDF(($0 - $1) / $2) }
    case .quantileNormal: return each { $1 + $2 * Distributions.normalQuantile($0) }
    case .densityLogNormal: return each { $0 <= 0 ? 0 : Distributions.normalDensity((Elementary.log($0) - $1) / $2) / ($2 * $0) }
    case .cumulativeLogNormal: return each { $0 <= 0 ? 0 : Distributions.normalCDF((Elementary.log($0) - $1) / $2) }
    case .quantileLogNormal: return each { Elementary.exp($1 + $2 * Distributions.normalQuantile($0)) }
    case .densityUniform: return each { $0 >= $1 && $0 <= $2 ? 1 / ($2 - $1) : 0 }
    case .cumulativeUniform: return each { Swift.max(0, Swift.min(1, ($0 - $1) / ($2 - $1))) }
    case .quantileUniform: return each { $0 >= 0 && $0 <= 1 ? $1 + $0 * ($2 - $1) : .nan }
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

  private static func index(of part: String, in text: String, isLast: Bool = false) -> Double {
    let (whole, wanted): ([Character], [Character]) = (Array(text), Array(part))
    guard wanted.count <= whole.count else { return -1 }
    let starts: ClosedRange<Int> = 0...(whole.count - wanted.count)
    func isThere(_ start: Int) -> Bool { whole[start..<start + wanted.count].elementsEqual(wanted) }
    let found: Int? = isLast ? starts.last(where: isThere) : starts.first(where: isThere)
    return Double(found ?? -1)
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
