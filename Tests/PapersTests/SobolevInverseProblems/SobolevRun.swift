import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

typealias Sobolev = SobolevInverseProblems

/// Runs an experiment of this paper as the program would.
func runSobolev(
  _ type: any Experiment.Type, _ parameters: [String: ParameterLiteral] = [:], replicate: Replicate = .single
) throws -> ExperimentResult {
  try TestRun.run(type, parameters, replicate: replicate)
}

extension Table {
  /// The log-log slope of a column in n over some rows without the smallest n.
  func slope(_ name: String, _ rows: [Int], droppingFirst: Bool = true) -> Double {
    let kept = Array(droppingFirst ? rows.dropFirst() : rows[...])
    return Statistics.logLogSlope(numbers("n", kept), numbers(name, kept))
  }
}
