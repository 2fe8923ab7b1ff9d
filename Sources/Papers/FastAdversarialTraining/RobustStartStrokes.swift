import Experiments
import Learning
import NumericalCore
import Tables

extension FastAdversarialTraining {
  /// A robust network of three convolutions on generated digits loses much of its robustness within one epoch of training
  /// by FGSM, unseen by FGSM itself.
  ///
  /// Mirrors the fall within about an epoch of Figures 1 and 11.
  struct RobustStartStrokes: Experiment {
    static let id = "fast-adversarial-training/robust-start-strokes"
    static let summary = "One epoch of training by each method from robust weights, three convolutions (Figures 1 and 11)."
    static let replication = Replication.seeds(quick: 1, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "curves", "One row a method and measured step since the switch; method `start` is the end of phase 1.",
        [
          ColumnSchema("method", .text, "how training went on"), ColumnSchema("step", .integer, "steps since the switch"),
          ColumnSchema("clean_acc", .real, "accuracy on the test images"),
          ColumnSchema("fgsm_acc", .real, "accuracy under one signed gradient step"),
          ColumnSchema("pgd_acc", .real, "accuracy under PGD"),
          ColumnSchema(
            "cos_x_eta", .real, "mean cosine of the input gradients at an image and at a random point of its ball"),
        ])
    ]

    @Parameter("Training methods of phase 2.", default: [.fgsm, .fgsmRS, .pgd]) var methods: [TrainingMethod]
    @Parameter(
      #"Radius $\varepsilon$ in units of a pixel."#, range: ParameterRange(lower: 0, upper: 0.5, includesLower: false),
      default: 0.2)
    var eps: Double
    @Parameter("Width $w$: the layers have $w$, $2w$ and $4w$ filters.", range: .between(1, 64), default: 8) var width: Int
    @Parameter("Training images.", range: .between(128, 100_000), default: 3840) var train: Int
    @Parameter("Test images.", range: .between(1, 10_000), default: 500) var test: Int
    @Parameter("Epochs of robust training.", range: .between(1, 1000), quick: 4, standard: 16, paper: 16) var phase1Epochs: Int
    @Parameter("Epochs by each method.", range: .between(1, 1000), default: 1) var phase2Epochs: Int
    @Parameter("Largest step size of Adam in phase 1.", range: .between(0, 1), default: 0.005) var lrMax: Double
    @Parameter("Step size of Adam in phase 2.", range: .between(0, 1), default: 0.005) var phase2Lr: Double
    @Parameter(#"Weight $\lambda$ of the alignment penalty."#, range: .between(0, 1e6), default: 1) var lambda: Double
    @Parameter("Steps of PGD at the start and at the end of phase 2.", range: .between(0, 10_000), default: 30)
    var pgdSteps: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let strokes = Strokes(side: 16, noise: 0.05)
      let (images, held) = (strokes.train(train), strokes.test(test))
      func measure(_ network: Network<Float>, _ method: String, _ step: Int, steps: Int) {
        let measures = RobustnessMeasures(
          network, on: held, radius: eps, steps: steps, restarts: 1, random: context.random("test"))
        table.append(
          .text(method), .integer(step), .real(measures.cleanAccuracy), .real(measures.fgsmAccuracy),
          .real(measures.pgdAccuracy), .real(measures.gradientCosine))
      }
      let robust = try robustNetwork(images, in: context)
      measure(robust, "start", 0, steps: pgdSteps)
      for (index, method) in methods.enumerated() {
        var trainer = AdversarialTrainer(
          robust, on: images, method: method, radius: eps, alignment: lambda,
          batches: context.random("batches of phase 2"), noise: context.random("noise of phase 2"))
        let steps = phase2Epochs * trainer.stepsPerEpoch
        for step in 1...steps {
          trainer.step(stepSize: phase2Lr)
          if step == steps {
            measure(trainer.network, method.rawValue, step, steps: pgdSteps)
          } else if step % 10 == 0 {
            measure(trainer.network, method.rawValue, step, steps: 10)
          }
          try context.checkCancellation()
        }
        context.report(0.8 + 0.2 * Double(index + 1) / Double(methods.count))
      }
      return ExperimentResult(["curves": table.table])
    }

    /// Phase 1: PGD training with a radius that grows linearly over the first half of the steps; without that, training
    /// stays at chance.
    private func robustNetwork(_ images: ImageDataset, in context: RunContext) throws -> Network<Float> {
      let network = Network<Float>(input: [16, 16, 1], random: context.random("weights")) {
        Convolution2D(width, kernel: 3, padding: 1, activation: .relu)
        Convolution2D(2 * width, kernel: 3, stride: 2, padding: 1, activation: .relu)
        Convolution2D(4 * width, kernel: 3, stride: 2, padding: 1, activation: .relu)
        Flatten()
        Dense(10, initialisation: .leCunNormal)
      }
      var trainer = AdversarialTrainer(
        network, on: images, method: .pgd, radius: eps, alignment: lambda, batches: context.random("batches"),
        noise: context.random("noise"))
      let steps = phase1Epochs * trainer.stepsPerEpoch
      for step in 0..<steps {
        trainer.step(
          stepSize: triangularStepSize(step, of: steps, largest: lrMax),
          radiusShare: min(1, 2 * Double(step) / Double(steps)))
        if step % 10 == 0 {
          try context.checkCancellation()
          context.report(0.8 * Double(step) / Double(steps))
        }
      }
      return trainer.network
    }
  }
}
