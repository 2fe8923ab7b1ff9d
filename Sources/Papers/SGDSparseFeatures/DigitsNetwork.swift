import Experiments
import Learning
import NumericalCore
import Tables

extension SGDSparseFeatures {
  /// The paper's figure on deep networks at a small scale: a perceptron with two hidden layers on handwritten digits.
  struct DigitsNetwork: Experiment {
    static let id = "sgd-sparse-features/digits-mlp"
    static let summary =
      "Feature sparsity of both layers of a perceptron on digits, for step-size schedules (figure on deep networks)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [
      TableSchema(
        "training", "One row a schedule and recorded epoch.",
        [
          ColumnSchema("schedule", .text, "small, or large-f for the large step during a fraction f of the epochs"),
          ColumnSchema("epoch", .integer, "epochs done"),
          ColumnSchema("train_loss", .real, "mean cross-entropy on the training set; missing after divergence"),
          ColumnSchema("test_error", .real, "share of test digits that are misread"),
          ColumnSchema("sparsity_layer1", .real, #"feature sparsity coefficient at $\rho=0.95$, first layer"#),
          ColumnSchema("sparsity_layer2", .real, "the same, second layer"),
        ])
    ]
    private static let threshold = 0.95

    @Parameter("Units of each hidden layer.", name: "h", range: .between(1, 2048), quick: 64, standard: 64, paper: 128)
    var hidden: Int
    @Parameter("Epochs.", range: .between(1, 100_000), quick: 25, standard: 100, paper: 200) var epochs: Int
    @Parameter("The small step size.", range: .positive, default: 0.05) var smallEta: Double
    @Parameter("The large step size.", range: .positive, default: 0.5) var largeEta: Double
    @Parameter(
      "Fractions of the epochs with the large step; a tenth of it follows, and a hundredth in the last tenth.",
      range: ParameterRange(lower: 0, upper: 0.9, includesLower: false, count: 1...100), default: [0.1, 0.3])
    var fractions: [Double]
    @Parameter("Digits a step.", range: .between(1, 1297), default: 16) var batch: Int
    @Parameter("Epochs between two records.", range: .between(1, 100_000), quick: 1, standard: 4, paper: 5)
    var recordEvery: Int

    func validate() -> [ParameterProblem] {
      Set(fractions).count == fractions.count ? [] : [.inconsistent("fractions", "names a fraction twice")]
    }

    /// The step size of an epoch, counted from 0.
    func stepSize(_ fraction: Double?, epoch: Int) -> Double {
      guard let fraction else { return smallEta }
      let place = Double(epoch)
      if place < fraction * Double(epochs) { return largeEta }
      return place < 0.9 * Double(epochs) ? 0.1 * largeEta : 0.01 * largeEta
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let schedules = [("small", Double?.none)] + fractions.map { ("large-\($0)", Optional($0)) }
      for (index, (name, fraction)) in schedules.enumerated() {
        try train(name, fraction, &table, context) {
          context.report((Double(index) + $0) / Double(schedules.count))
        }
      }
      return ExperimentResult(["training": table.table])
    }

    private func train(
      _ name: String, _ fraction: Double?, _ table: inout TableBuilder, _ context: RunContext, report: (Double) -> Void
    ) throws {
      let (train, test) = (DigitsSample(Digits.train), DigitsSample(Digits.test))
      var network = DigitsPerceptron(
        inputs: Digits.shape.size, hidden: hidden, classes: 10, from: context.random("weights"))
      var batches = BatchSequence(count: train.labels.count, size: batch, random: context.random("batches"))
      for epoch in 0...epochs {
        if epoch % recordEvery == 0 || epoch == epochs {
          try context.checkCancellation()
          report(Double(epoch) / Double(epochs))
          guard append(network, train, test, name, epoch, &table) else { return }
        }
        if epoch == epochs { return }
        let size = stepSize(fraction, epoch: epoch)
        for _ in 0..<batches.batchesPerEpoch {
          let indices = Array(batches.next())
          network.step(train.inputs.gatheringRows(indices), indices.map { train.labels[$0] }, stepSize: size)
        }
      }
    }

    /// - Returns: whether training goes on: it has not diverged.
    private func append(
      _ network: DigitsPerceptron, _ train: DigitsSample, _ test: DigitsSample, _ name: String, _ epoch: Int,
      _ table: inout TableBuilder
    ) -> Bool {
      let (first, second, logits) = network.activations(train.inputs)
      let loss = train.loss(logits)
      guard loss <= SGDSparseFeatures.divergedLoss else {
        table.append(.text(name), .integer(epoch), .null, .null, .null, .null)
        return false
      }
      table.append(
        .text(name), .integer(epoch), .real(loss), .real(test.error(network.activations(test.inputs).logits)),
        .real(sparsity(first)), .real(sparsity(second)))
      return true
    }

    private func sparsity(_ features: Tensor<Float>) -> Double {
      let units = features.transposed()
      let elements = units.elements.map { Double($0) }
      return FeatureSparsity(
        units: Matrix(rows: units.shape[0], columns: units.shape[1], elements: elements), threshold: Self.threshold
      ).coefficient
    }
  }
}
