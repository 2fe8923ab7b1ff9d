/// Every parameter of an experiment with its value, checked and in declaration order.
public struct ResolvedParameters: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public var name: String
    public var value: ParameterLiteral

    public init(name: String, value: ParameterLiteral) {
      self.name = name
      self.value = value
    }
  }

  public var entries: [Entry]

  public init(entries: [Entry]) { self.entries = entries }

  public subscript(name: String) -> ParameterLiteral? { entries.first { $0.name == name }?.value }

  /// One `name = value` a line, sorted by name: equal for equal parameters whatever the order of declaration.
  public var canonicalText: String {
    entries.sorted { $0.name < $1.name }.map { "\($0.name) = \($0.value.canonicalText)" }.joined(separator: "\n")
  }
}
