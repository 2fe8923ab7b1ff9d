import Experiments
import NumericalCore
import Tables

@testable import Papers

/// Runs experiments as the program does, but in the test's process.
enum TestRun {
  #if DEBUG
    /// Seeds of claims that hold in every seed; all five in optimised builds only, as loops are slow in others.
    static let seeds = 0..<1
  #else
    static let seeds = 0..<5
  #endif

  /// The tables of one run at a scale.
  static func tables(
    _ id: String, _ given: [String: ParameterLiteral] = [:], scale: Scale = .quick, replicate: Replicate
  ) throws -> ExperimentResult {
    let (experiment, parameters) = try resolve(id, given, scale: scale).get()
    return try experiment.run(
      in: RunContext(experiment: id, parameters: parameters, replicate: replicate, scale: scale))
  }

  static func resolve(
    _ id: String, _ given: [String: ParameterLiteral], scale: Scale = .quick
  ) throws -> Result<(experiment: any Experiment, parameters: ResolvedParameters), ParameterProblems> {
    guard let found = Registry(allPapers).lookup(id) else { throw UnsolvableProblem("no experiment \(id)") }
    return found.experiment.resolve(given, scale: scale)
  }

  /// What the parameters given are refused for, in words.
  static func problems(_ id: String, _ given: [String: ParameterLiteral]) throws -> [String] {
    switch try resolve(id, given) {
    case .success: []
    case .failure(let problems): problems.problems.map { $0.diagnostic(experiment: id).message }
    }
  }

  /// Runs an experiment of one paper, given as a type.
  static func run(
    _ type: any Experiment.Type, _ parameters: [String: ParameterLiteral] = [:], replicate: Replicate = .seed(0)
  ) throws -> ExperimentResult {
    let description = ExperimentDescription(type)
    let (experiment, resolved) = try description.resolve(parameters, scale: .quick).get()
    return try experiment.run(
      in: RunContext(experiment: description.id, parameters: resolved, replicate: replicate, scale: .quick))
  }
}
