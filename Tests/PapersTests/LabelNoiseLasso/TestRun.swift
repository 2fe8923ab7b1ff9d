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
}

extension ExperimentResult {
  /// A table as rows of named cells.
  func rows(_ name: String) -> [[String: Value]] {
    guard let table = self[name] else { return [] }
    return (0..<table.rowCount).map { row in
      Dictionary(uniqueKeysWithValues: zip(table.columnNames, table.row(row)))
    }
  }
}

extension [String: Value] {
  func number(_ name: String) -> Double { self[name]?.number ?? .nan }
  func text(_ name: String) -> String { if case .text(let text)? = self[name] { text } else { "" } }
}
