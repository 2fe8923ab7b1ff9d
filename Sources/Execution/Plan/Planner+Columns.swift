import Diagnostics
import Experiments

extension Planner {
  /// Clashes of the swept parameters' columns with each other and with those of the result.
  ///
  /// SQL ignores case. A result column of exactly the swept parameter's name and spelling is the experiment's own word on
  /// it; then none is added, and the values are compared when the tables are put together.
  func columnFaults(of planned: PlannedExperiment, _ draft: ExperimentDraft) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var taken: [(name: String, isOfSweep: Bool)] = planned.tables.flatMap(\.columns).map { ($0.name, false) }
    taken.append(("seed", true))
    for sweep in planned.sweeps {
      let range = draft.sweeps.first { $0.name == sweep.name }?.nameRange
      let clash = taken.first { other in
        other.name.lowercased() == sweep.column.lowercased()
          && (other.isOfSweep || other.name != sweep.column || sweep.column != sweep.name)
      }
      if let clash {
        faults.append(
          ExecutionDiagnostics.columnClash(
            sweep: sweep.name, column: sweep.column, with: clash.name, values: sweep.values, at: range))
      }
      taken.append((sweep.column, true))
    }
    return faults
  }
}
