import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

typealias TraceNorm = TraceNormMultitask

/// Runs an experiment of this paper as the program would.
func runTraceNorm(
  _ type: any Experiment.Type, _ parameters: [String: ParameterLiteral] = [:], replicate: Replicate = .seed(0)
) throws -> ExperimentResult {
  let description = ExperimentDescription(type)
  let (experiment, resolved) = try description.resolve(parameters, scale: .quick).get()
  return try experiment.run(
    in: RunContext(experiment: description.id, parameters: resolved, replicate: replicate, scale: .quick))
}

extension TraceNorm.MultitaskProblem {
  /// Random tasks of a shared subspace.
  static func random(d: Int, r: Int, tasks: Int, samples: Int) -> (Self, Matrix) {
    let subspace = TraceNorm.SharedSubspace(
      dimension: d, rank: r, noise: 0.5, from: RandomSource(seed: 1, stream: "subspace"))
    return subspace.tasks(tasks, samples: samples, from: RandomSource(seed: 1, stream: "tasks"))
  }
}
