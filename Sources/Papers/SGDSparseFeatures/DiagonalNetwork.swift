import Experiments
import NumericalCore
import Tables

extension SGDSparseFeatures {
  /// The paper's figure on diagonal linear networks: loss, test loss, sparsity and rank for step-size schedules.
  struct DiagonalNetwork: Experiment {
    static let id = "sgd-sparse-features/diagonal-network"
    static let summary =
      "Small and large steps on a diagonal linear network: loss, risk, sparsity and rank (figure on diagonal networks)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [TableSchema("path", "One row a schedule and recorded step.", DiagonalRecord.columns)]
    /// The step between the small and the large one, decayed half way.
    private static let middleStep = 0.15

    @Parameter("Samples $n$.", range: .between(1, 2000), default: 80) var n: Int
    @Parameter("Dimension $d$, above $n$.", range: .between(2, 2000), default: 200) var d: Int
    @Parameter(#"Coordinates of $\beta_*$ that are not 0."#, range: .between(1, 2000), default: 20) var r: Int
    @Parameter("Steps $T$.", name: "T", range: .between(1000, 1e8), quick: 20_000, standard: 100_000, paper: 100_001)
    var steps: Int
    @Parameter("The small step size.", range: .positive, quick: 0.05, standard: 0.05, paper: 0.25) var smallEta: Double
    @Parameter("The large step size.", range: .positive, quick: 0.22, standard: 0.2, paper: 0.282) var largeEta: Double
    @Parameter(
      "Fractions of the steps after which the large step decays.",
      range: ParameterRange.strictlyBetween(0, 1).counting(1...100), quick: [0.02, 0.1, 0.3, 0.5],
      standard: [0.02, 0.1, 0.3, 0.5], paper: [0.1, 0.3, 0.5])
    var decayFractions: [Double]
    @Parameter(
      "What it is divided by then: one number, or one a fraction.",
      range: ParameterRange.greaterThan(1).counting(1...100), quick: [4], standard: [4], paper: [4.8, 3.4, 1.5])
    var decayFactor: [Double]
    @Parameter(DiagonalRecord.help, range: .between(0, 1e8), quick: 0, standard: 5000, paper: 5000) var rankEvery: Int

    func validate() -> [ParameterProblem] {
      if decayFactor.count != 1 && decayFactor.count != decayFractions.count {
        let counts = "\(decayFactor.count) elements for \(decayFractions.count) fractions"
        return [.inconsistent("decay_factor", "has \(counts): give one or all")]
      }
      if Set(decayFractions).count != decayFractions.count {
        return [.inconsistent("decay_fractions", "names a fraction twice")]
      }
      return DiagonalRecord.problems(samples: n, dimension: d, sparsity: r)
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      let large = decayFractions.enumerated().map { index, fraction in
        DiagonalSchedule.decaying(
          "large-\(fraction)", stepSize: largeEta, steps: steps, after: fraction,
          by: decayFactor.count == 1 ? decayFactor[0] : decayFactor[index])
      }
      let schedules = [
        DiagonalSchedule.constant("small", stepSize: smallEta, steps: steps),
        .decaying("mid", stepSize: Self.middleStep, steps: steps, after: 0.5, by: decayFactor[0]),
      ]
      let record = DiagonalRecord(samples: n, dimension: d, sparsity: r, rankEvery: rankEvery, in: context)
      return ExperimentResult(["path": try record.run(schedules + large, in: context)])
    }
  }
}
