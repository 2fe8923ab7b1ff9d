import Diagnostics

/// Reads expressions: arithmetic, comparison, logic, `? :`, `datum.x`, `datum['x']` and a fixed set of functions.
///
/// Precedence is JavaScript's: `?:`, `||`, `&&`, `== !=`, `< <= > >=`, `+ -`, `* / %`, unary, `**`.
struct ExpressionParser {
  private let tokens: [(token: ExpressionLexer.Token, offset: Int)]
  private let variables: Set<String>
  private var index = 0
  private var depth = 0

  /// - Parameter variables: names that stand for themselves beside `datum`.
  static func parse(_ text: String, variables: Set<String> = []) throws(ExpressionError) -> ExpressionNode {
    var parser = ExpressionParser(tokens: try ExpressionLexer.tokens(text), variables: variables)
    let node = try parser.conditional()
    if parser.token != .end { throw parser.error("unexpected \(parser.token.description)") }
    return node
  }

  private init(tokens: [(token: ExpressionLexer.Token, offset: Int)], variables: Set<String>) {
    self.tokens = tokens
    self.variables = variables
  }

  private var token: ExpressionLexer.Token { tokens[index].token }
  private var offset: Int { tokens[index].offset }
  private func error(_ message: String) -> ExpressionError { ExpressionError(message: message, offset: offset) }

  private mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  private mutating func accept(_ symbol: String) -> Bool {
    guard token == .symbol(symbol) else { return false }
    advance()
    return true
  }

  private mutating func expect(_ symbol: String) throws(ExpressionError) {
    if !accept(symbol) { throw error("expected '\(symbol)', found \(token.description)") }
  }

  private mutating func conditional() throws(ExpressionError) -> ExpressionNode {
    depth += 1
    defer { depth -= 1 }
    if depth > 200 { throw error("nested too deeply") }
    let condition = try binary(level: 0)
    guard accept("?") else { return condition }
    let yes = try conditional()
    try expect(":")
    return .conditional(condition, yes, try conditional())
  }

  private static let levels: [[String]] = [["||"], ["&&"], ["==", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "/", "%"]]

  private mutating func binary(level: Int) throws(ExpressionError) -> ExpressionNode {
    guard level < Self.levels.count else { return try unary() }
    var left = try binary(level: level + 1)
    while case .symbol(let symbol) = token, Self.levels[level].contains(symbol), let operation = ExpressionNode.Binary(rawValue: symbol) {
      advance()
      left = .binary(operation, left, try binary(level: level + 1))
    }
    return left
  }

  private mutating func unary() throws(ExpressionError) -> ExpressionNode {
    depth += 1
    defer { depth -= 1 }
    if depth > 200 { throw error("nested too deeply") }
    if accept("-") { return .unary(.minus, try unary()) }
    if accept("+") { return .unary(.plus, try unary()) }
    if accept("!") { return .unary(.not, try unary()) }
    let base = try postfix()
    guard accept("**") else { return base }
    return .binary(.power, base, try unary())
  }

  /// A value, possibly with parts of it picked by `[…]`, or its `.length`.
  private mutating func postfix() throws(ExpressionError) -> ExpressionNode {
    var node = try primary()
    while true {
      if accept("[") {
        let index = try conditional()
        try expect("]")
        node = .element(node, index)
      } else if token == .symbol("."), index + 1 < tokens.count, tokens[index + 1].token == .name("length") {
        advance()
        advance()
        node = .call(.length, [node])
      } else {
        return node
      }
    }
  }

  private mutating func primary() throws(ExpressionError) -> ExpressionNode {
    let start = offset
    switch token {
    case .number(let value):
      advance()
      return .number(value)
    case .text(let text):
      advance()
      return .text(text)
    case .symbol("("):
      advance()
      let node = try conditional()
      try expect(")")
      return node
    case .symbol("["):
      advance()
      return .list(try arguments(until: "]"))
    case .symbol("{"):
      advance()
      return try picked()
    case .name(let name):
      advance()
      return try named(name, at: start)
    default:
      throw error("expected a value, found \(token.description)")
    }
  }

