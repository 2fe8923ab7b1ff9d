import Experiments
import Learning
import Tables

extension RobustOverfitting {
  /// Robust overfitting where it was first seen: the robust test error of a perceptron rises while adversarial training
  /// goes on. With clean labels it does not.
  struct AdversarialTraining: Experiment {
    static let id = "robust-overfitting/adversarial-training"
    static let summary =
      "Robust training and test error along adversarial training on images, with and without label noise."
    static let replication = Replication.seeds(quick: 1, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "curves", "One row a level of label noise and evaluated epoch; shares of wrong images.",
        [
          ColumnSchema("tau", .real, "share of replaced training labels"),
          ColumnSchema("epoch", .integer, "epochs of training"),
          ColumnSchema("train_clean", .real, "training error, against the labels trained on"),
          ColumnSchema("train_robust", .real, "the same under attack"),
          ColumnSchema("test_clean", .real, "test error, against the true labels"),
          ColumnSchema("test_robust", .real, "the same under attack"),
        ])
    ]

    @Parameter("Training images $n$, at random among all.", range: .between(1, 50_000), quick: 150, standard: 300, paper: 1297)
    var n: Int
    @Parameter("Units $h$ of each hidden layer.", range: .between(1, 4096), quick: 64, standard: 256, paper: 1024)
    var h: Int
    @Parameter("Epochs of training.", range: .between(1, 10_000), quick: 20, standard: 100, paper: 200) var epochs: Int
    @Parameter("Epochs from one evaluation to the next; the last is always evaluated.", range: .atLeast(1), default: 5)
    var evaluateEvery: Int
    @Parameter(
      #"Radius $\varepsilon$ of the $\ell_\infty$ ball, in units of a pixel."#, range: .between(0, 1), default: 0.1)
    var eps: Double
    @Parameter(
      #"Shares $\tau$ of replaced labels."#, range: .between(0, 1), quick: [0, 0.2], standard: [0, 0.2],
      paper: [0, 0.1, 0.2])
    var tau: [Double]

    @Parameter("Folder of CIFAR-10, binary version, in place of the digits.", default: "") var cifar10: String

    private static let cifarFiles = (1...5).map { "data_batch_\($0).bin" } + ["test_batch.bin"]
    var dataFiles: [String] { cifar10.isEmpty ? [] : Self.cifarFiles.map { "\(cifar10)/\($0)" } }

    func validate() -> [ParameterProblem] {
      if !cifar10.isEmpty || n <= Digits.trainCount { return [] }
      return [.inconsistent("n", "\(n) images: there are \(Digits.trainCount) digits for training")]
    }

    /// The images for training and those of the test.
    private func images(in context: RunContext) throws -> (train: ImageDataset, test: ImageDataset) {
      if cifar10.isEmpty { return (Digits.train, Digits.test) }
      let files = try dataFiles.map { FileBytes(name: $0, bytes: try context.data($0)) }
      let train = try CIFAR10.read(files.dropLast())
      if n > train.count { throw DataError.tooFew(name: "CIFAR-10", wanted: n, found: train.count) }
      return (train, try CIFAR10.read(files.suffix(1)))
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let images = try images(in: context)
      for (index, tau) in tau.enumerated() {
        let data = NoisyImages.sample(n, of: images.train, noise: tau, random: context.random("data"))
        var training = PerceptronTraining(on: data, width: h, radius: eps, random: context.random("training"))
        var attacks = context.random("evaluation")
        for epoch in 1...epochs {
          try context.checkCancellation()
          context.report((Double(index) + Double(epoch) / Double(epochs)) / Double(self.tau.count))
          training.runEpoch()
          guard epoch % evaluateEvery == 0 || epoch == epochs else { continue }
          let train = training.errors(on: data, using: &attacks)
          let test = training.errors(on: images.test, using: &attacks)
          table.append(
            .real(tau), .integer(epoch), .real(train.clean), .real(train.robust), .real(test.clean),
            .real(test.robust))
        }
      }
      return ExperimentResult(["curves": table.table])
    }
  }
}
