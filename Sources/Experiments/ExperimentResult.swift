import Tables

/// The tables of one run, by name.
public struct ExperimentResult: Sendable, Equatable {
  public struct NamedTable: Sendable, Equatable {
    public var name: String
    public var table: Table

    public init(_ name: String, _ table: Table) {
      self.name = name
      self.table = table
    }
  }

  public var tables: [NamedTable]

  public init(_ tables: [NamedTable]) { self.tables = tables }

  /// In the order given; a table that a run has no rows for may be left out.
  public init(_ tables: KeyValuePairs<String, Table>) { self.tables = tables.map { NamedTable($0.key, $0.value) } }

  public subscript(name: String) -> Table? { tables.first { $0.name == name }?.table }
}
