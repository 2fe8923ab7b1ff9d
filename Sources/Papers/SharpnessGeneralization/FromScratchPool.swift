import Experiments
import Learning
import NumericalCore

extension SharpnessGeneralization {
  /// Networks trained on the digits from their own random weights, at several step sizes; mirrors Section 4 and its figures
  /// of networks trained from scratch.
  struct FromScratchPool: Experiment {
    static let id = "sharpness-generalization/from-scratch"
    static let summary =
      "Sharpness against errors for networks trained from scratch at several step sizes (Section 4)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = PoolTables.schemas(.stepSize)

    @Parameter("Width of the two hidden layers.", range: .between(1, 1024), quick: 32, standard: 48, paper: 128)
    var h: Int
    @Parameter(
      "Step sizes.", range: ParameterRange(lower: 0, upper: 10, includesLower: false, count: 1...64),
      default: [0.01, 0.02, 0.04, 0.08, 0.15])
    var lr: [Double]
    @Parameter(
      #"Radii $\rho$ of sharpness-aware steps; 0 is plain descent."#, range: .between(0, 10).counting(1...64),
      quick: [0], standard: [0, 0.05], paper: [0, 0.05, 0.1])
    var sam: [Double]
    @Parameter("Epochs of training.", range: .between(1, 10_000), quick: 15, standard: 25, paper: 200) var epochs: Int
    @Parameter(
      "Training images that sharpness is measured on.", range: .between(1, 1297), quick: 256, standard: 512, paper: 1024)
    var ns: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      let data = Digits.train
      let conditions = TestConditions.digits(train: data, noise: context.random("noise"))
      let batches = BatchSequence(count: data.count, size: 64, random: context.random("batches"))
      let settings = lr.flatMap { lr in
        ["none", "both"].flatMap { augmentation in
          sam.map { PoolModel.Setting(stepSize: lr, samRadius: $0, augmentation: augmentation, hidden: h) }
        }
      }
      let networks = settings.indices.map {
        perceptron(data.shape, hidden: h, random: context.random("weights").substream($0))
      }
      let meter = SharpnessMeter(
        data[0..<ns], parameterCount: networks[0].parameterCount, random: context.random("draws"))
      let changes: [Augmentation] = [
        .translation(pixels: 1, probability: 0.5, coin: .batch, direction: .batch), .noise(0.1),
      ]
      var models: [PoolModel] = []
      for (index, setting) in settings.enumerated() {
        context.report(Double(index) / Double(settings.count))
        var network = networks[index]
        let training = PoolTraining(
          stepSize: setting.stepSize, steps: epochs * batches.batchesPerEpoch, samRadius: setting.samRadius,
          augmentations: setting.isAugmented ? changes : [])
        try training.train(
          &network, on: data, batches: batches, random: context.random("augmentation").substream(index),
          check: context.checkCancellation)
        models.append(try PoolModel(setting, network, conditions, meter, SharpnessKind.all, in: context))
      }
      return PoolTables(variation: .stepSize, kinds: SharpnessKind.all).result(models)
    }
  }
}
