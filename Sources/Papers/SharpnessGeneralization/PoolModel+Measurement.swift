import Experiments
import Learning

extension SharpnessGeneralization.PoolModel {
  typealias Paper = SharpnessGeneralization

  /// Measures a trained network.
  init(
    _ setting: Setting, _ network: Network<Float>, _ conditions: Paper.TestConditions, _ meter: Paper.SharpnessMeter,
    _ kinds: [Paper.SharpnessKind], in context: RunContext
  ) throws {
    self.setting = setting
    errors = conditions.errors(of: network)
    sharpness = try kinds.map { kind in
      try context.checkCancellation()
      return meter.sharpness(of: network, kind)
    }
  }
}
