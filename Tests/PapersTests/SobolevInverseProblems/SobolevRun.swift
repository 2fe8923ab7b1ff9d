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
  let description = ExperimentDescription(type)
  let (experiment, resolved) = try description.resolve(parameters, scale: .quick).get()
  return try experiment.run(
    in: RunContext(experiment: description.id, parameters: resolved, replicate: replicate, scale: .quick))
}

extension Table {
  /// The rows in which the given columns have the given numbers.
  func rows(where conditions: KeyValuePairs<String, Double>) -> [Int] {
    (0..<rowCount).filter { row in conditions.allSatisfy { abs(numbers($0.key)[row] - $0.value) < 1e-9 } }
  }

  func numbers(_ name: String) -> [Double] { self[name]!.numbers }

  /// The columns at some rows.
  func numbers(_ name: String, _ rows: [Int]) -> [Double] { rows.map { numbers(name)[$0] } }

  /// The log-log slope of a column in n over some rows without the smallest n.
  func slope(_ name: String, _ rows: [Int], droppingFirst: Bool = true) -> Double {
    let kept = Array(droppingFirst ? rows.dropFirst() : rows[...])
    return Statistics.logLogSlope(numbers("n", kept), numbers(name, kept))
  }
}
