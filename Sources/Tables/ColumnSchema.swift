/// The name, type and meaning of a column that an experiment promises.
public struct ColumnSchema: Sendable, Hashable, Codable {
  public var name: String
  public var type: ColumnType
  /// What the column holds, in one phrase; may contain TeX between dollars.
  public var help: String

  public init(_ name: String, _ type: ColumnType, _ help: String = "") {
    self.name = name
    self.type = type
    self.help = help
  }
}
