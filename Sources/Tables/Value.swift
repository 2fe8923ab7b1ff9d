/// One cell of a table.
public enum Value: Sendable, Hashable, Codable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  case boolean(Bool)

  /// The number in the cell, if it holds one; booleans are 0 and 1.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .boolean(let value): value ? 1 : 0
    case .null, .text: nil
    }
  }

  public var isNull: Bool {
    switch self {
    case .null: true
    case .real(let value): value.isNaN
    default: false
    }
  }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .real(value) }
  public init(stringLiteral value: String) { self = .text(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(nilLiteral: ()) { self = .null }
}

extension Value: CustomStringConvertible {
  /// Shortest decimal form that reads back as the same number; empty for a missing value.
  public var description: String {
    switch self {
    case .null: ""
    case .integer(let value): String(value)
    case .real(let value): value.isNaN ? "" : value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) + ".0" : "\(value)"
    case .text(let value): value
    case .boolean(let value): value ? "true" : "false"
    }
  }
}
