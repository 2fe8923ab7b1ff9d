import Experiments
import NumericalCore
import Tables

extension MeanFieldResNet {
  /// How far the particle laws move from their Gaussian start, in relative entropy, while the loss falls.
  ///
  /// Mirrors the paper's bound on KL(τ_t‖τ_0) and KL(ν_t‖ν_0). The runs are those of `convergence`.
  struct KLGrowth: Experiment {
    static let id = "mean-field-resnet/kl-growth"
    static let summary =
      "Relative entropy between the particle laws and their start along the mean-field flow, by output scale."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 10)
    static let tables = [
      TableSchema("training", "One row an output scale and recorded time.", TrainingRecord.columns)
    ]

    @Parameter("Training points $n$.", range: .between(1, 5000), quick: 20, standard: 40, paper: 1000) var n: Int
    @Parameter("Depth $L$.", name: "L", range: .between(0, 10_000), quick: 6, standard: 10, paper: 64) var depth: Int
    @Parameter("Width $M$ of a layer.", name: "M", range: .between(1, 100_000), quick: 32, standard: 64, paper: 512)
    var width: Int
    @Parameter(
      "Output particles $K$, an even number.", name: "K", range: .between(2, 1_000_000), quick: 200, standard: 400,
      paper: 4096)
    var outputWidth: Int
    @Parameter("Dimension $d$ of the inputs.", range: .between(2, 1000), default: 3) var d: Int
    @Parameter(
      #"Output scales $\beta$."#, range: .between(0.01, 1000), quick: [1, 2, 4, 8], standard: [1, 2, 4, 8, 16],
      paper: [1, 2, 4, 8, 16, 32, 64])
    var beta: [Double]
    @Parameter(#"Branch scale $\alpha$."#, range: .between(0, 100), default: 1) var alpha: Double
    @Parameter(#"$\beta^2$ times the end time."#, range: .positive, quick: 20, standard: 60, paper: 200)
    var scaledTime: Double
    @Parameter(
      #"Step of the flow; 0 for `step_factor` times $\min(0.05, 0.4/\beta^2)$."#, range: .nonNegative, default: 0)
    var dt: Double
    @Parameter("Factor of the rule for the step.", range: .between(1e-4, 1), quick: 0.5, standard: 0.5, paper: 0.125)
    var stepFactor: Double
    @Parameter("Steps from one record to the next.", range: .atLeast(1), quick: 10, standard: 10, paper: 100)
    var recordEvery: Int

    private var record: TrainingRecord {
      TrainingRecord(
        samples: n, depth: depth, width: width, outputWidth: outputWidth, dimension: d, alpha: alpha,
        scaledTime: scaledTime, step: dt, stepFactor: stepFactor, recordEvery: recordEvery)
    }

    func validate() -> [ParameterProblem] { record.problems(beta) }

    func run(in context: RunContext) throws -> ExperimentResult {
      ExperimentResult(["training": try record.run(beta, in: context)])
    }
  }
}
