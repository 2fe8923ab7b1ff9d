import Experiments
import Tables

/// Puts the tables of an experiment's jobs together: rows in the order of the jobs, columns for the sweep and the seed.
struct TableAssembly {
  let experiment: PlannedExperiment

  init(_ experiment: PlannedExperiment) { self.experiment = experiment }

  /// The tables under their SQL names.
  func tables(of finished: [(job: Job, result: ExperimentResult)]) -> [ResultTable] {
    let tables = experiment.tables.map { assemble($0, finished) }
    return experiment.tableNames.compactMap { name, index in
      guard tables.indices.contains(index) else { return nil }
      return ResultTable(
        name: name, summary: experiment.tables[index].summary, table: tables[index].table, columns: tables[index].columns)
    }
  }

  private func assemble(
    _ schema: TableSchema, _ finished: [(job: Job, result: ExperimentResult)]
  ) -> (table: Table, columns: [ColumnSchema]) {
    var seenShared: Set<[ResolvedParameters.Entry]> = []
    let parts: [(job: Job, table: Table)] = finished.compactMap { job, result in
      guard let table = result[schema.name], TableAssembly.gives(job.replicate, schema, experiment.replication) else { return nil }
      // Rows without a seed are the same for every seed: once is enough.
      if !hasSeed(schema), job.seed != nil, !seenShared.insert(job.point).inserted { return nil }
      return (job, table)
    }
    var columns: [Column] = []
    var schemas: [ColumnSchema] = []
    for (index, sweep) in experiment.sweeps.enumerated() where !schema.columns.contains(where: { $0.name == sweep.column }) {
      let cells = parts.flatMap { job, table in repeatElement(job.point[index].value.cell, count: table.rowCount) }
      columns.append(Column(sweep.column, type: sweep.type, values: cells))
      schemas.append(ColumnSchema(sweep.column, sweep.type, "Swept parameter `\(sweep.name)`."))
    }
    let seedPosition = hasSeed(schema) ? min(max(schema.seedIndex, 0), schema.columns.count) : nil
    for (index, column) in schema.columns.enumerated() {
      if index == seedPosition { append(seedColumn(parts), to: &columns, &schemas) }
      columns.append(ColumnAssembly.column(column, parts.map { $0.table[column.name]?.storage }))
      schemas.append(column)
    }
    if seedPosition == schema.columns.count { append(seedColumn(parts), to: &columns, &schemas) }
    return (Table(columns), schemas)
  }

  private func append(_ column: Column, to columns: inout [Column], _ schemas: inout [ColumnSchema]) {
    columns.append(column)
    schemas.append(ColumnSchema("seed", .integer, "Seed of the replicate."))
  }

  private func seedColumn(_ parts: [(job: Job, table: Table)]) -> Column {
    Column("seed", .integer(parts.flatMap { job, table in repeatElement(job.seed, count: table.rowCount) }))
  }

  /// Whether a table has a column `seed`.
  private func hasSeed(_ schema: TableSchema) -> Bool {
    switch experiment.replication {
    case .none: !experiment.seeds.isEmpty
    case .seeds: true
    case .sharedAndSeeds: schema.origin != .shared
    }
  }

  /// Whether a run of a replicate gives rows to a table.
  static func gives(_ replicate: Replicate, _ schema: TableSchema, _ replication: Replication) -> Bool {
    guard case .sharedAndSeeds = replication else { return true }
    switch schema.origin {
    case .replicates: return !replicate.isShared
    case .shared: return replicate.isShared
    case .both: return true
    }
  }
}
