import Experiments
import Tables

extension SGDSparseFeatures {
  /// Which noise makes features sparse: the small step with noise on the labels, and a large step without any noise.
  struct NoiseOrigin: Experiment {
    static let id = "sgd-sparse-features/noise-origin"
    static let summary =
      "Controls on diagonal networks: label noise in place of a large step, and full-batch descent (role of the noise)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [TableSchema("path", "One row a schedule and recorded step.", DiagonalRecord.columns)]

    @Parameter("Samples $n$.", range: .between(1, 2000), default: 80) var n: Int
    @Parameter("Dimension $d$, above $n$.", range: .between(2, 2000), default: 200) var d: Int
    @Parameter(#"Coordinates of $\beta_*$ that are not 0."#, range: .between(1, 2000), default: 20) var r: Int
    @Parameter(
      "Steps $T$ of SGD.", name: "T", range: .between(1000, 1e8), quick: 20_000, standard: 100_000, paper: 100_001)
    var steps: Int
    @Parameter("The step size of SGD.", range: .positive, default: 0.05) var smallEta: Double
    @Parameter("Standard deviation of the label noise.", range: .nonNegative, default: 0.5) var noise: Double
    @Parameter("Fraction of the steps with label noise.", range: .between(0, 1), default: 0.5) var noiseFraction: Double
    @Parameter("The step size of full-batch descent.", range: .positive, default: 1) var gdEta: Double
    @Parameter("Steps of full-batch descent.", range: .between(1, 1e7), default: 3000) var gdSteps: Int
    @Parameter(DiagonalRecord.help, range: .between(0, 1e8), quick: 0, standard: 5000, paper: 5000) var rankEvery: Int

    func validate() -> [ParameterProblem] { DiagonalRecord.problems(samples: n, dimension: d, sparsity: r) }

    func run(in context: RunContext) throws -> ExperimentResult {
      let record = DiagonalRecord(samples: n, dimension: d, sparsity: r, rankEvery: rankEvery, in: context)
      let schedules = [
        DiagonalSchedule.constant("small", stepSize: smallEta, steps: steps),
        .labelNoise("label-noise", stepSize: smallEta, steps: steps, noise: noise, until: noiseFraction),
        .fullBatch("gd", stepSize: gdEta, steps: gdSteps),
      ]
      return ExperimentResult(["path": try record.run(schedules, in: context)])
    }
  }
}
