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

    var record = TrainingRecord()

    func validate() -> [ParameterProblem] { record.problems() }

    func run(in context: RunContext) throws -> ExperimentResult {
      ExperimentResult(["training": try record.run(in: context)])
    }
  }
}
