/// A Swift type that a parameter can have.
public protocol ParameterValue: Sendable, Hashable {
  /// "integer", "number", "text", "list of numbers", …, for messages and `describe`.
  static var parameterTypeName: String { get }
  /// The values allowed, where they are an enumeration.
  static var allowedTexts: [String]? { get }
  /// The value of a literal; nil if it is of another type.
  init?(literal: ParameterLiteral)
  var literal: ParameterLiteral { get }
}

extension ParameterValue {
  public static var allowedTexts: [String]? { nil }
}

extension Int: ParameterValue {
  public static var parameterTypeName: String { "integer" }
  /// Accepts a number without a fraction, such as `1e5`.
  public init?(literal: ParameterLiteral) {
    switch literal {
    case .integer(let value): self = value
    case .real(let value):
      guard let exact = Int(exactly: value) else { return nil }
      self = exact
    default: return nil
    }
  }
  public var literal: ParameterLiteral { .integer(self) }
}

extension Double: ParameterValue {
  public static var parameterTypeName: String { "number" }
  public init?(literal: ParameterLiteral) {
    switch literal {
    case .integer(let value): self = Double(value)
    case .real(let value): self = value
    default: return nil
    }
  }
  public var literal: ParameterLiteral { .real(self) }
}

extension Bool: ParameterValue {
  public static var parameterTypeName: String { "true/false" }
  public init?(literal: ParameterLiteral) {
    guard case .boolean(let value) = literal else { return nil }
    self = value
  }
  public var literal: ParameterLiteral { .boolean(self) }
}

extension String: ParameterValue {
  public static var parameterTypeName: String { "text" }
  public init?(literal: ParameterLiteral) {
    guard case .text(let value) = literal else { return nil }
    self = value
  }
  public var literal: ParameterLiteral { .text(self) }
}

/// A list; a single value stands for a list of one.
extension Array: ParameterValue where Element: ParameterValue {
  public static var parameterTypeName: String {
    switch Element.parameterTypeName {
    case "integer": "list of integers"
    case "number": "list of numbers"
    default: "list of \(Element.parameterTypeName)"
    }
  }
  public static var allowedTexts: [String]? { Element.allowedTexts }
  public init?(literal: ParameterLiteral) {
    guard case .list(let literals) = literal else {
      guard let single = Element(literal: literal) else { return nil }
      self = [single]
      return
    }
    var values: [Element] = []
    for literal in literals {
      guard let value = Element(literal: literal) else { return nil }
      values.append(value)
    }
    self = values
  }
  public var literal: ParameterLiteral { .list(map(\.literal)) }
}

/// An enumeration of texts is a parameter type by conforming to this: `enum Mode: String, ParameterChoice { case pde, reg }`.
public protocol ParameterChoice: ParameterValue, RawRepresentable<String>, CaseIterable {}

extension ParameterChoice {
  public static var parameterTypeName: String { "one of " + allCases.map(\.rawValue).joined(separator: ", ") }
  public static var allowedTexts: [String]? { allCases.map(\.rawValue) }
  public init?(literal: ParameterLiteral) {
    guard case .text(let text) = literal else { return nil }
    self.init(rawValue: text)
  }
  public var literal: ParameterLiteral { .text(rawValue) }
}
