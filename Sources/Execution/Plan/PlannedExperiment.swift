import Diagnostics
import Experiments
import Tables

/// One `{experiment}` directive, checked, with its jobs.
package struct PlannedExperiment: Sendable {
  /// A swept parameter, its values and the column that tells them apart.
  package struct Sweep: Sendable, Hashable {
    package var name: String
    package var column: String
    package var type: ColumnType
    package var values: [ParameterLiteral]
  }

  /// Empty for an experiment that is run from the command line.
  package var label: String
  package var experiment: String
  package var summary: String
  package var scale: Scale
  /// Parameters that hold for all jobs, in declaration order.
  package var parameters: [ResolvedParameters.Entry] = []
  package var sweeps: [Sweep] = []
  /// Seeds to run; empty for a deterministic experiment.
  package var seeds: [Int] = []
  package var tables: [TableSchema] = []
  package var replication = Replication.none
  package var timeoutSeconds: Double
  package var memoryBytes: Int
  package var dataFolder = ""
  /// False if nothing tells when its results are out of date: its paper has no digest of its sources.
  package var isStorable = true
  package var range: SourceRange
  /// By point of the sweep (the last parameter varies fastest), then by seed, the shared run first.
  package var jobs: [Job] = []
  /// Why it cannot be run; then it has no jobs.
  package var faults: [Diagnostic] = []

  /// The SQL names of its tables: the label for the first, and `label_table` for each if there are several.
  package var tableNames: [(name: String, table: Int)] {
    if tables.isEmpty { return [(label, 0)] }
    if label.isEmpty { return tables.indices.map { (tables[$0].name, $0) } }
    return [(label, 0)] + (tables.count > 1 ? tables.indices.map { ("\(label)_\(tables[$0].name)", $0) } : [])
  }
}