  /// `{a: x, b: y}[key]`: the value of a key, which is all that an object is good for here.
  private mutating func picked() throws(ExpressionError) -> ExpressionNode {
    var pairs: [(key: String, value: ExpressionNode)] = []
    while !accept("}") {
      switch token {
      case .text(let key), .name(let key): pairs.append((key, .null))
      case .number(let key): pairs.append((NumberFormat.shortest(key), .null))
      default: throw error("expected a key, found \(token.description)")
      }
      advance()
      try expect(":")
      pairs[pairs.count - 1].value = try conditional()
      if token != .symbol("}") { try expect(",") }
    }
    let key: ExpressionNode
    if accept(".") {
      guard case .name(let name) = token else { throw error("expected a key, found \(token.description)") }
      advance()
      key = .text(name)
    } else {
      try expect("[")
      key = try conditional()
      try expect("]")
    }
    return pairs.reversed().reduce(.null) { rest, pair in .conditional(.binary(.equal, .call(.toString, [key]), .text(pair.key)), pair.value, rest) }
  }

  private mutating func named(_ name: String, at start: Int) throws(ExpressionError) -> ExpressionNode {
    switch name {
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "null": return .null
    case "datum": return try member()
    default: break
    }
    if accept("(") {
      if let reason = ExpressionFunction.leftOut[name], ExpressionFunction(rawValue: name) == nil {
        throw ExpressionError(message: "the function \(name)() is Vega's but not part of this chart grammar" + (reason.isEmpty ? "" : "; " + reason), offset: start)
      }
      guard let function = ExpressionFunction(rawValue: name) else { throw unknown("function", name, ExpressionFunction.allCases.map(\.rawValue), start) }
      let arguments = try arguments(until: ")")
      guard function.arity.contains(arguments.count) else {
        let wanted = function.arity.count == 1 ? "\(function.arity.lowerBound)" : "\(function.arity.lowerBound) to \(function.arity.upperBound)"
        throw ExpressionError(message: "\(name)() takes \(wanted) arguments, found \(arguments.count)", offset: start)
      }
      return .call(function, arguments)
    }
    if variables.contains(name) { return .variable(name, offset: start) }
    if variables.contains(name + "[0]"), accept("[") {
      guard case .number(let place) = token else { throw error("expected a number, found \(token.description)") }
      advance()
      try expect("]")
      return .variable("\(name)[\(Int(clamping: place))]", offset: start)
    }
    if let value = NumericFunctions.constants[name] { return .number(value) }
    if ExpressionFunction(rawValue: name) != nil { throw error("expected '(' after the function \(name)") }
    throw ExpressionError(message: "unknown name '\(name)'; a column is written datum.\(name)", offset: start)
  }

  private mutating func member() throws(ExpressionError) -> ExpressionNode {
    let start = offset
    if accept(".") {
      guard case .name(let name) = token else { throw error("expected a column's name after 'datum.', found \(token.description)") }
      let place = start + 1
      advance()
      return .field(inner(name), offset: place)
    }
    try expect("[")
    guard case .text(let name) = token else { throw error("expected a column's name in quotes, found \(token.description)") }
    let place = offset
    advance()
    try expect("]")
    return .field(inner(name), offset: place)
  }

  /// `datum.a.b` and `datum['a']['b']` are the column `a.b`.
  private mutating func inner(_ outer: String) -> String {
    var path = outer
    while index + 1 < tokens.count {
      if token == .symbol("."), case .name(let name) = tokens[index + 1].token, name != "length" {
        advance()
        advance()
        path += "." + name
      } else if token == .symbol("["), case .text(let name) = tokens[index + 1].token, index + 2 < tokens.count, tokens[index + 2].token == .symbol("]") {
        advance()
        advance()
        advance()
        path += "." + name
      } else {
        break
      }
    }
    return path
  }

  private mutating func arguments(until close: String) throws(ExpressionError) -> [ExpressionNode] {
    var arguments: [ExpressionNode] = []
    if accept(close) { return arguments }
    repeat { arguments.append(try conditional()) } while accept(",")
    try expect(close)
    return arguments
  }

  private func unknown(_ kind: String, _ name: String, _ known: [String], _ offset: Int) -> ExpressionError {
    let nearest = NearestNames.of(name, in: known).first
    return ExpressionError(message: "unknown \(kind) '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ""), offset: offset)
  }
}
