import Experiments
import Learning

extension SharpnessGeneralization.PoolModel {
  /// Measures a trained network.
  init(
    _ setting: Setting, _ network: Network<Float>, _ conditions: SharpnessGeneralization.TestConditions,
    _ meter: SharpnessGeneralization.SharpnessMeter, _ kinds: [SharpnessGeneralization.SharpnessKind],
    in context: RunContext
  ) throws {
    self.setting = setting
    errors = conditions.errors(of: network)
    sharpness = try kinds.map { kind in
      try context.checkCancellation()
      return meter.sharpness(of: network, kind)
    }
  }
}
