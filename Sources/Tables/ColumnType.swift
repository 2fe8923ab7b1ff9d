/// What a column holds; every type admits missing values.
public enum ColumnType: String, Sendable, Hashable, Codable, CaseIterable {
  case integer, real, text, boolean
}
