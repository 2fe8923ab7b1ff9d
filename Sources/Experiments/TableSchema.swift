import Tables

/// A table that an experiment promises.
public struct TableSchema: Sendable, Hashable {
  /// Which runs of a `.sharedAndSeeds` experiment give rows to the table.
  public enum Origin: String, Sendable, Hashable {
    /// Runs with a seed: the table has a `seed` column.
    case replicates
    /// The shared run alone: no `seed` column.
    case shared
    /// Both: the seed is missing in the rows of the shared run.
    case both
  }

  public var name: String
  public var summary: String
  public var columns: [ColumnSchema]
  public var origin: Origin
  /// At which column the runner puts the `seed`.
  public var seedIndex: Int

  public init(_ name: String, _ summary: String, _ columns: [ColumnSchema], origin: Origin = .replicates, seedIndex: Int = 0) {
    self.name = name
    self.summary = summary
    self.columns = columns
    self.origin = origin
    self.seedIndex = seedIndex
  }
}
