import NumericalCore

/// What is minimised: a number for every example of a batch, from the network's outputs.
public struct TrainingLoss<Scalar: TensorScalar>: Sendable {
  /// Losses `[examples]` of outputs `[examples, …]`.
  public let values: @Sendable (Variable<Scalar>, Examples<Scalar>) -> Variable<Scalar>

  public init(_ values: @escaping @Sendable (Variable<Scalar>, Examples<Scalar>) -> Variable<Scalar>) {
    self.values = values
  }

  /// Cross-entropy with the labels, smoothed by a share in [0, 1].
  public static func crossEntropy(smoothing: Double = 0) -> TrainingLoss {
    TrainingLoss { $0.crossEntropies($1.labels, smoothing: Scalar(smoothing)) }
  }

  /// Mean squared error of the outputs; targets, or ones in the columns of the labels.
  public static var squaredError: TrainingLoss {
    TrainingLoss { outputs, batch in
      outputs.squaredErrors(batch.targets ?? .oneHot(batch.labels, classes: outputs.shape[-1]))
    }
  }

  /// log(1 + exp(−y·z)) of one output, with labels ±1.
  public static var logistic: TrainingLoss { TrainingLoss { $0.logisticLosses(signs: $1.labels) } }
}
