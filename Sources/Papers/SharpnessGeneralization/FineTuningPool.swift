import Experiments
import Learning
import NumericalCore

extension SharpnessGeneralization {
  /// One network, trained on all digits under strong changes, fine-tuned on few clean ones at several step sizes; mirrors
  /// Section 4 and its figures of fine-tuned networks.
  struct FineTuningPool: Experiment {
    static let id = "sharpness-generalization/fine-tuning"
    static let summary = "Sharpness against errors for networks fine-tuned from one at several step sizes (Section 4)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = PoolTables.schemas(.stepSize)
    /// Images that networks are fine-tuned on.
    private static let fewImages = 400

    @Parameter("Width of the two hidden layers.", range: .between(1, 1024), quick: 32, standard: 48, paper: 128)
    var h: Int
    @Parameter(
      "Step sizes of fine-tuning.", range: ParameterRange(lower: 0, upper: 10, includesLower: false, count: 1...64),
      default: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1])
    var lr: [Double]
    @Parameter(
      "Steps of the training before fine-tuning.", range: .between(1, 1e6), quick: 800, standard: 1500, paper: 10_000)
    var pretrainSteps: Int
    @Parameter(
      #"Radii $\rho$ of sharpness-aware steps in fine-tuning; 0 is plain descent."#,
      range: .between(0, 10).counting(1...64), quick: [0], standard: [0, 0.05], paper: [0, 0.05, 0.1])
    var finetuneSam: [Double]
    @Parameter("Networks of each setting.", range: .between(1, 100), default: 2) var replicates: Int
    @Parameter("Steps of fine-tuning.", range: .between(1, 1e6), quick: 200, standard: 300, paper: 1000)
    var finetuneSteps: Int
    @Parameter(
      "Images of fine-tuning that sharpness is measured on: the first of them, and all 400 if there are not so many.",
      range: .between(1, 1297), quick: 256, standard: 512, paper: 1024)
    var ns: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      let start = try pretrained(context)
      context.report(0.2)
      var random = context.random("few")
      let few = Digits.train.subset(random.sample(Self.fewImages, of: Digits.trainCount))
      let conditions = TestConditions.digits(train: few, noise: context.random("noise"))
      let meter = SharpnessMeter(
        few[0..<min(ns, few.count)], parameterCount: start.parameterCount, random: context.random("draws"))
      let settings = lr.flatMap { lr in
        finetuneSam.flatMap { sam in
          (0..<replicates).map { PoolModel.Setting(stepSize: lr, samRadius: sam, hidden: h, replicate: $0) }
        }
      }
      var models: [PoolModel] = []
      for (index, setting) in settings.enumerated() {
        var network = start
        let training = PoolTraining(stepSize: setting.stepSize, steps: finetuneSteps, samRadius: setting.samRadius)
        let batches = BatchSequence(
          count: few.count, size: 32, sampling: .withReplacement, random: context.random("batches").substream(index))
        try training.train(
          &network, on: few, batches: batches, random: context.random("unused"), check: context.checkCancellation)
        models.append(try PoolModel(setting, network, conditions, meter, SharpnessKind.all, in: context))
        context.report(0.2 + 0.8 * Double(index + 1) / Double(settings.count))
      }
      return PoolTables(variation: .stepSize, kinds: SharpnessKind.all).result(models)
    }

    private func pretrained(_ context: RunContext) throws -> Network<Float> {
      let data = Digits.train
      var network = perceptron(data.shape, hidden: h, random: context.random("weights"))
      let training = PoolTraining(
        stepSize: 0.05, steps: pretrainSteps,
        augmentations: [.translation(pixels: 1, probability: 0.8), .contrast(scale: 0.35...1, lift: 0.6), .noise(0...0.25)])
      let batches = BatchSequence(
        count: data.count, size: 64, sampling: .withReplacement, random: context.random("pretraining"))
      try training.train(
        &network, on: data, batches: batches, random: context.random("augmentation"), check: context.checkCancellation)
      return network
    }
  }
}
