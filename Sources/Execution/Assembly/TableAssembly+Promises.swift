import Experiments
import Tables

extension TableAssembly {
  /// How a run's tables break the promises of its experiment, or nil.
  ///
  /// A table may be left out where it has no rows; a run without any is a mistake. An integer column stands for a real
  /// one; the order of columns does not matter.
  static func violation(_ result: ExperimentResult, of experiment: PlannedExperiment, job: Job) -> String? {
    let replicate = job.replicate
    let promised = experiment.tables.map(\.name)
    for table in result.tables where !promised.contains(table.name) {
      return "it returned a table '\(table.name)', which it does not promise (promised: \(promised.joined(separator: ", ")))"
    }
    for schema in experiment.tables {
      let tables = result.tables.filter { $0.name == schema.name }
      guard let table = tables.first?.table else { continue }
      if tables.count > 1 { return "it returned the table '\(schema.name)' twice" }
      if let violation = violation(table, of: schema) ?? violation(table, of: schema, experiment, job) { return violation }
      if table.rowCount > 0, !gives(replicate, schema, experiment.replication) {
        let run = replicate.isShared ? "shared run" : "run of a seed"
        return "the \(run) returned rows for the table '\(schema.name)', which is of origin '\(schema.origin.rawValue)'"
      }
    }
    if !promised.isEmpty, result.tables.isEmpty, experiment.tables.contains(where: { gives(replicate, $0, experiment.replication) }) {
      return "it returned no table (promised: \(promised.joined(separator: ", ")))"
    }
    return nil
  }

  /// A result column that stands for a swept parameter must hold the value swept.
  private static func violation(
    _ table: Table, of schema: TableSchema, _ experiment: PlannedExperiment, _ job: Job
  ) -> String? {
    for (sweep, entry) in zip(experiment.sweeps, job.point) {
      guard let column = table[sweep.column], let other = column.values.first(where: { !$0.isSame(as: entry.value.cell) })
      else { continue }
      return "column '\(sweep.column)' of its table '\(schema.name)' holds \(other) where the swept parameter is \(entry.value.displayText); "
        + "give the sweep's column another name: sweep: {\(sweep.name): {values: […], as: \(sweep.name)_value}}"
    }
    return nil
  }

  private static func violation(_ table: Table, of schema: TableSchema) -> String? {
    for column in schema.columns {
      let found = table.columns.filter { $0.name == column.name }
      guard let first = found.first else {
        return "its table '\(schema.name)' lacks the column '\(column.name)' (found: \(table.columnNames.joined(separator: ", ")))"
      }
      if found.count > 1 { return "its table '\(schema.name)' has the column '\(column.name)' twice" }
      if first.type != column.type, !(first.type == .integer && column.type == .real) {
        return "column '\(column.name)' of its table '\(schema.name)' is \(first.type.rawValue), promised was \(column.type.rawValue)"
      }
    }
    for column in table.columns where !schema.columns.contains(where: { $0.name == column.name }) {
      return "its table '\(schema.name)' has a column '\(column.name)', which it does not promise"
    }
    return nil
  }
}

extension Value {
  /// Equal as SQL compares: numbers by value.
  fileprivate func isSame(as other: Value) -> Bool {
    if let number, let otherNumber = other.number { return number == otherNumber }
    return self == other
  }
}
