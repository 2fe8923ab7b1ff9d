import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

typealias TraceNorm = TraceNormMultitask

extension TraceNorm.MultitaskProblem {
  /// Random tasks of a shared subspace.
  static func random(d: Int, r: Int, tasks: Int, samples: Int) -> (Self, Matrix) {
    let subspace = TraceNorm.SharedSubspace(
      dimension: d, rank: r, noise: 0.5, from: RandomSource(seed: 1, stream: "subspace"))
    return subspace.tasks(tasks, samples: samples, from: RandomSource(seed: 1, stream: "tasks"))
  }
}
