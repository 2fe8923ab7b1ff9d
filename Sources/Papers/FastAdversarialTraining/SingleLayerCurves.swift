import Experiments
import Learning
import NumericalCore
import Tables

extension FastAdversarialTraining {
  /// A one-layer network while it is trained, with its filters and feature maps at the end.
  ///
  /// Mirrors Figures 4 and 11: the collapse happens in a network of one layer, and goes with gradients that turn.
  struct SingleLayerCurves: Experiment {
    static let id = "fast-adversarial-training/single-layer-curves"
    static let summary = "Accuracies, losses and gradient alignment against epochs, one hidden layer (Figures 4 and 11)."
    static let replication = Replication.seeds(quick: 1, standard: 5, paper: 5)
    static let tables = [
      TableSchema("curves", "One row a method and measured epoch.", CurveTable.columns),
      TableSchema(
        "filters", "The pixels of the filters after FGSM training, the largest filter first.",
        [
          ColumnSchema("filter", .integer, "rank of the filter by its norm, from 0"),
          ColumnSchema("norm", .real, "its Euclidean norm"), ColumnSchema("row", .integer),
          ColumnSchema("column", .integer), ColumnSchema("weight", .real),
        ]),
      TableSchema(
        "feature_maps", "What the filters of `filters` see in one test digit and in its FGSM perturbation.",
        [
          ColumnSchema("filter", .integer, "rank of the filter by its norm, from 0"),
          ColumnSchema("point", .text, "x or x_fgsm"), ColumnSchema("row", .integer), ColumnSchema("column", .integer),
          ColumnSchema("activation", .real),
        ]),
    ]

    @Parameter("Training methods.", default: [.fgsm, .gradalign, .pgd]) var methods: [TrainingMethod]
    @Parameter(
      #"Radius $\varepsilon$ in units of a pixel."#, range: ParameterRange(lower: 0, upper: 0.5, includesLower: false),
      default: 0.3)
    var eps: Double
    @Parameter("Filters of the network.", range: .between(1, 256), default: 16) var filters: Int
    @Parameter("Epochs of training.", range: .between(1, 10_000), quick: 30, standard: 60, paper: 60) var epochs: Int
    @Parameter("Epochs between measurements.", range: .between(1, 10_000), default: 3) var every: Int
    @Parameter("Largest step size of Adam.", range: .between(0, 1), default: 0.01) var lrMax: Double
    @Parameter(#"Weight $\lambda$ of the alignment penalty."#, range: .between(0, 1e6), default: 3) var lambda: Double
    @Parameter("Steps of PGD in the test.", range: .between(0, 10_000), default: 10) var pgdSteps: Int
    @Parameter("The test digit of the feature maps.", range: .between(0, 499), default: 0) var digit: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      var curves = TableBuilder(Self.tables[0].columns)
      var pictured: Network<Float>?
      for (index, method) in methods.enumerated() {
        var trainer = AdversarialTrainer(
          oneLayerNetwork(filters: filters, random: context.random("weights")), on: Digits.train, method: method,
          radius: eps, alignment: lambda, batches: context.random("batches"), noise: context.random("noise"))
        let steps = epochs * trainer.stepsPerEpoch
        for epoch in 0...epochs {
          if epoch > 0 {
            for step in ((epoch - 1) * trainer.stepsPerEpoch)..<(epoch * trainer.stepsPerEpoch) {
              trainer.step(stepSize: triangularStepSize(step, of: steps, largest: lrMax))
            }
          }
          try context.checkCancellation()
          context.report((Double(index) + Double(epoch) / Double(epochs)) / Double(methods.count))
          if epoch % every != 0 && epoch != epochs { continue }
          let measures = RobustnessMeasures(
            trainer.network, on: Digits.test, radius: eps, steps: pgdSteps, restarts: 1, random: context.random("test"))
          curves.append(row: CurveTable.row(method.rawValue, epoch: epoch, measures))
        }
        if method == .fgsm || pictured == nil { pictured = trainer.network }
      }
      return ExperimentResult([
        "curves": curves.table, "filters": filterTable(pictured),
        "feature_maps": featureTable(pictured, random: context.random("picture")),
      ])
    }

    /// Filters by falling norm.
    private func ranked(_ network: Network<Float>) -> [(filter: Int, norm: Double)] {
      let weights = filterWeights(network)
      let norms = weights.reduced(.sumOfSquares, along: 0).map(.squareRoot).elements.map(Double.init)
      return norms.indices.sorted { norms[$0] != norms[$1] ? norms[$0] > norms[$1] : $0 < $1 }.map { ($0, norms[$0]) }
    }

    /// `[9 × filters]`.
    private func filterWeights(_ network: Network<Float>) -> Tensor<Float> {
      network.parameters.slice(from: network.slots[0].range.lowerBound, shape: [9, filters])
    }

    private func filterTable(_ network: Network<Float>?) -> Table {
      var table = TableBuilder(Self.tables[1].columns)
      guard let network else { return table.table }
      let weights = filterWeights(network)
      for (rank, (filter, norm)) in ranked(network).enumerated() {
        for pixel in 0..<9 {
          table.append(
            .integer(rank), .real(norm), .integer(pixel / 3), .integer(pixel % 3), .real(Double(weights[pixel, filter])))
        }
      }
      return table.table
    }

    private func featureTable(_ network: Network<Float>?, random: RandomSource) -> Table {
      var table = TableBuilder(Self.tables[2].columns)
      guard let network else { return table.table }
      var random = random
      let image = Digits.test.batch(digit..<(digit + 1))
      let ball = PerturbationBall<Float>(.linf, radius: Float(eps))
      let moved = FastGradientAttack(ball).perturb(
        image, labels: [Digits.test.labels[digit]], of: Classifier(network), using: &random)
      let order = ranked(network)
      for (name, point) in [("x", image), ("x_fgsm", moved)] {
        let variables = network.variables(tracking: false)
        let maps = (Variable(point).convolved(with: variables[0], padding: 1) + variables[1]).relu().value
        for (rank, (filter, _)) in order.enumerated() {
          for pixel in 0..<64 {
            let value = maps[0, pixel / 8, pixel % 8, filter]
            table.append(
              .integer(rank), .text(name), .integer(pixel / 8), .integer(pixel % 8), .real(Double(value)))
          }
        }
      }
      return table.table
    }
  }
}
