import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

typealias Shift = CovariateShiftKernels

/// Runs an experiment of this paper as the program would.
func runShift(
  _ type: any Experiment.Type, _ parameters: [String: ParameterLiteral] = [:], replicate: Replicate = .seed(0)
) throws -> ExperimentResult {
  let description = ExperimentDescription(type)
  let (experiment, resolved) = try description.resolve(parameters, scale: .quick).get()
  return try experiment.run(
    in: RunContext(experiment: description.id, parameters: resolved, replicate: replicate, scale: .quick))
}

extension Table {
  func texts(_ name: String) -> [String] {
    guard case .text(let cells) = self[name]!.storage else { return [] }
    return cells.map { $0 ?? "" }
  }

  /// The column with importance weights over that without, for rows that alternate in the given order.
  func ratios(_ name: String, where isWanted: (Int) -> Bool) -> [Double] {
    let rows = (0..<rowCount).filter(isWanted)
    let weighting = texts("weighting")
    let values = numbers(name)
    let plain = rows.filter { weighting[$0] == "none" }.map { values[$0] }
    return zip(rows.filter { weighting[$0] == "iw" }.map { values[$0] }, plain).map { $0 / $1 }
  }
}
