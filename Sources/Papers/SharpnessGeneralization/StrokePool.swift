import Experiments
import Learning
import NumericalCore

extension SharpnessGeneralization {
  /// Networks trained on 1000 stroke images with one step size, each with batches of its own.
  struct StrokePool {
    static let stepSize = 0.05
    private static let trainCount = 1000
    /// Training images that sharpness is measured on.
    private static let sharpnessCount = 512

    let steps: Int
    let testCount: Int
    let variation: PoolTables.Variation

    func run(_ settings: [PoolModel.Setting], in context: RunContext) throws -> ExperimentResult {
      let data = Strokes(noise: TestConditions.strokeNoise).train(StrokePool.trainCount)
      let conditions = TestConditions.strokes(train: data, count: testCount)
      let networks = settings.enumerated().map { index, setting in
        perceptron(data.shape, hidden: setting.hidden, random: context.random("weights").substream(index))
      }
      let meter = SharpnessMeter(
        data[0..<StrokePool.sharpnessCount], parameterCount: networks.map(\.parameterCount).max() ?? 0,
        random: context.random("draws"))
      var models: [PoolModel] = []
      for (index, setting) in settings.enumerated() {
        context.report(Double(index) / Double(settings.count))
        var network = networks[index]
        let training = PoolTraining(
          stepSize: setting.stepSize, steps: steps, weightDecay: setting.weightDecay, samRadius: setting.samRadius,
          augmentations: StrokeAugmentation(rawValue: setting.augmentation)?.changes ?? [])
        let batches = BatchSequence(
          count: data.count, size: 64, sampling: .withReplacement, random: context.random("batches").substream(index))
        try training.train(
          &network, on: data, batches: batches, random: context.random("augmentation").substream(index),
          check: context.checkCancellation)
        models.append(try PoolModel(setting, network, conditions, meter, SharpnessKind.plain, in: context))
      }
      return PoolTables(variation: variation, kinds: SharpnessKind.plain).result(models)
    }
  }
}
