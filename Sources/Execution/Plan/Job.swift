import Experiments

/// One run of an experiment: all its parameters and which replicate.
package struct Job: Sendable {
  /// The swept parameters' values.
  package var point: [ResolvedParameters.Entry]
  package var parameters: ResolvedParameters
  /// What the run is told; `single` for a deterministic experiment whatever the seed.
  package var replicate: Replicate
  /// What its rows have in the column `seed`, if there is one.
  package var seed: Int?
  package var notebookSeed: Int
  package var key: JobKey
}
