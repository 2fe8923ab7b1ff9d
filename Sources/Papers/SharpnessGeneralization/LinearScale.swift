import Experiments
import NumericalCore
import Tables

extension SharpnessGeneralization {
  /// Worst-case adaptive sharpness of a linear classifier αw against the scale α, which changes no decision.
  ///
  /// Mirrors the paper's discussion of scale: adaptive sharpness is not invariant to the scale of the logits.
  struct LinearScale: Experiment {
    static let id = "sharpness-generalization/linear-scale"
    static let summary = "Adaptive sharpness of a separating linear classifier against its scale (Section 3)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "sharpness", "One row a radius and scale.",
        [
          ColumnSchema("rho", .real, #"radius $\rho$ relative to $\|w\|$"#),
          ColumnSchema("alpha", .real, #"factor $\alpha$ of the weights"#),
          ColumnSchema("sharpness", .real, "worst-case sharpness, each example with a worst case of its own"),
          ColumnSchema("train_error", .real, "share of training examples in the wrong class"),
        ])
    ]
    /// Standard deviation of a coordinate around ±v.
    private static let spread = 0.025

    @Parameter("Examples $n$.", range: .between(2, 10_000), default: 50) var n: Int
    @Parameter("Dimension $d$.", range: .between(1, 10_000), default: 100) var d: Int
    @Parameter(#"Radii $\rho$."#, range: .nonNegative.counting(1...1000), default: [0.1, 0.25, 0.5]) var rho: [Double]
    @Parameter("Steps of gradient descent of size 5.", range: .between(0, 100_000), default: 100) var steps: Int
    @Parameter("Scales, at equal ratios in $[2^{-10}, 2^{10}]$; 1 is added.", range: .between(2, 10_000), default: 30)
    var nAlpha: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      let model = makeModel(context.random("data"))
      var random = context.random("weights")
      let start = random.normals(d).map { $0 / 500 }
      let weights = model.descended(from: start, stepSize: 5, steps: steps)
      var table = TableBuilder(Self.tables[0].columns)
      for radius in rho {
        try context.checkCancellation()
        for scale in scales {
          let scaled = weights.map { scale * $0 }
          table.append(
            .real(radius), .real(scale), .real(model.sharpness(scaled, radius: radius)), .real(model.error(scaled)))
        }
      }
      return ExperimentResult(["sharpness": table.table])
    }

    private var scales: [Double] {
      let spaced = Vector.logarithmicallySpaced(from: 0x1p-10, through: 0x1p10, count: nAlpha)
      // The middle of an odd number of scales is 1 to rounding.
      return (spaced.filter { abs($0 - 1) > 1e-9 } + [1]).sorted()
    }

    /// x = y·v + 0.025·N(0, I) for a random unit vector v and as many labels 1 as −1.
    private func makeModel(_ source: RandomSource) -> LogisticSharpness {
      var random = source
      let direction = random.pointOnSphere(dimension: d)
      let labels = (0..<n).map { $0 < (n + 1) / 2 ? 1.0 : -1.0 }
      let inputs = Matrix(rows: n, columns: d) { i, j in labels[i] * direction[j] + Self.spread * random.normal() }
      return LogisticSharpness(inputs: inputs, labels: labels)
    }
  }
}
