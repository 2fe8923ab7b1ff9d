/// A parameter's value as it is given or stored: what YAML, the command line and the cache key share.
public indirect enum ParameterLiteral: Sendable, Hashable, Codable {
  case boolean(Bool)
  case integer(Int)
  case real(Double)
  case text(String)
  case list([ParameterLiteral])

  /// The canonical text of the value, which a cache key is made of: numbers in shortest round-trip form, text quoted.
  public var canonicalText: String {
    switch self {
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .real(let value): "\(value)"
    case .text(let value): "\"" + value.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
    case .list(let values): "[" + values.map(\.canonicalText).joined(separator: ", ") + "]"
    }
  }

  /// The value as an author would write it, for messages and `describe`.
  public var displayText: String {
    switch self {
    case .text(let value): value
    case .real(let value) where value == value.rounded() && abs(value) < 1e15: String(Int(value))
    case .list(let values): "[" + values.map(\.displayText).joined(separator: ", ") + "]"
    default: canonicalText
    }
  }

  /// "integer", "number", "text", "true/false" or "list", for messages.
  public var typeDescription: String {
    switch self {
    case .boolean: "true/false"
    case .integer: "integer"
    case .real: "number"
    case .text: "text"
    case .list: "list"
    }
  }
}
