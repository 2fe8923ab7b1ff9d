import Experiments
import Learning
import NumericalCore
import Tables

extension FastAdversarialTraining {
  /// The columns of curves against epochs, and their rows.
  enum CurveTable {
    static let columns = [
      ColumnSchema("method", .text, "how the network was trained"),
      ColumnSchema("epoch", .integer, "epochs of training"),
      ColumnSchema("fgsm_acc", .real, "accuracy under one signed gradient step"),
      ColumnSchema("pgd_acc", .real, "accuracy under PGD"),
      ColumnSchema("fgsm_loss", .real, "mean loss under one signed gradient step"),
      ColumnSchema("pgd_loss", .real, "mean loss under PGD"),
      ColumnSchema("cos_x_eta", .real, "mean cosine of the input gradients at an image and at a random point of its ball"),
      ColumnSchema("cos_fgsm_pgd", .real, "mean cosine of the perturbations of FGSM and PGD"),
    ]

    static func row(_ method: String, epoch: Int, _ measures: RobustnessMeasures) -> [Value] {
      [
        .text(method), .integer(epoch), .real(measures.fgsmAccuracy), .real(measures.pgdAccuracy),
        .real(measures.fgsmLoss), .real(measures.pgdLoss), .real(measures.gradientCosine),
        .real(measures.perturbationCosine),
      ]
    }
  }
}
