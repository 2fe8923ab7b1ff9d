import Experiments
import Learning
import NumericalCore
import Tables

extension FastAdversarialTraining {
  /// The cosine between the input gradients of an untrained one-layer network at x and at x + η, and its lower bound
  ///
  ///     max(1 − √2·√(E exp(−⟨w/‖w‖₂, z⟩²/ε²)), ½),  z uniform in [0, 1]⁹, w normal.
  ///
  /// Mirrors Lemma 2: gradients are aligned before training, so training is what turns them.
  struct AlignmentAtInit: Experiment {
    static let id = "fast-adversarial-training/alignment-at-init"
    static let summary = "Alignment of input gradients of an untrained network against its lower bound (Lemma 2)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "alignment", "One row a radius.",
        [
          ColumnSchema("eps", .real, #"radius $\varepsilon$"#),
          ColumnSchema("cos", .real, "mean cosine of the two gradients"),
          ColumnSchema("bound", .real, "the lower bound"),
        ])
    ]
    /// Pixels of a patch.
    private static let patch = 9

    @Parameter("Filters of the network.", range: .between(1, 4096), default: 256) var filters: Int
    @Parameter(
      #"Radii $\varepsilon$."#, range: ParameterRange(lower: 0, upper: 10, includesLower: false),
      default: [0.02, 0.05, 0.1, 0.2, 0.3])
    var eps: [Double]
    @Parameter("Random images.", range: .between(1, 100_000), default: 200) var points: Int
    @Parameter("Draws of filter and patch for the bound.", range: .between(1, 1e8), default: 200_000) var samples: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let classifier = Classifier(oneLayerNetwork(filters: filters, random: context.random("weights")))
      var random = context.random("images")
      let images = Tensor<Float>.uniform([points, 8, 8, 1], using: &random)
      let labels = (0..<points).map { _ in random.integer(below: 10) }
      let gradient = InputGradient.at(images, labels, classifier)
      let products = squaredProducts(context.random("bound"))
      for (index, radius) in eps.enumerated() {
        try context.checkCancellation()
        context.report(Double(index) / Double(eps.count))
        var noise = context.random("noise").substream(index)
        let moved = images + .uniform(images.shape, in: -radius..<radius, using: &noise)
        let cosine = Statistics.mean(InputGradient.cosines(gradient, InputGradient.at(moved, labels, classifier)))
        table.append(.real(radius), .real(cosine), .real(Self.bound(products, radius: radius)))
      }
      return ExperimentResult(["alignment": table.table])
    }

    /// Draws of ⟨w/‖w‖₂, z⟩².
    private func squaredProducts(_ source: RandomSource) -> [Double] {
      var random = source
      return (0..<samples).map { _ in
        var (product, square) = (0.0, 0.0)
        for _ in 0..<Self.patch {
          let weight = random.normal()
          product += weight * random.uniform()
          square += weight * weight
        }
        return product * product / square
      }
    }

    static func bound(_ squaredProducts: [Double], radius: Double) -> Double {
      let mean = Statistics.mean(squaredProducts.map { Elementary.exp(-$0 / (radius * radius)) })
      return max(1 - (2 * mean).squareRoot(), 0.5)
    }
  }
}
