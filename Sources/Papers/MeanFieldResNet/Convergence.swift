import Experiments
import NumericalCore
import Tables

extension MeanFieldResNet {
  /// The training loss under the mean-field flow, and the smallest eigenvalue of its Gram matrix along the path.
  ///
  /// Mirrors the paper's lower bound on that eigenvalue and its linear convergence.
  struct Convergence: Experiment {
    static let id = "mean-field-resnet/convergence"
    static let summary =
      "Loss and smallest Gram eigenvalue along the mean-field flow of a deep ResNet, by output scale."
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
