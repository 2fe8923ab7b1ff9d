import Experiments
import NumericalCore
import Tables

extension FastAdversarialTraining {
  /// The length of a FGSM step from a random start, δ = clip(η + α·s) with η uniform in [−ε, ε]ᵈ and signs s, and its bound
  ///
  ///     E‖δ‖₂ ≤ √(E‖δ‖₂²) = √d·√(−α³/(6ε) + α²/2 + ε²/3).
  ///
  /// Mirrors Lemma 1. By symmetry the signs may be fair coins; the box of valid pixels is left out.
  struct RandomStepNorm: Experiment {
    static let id = "fast-adversarial-training/random-step-norm"
    static let summary = "Mean length of the FGSM step from a random start against its bound (Lemma 1)."
    static let tables = [
      TableSchema(
        "norms", "One row a step size.",
        [
          ColumnSchema("alpha_over_eps", .real, #"step size $\alpha/\varepsilon$"#),
          ColumnSchema("mean_l2", .real, #"mean of $\lVert\delta\rVert_2$ over the draws"#),
          ColumnSchema("rms_l2", .real, #"root of the mean of $\lVert\delta\rVert_2^2$ over the draws"#),
          ColumnSchema("bound", .real, #"the closed form of $\sqrt{\mathbb{E}\lVert\delta\rVert_2^2}$"#),
          ColumnSchema("fgsm_l2", .real, #"length of the step from the image itself, $\varepsilon\sqrt d$"#),
        ])
    ]

    @Parameter("Dimension $d$.", range: .between(1, 1e6), default: 64) var d: Int
    @Parameter(#"Radius $\varepsilon$."#, range: .between(1e-6, 1e6), default: 0.3) var eps: Double
    @Parameter(
      #"Step sizes $\alpha/\varepsilon$."#, range: .between(0, 2), default: [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2])
    var alphaOverEps: [Double]
    @Parameter("Random steps a step size.", range: .between(1, 1e8), quick: 20_000, standard: 200_000, paper: 200_000)
    var samples: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      for (index, ratio) in alphaOverEps.enumerated() {
        try context.checkCancellation()
        context.report(Double(index) / Double(alphaOverEps.count))
        var random = context.random("steps").substream(index)
        let (mean, square) = Self.moments(ratio: ratio, dimension: d, samples: samples, using: &random)
        table.append(
          .real(ratio), .real(eps * mean), .real(eps * square.squareRoot()),
          .real(Self.bound(ratio: ratio, radius: eps, dimension: d)), .real(eps * Double(d).squareRoot()))
      }
      return ExperimentResult(["norms": table.table])
    }

    /// √d·√(−α³/(6ε) + α²/2 + ε²/3) with α = ratio·ε.
    static func bound(ratio: Double, radius: Double, dimension: Int) -> Double {
      radius * (Double(dimension) * (-ratio * ratio * ratio / 6 + ratio * ratio / 2 + 1.0 / 3)).squareRoot()
    }

    /// The means of ‖δ‖₂ and ‖δ‖₂² for ε = 1.
    static func moments(
      ratio: Double, dimension: Int, samples: Int, using random: inout RandomSource
    ) -> (mean: Double, square: Double) {
      var (sum, squares) = (0.0, 0.0)
      for _ in 0..<samples {
        var length = 0.0
        for _ in 0..<dimension {
          // The sign of the step and the start are independent: |clip(η + α·s)| has the law of |min(η + α, 1)|.
          let value = min(2 * random.uniform() - 1 + ratio, 1)
          length += value * value
        }
        sum += length.squareRoot()
        squares += length
      }
      return (sum / Double(samples), squares / Double(samples))
    }
  }
}
