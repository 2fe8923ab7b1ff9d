import Tables

/// What a training did besides changing the network.
public struct TrainingResult: Sendable {
  public let outcome: TrainingOutcome
  /// Steps made.
  public let steps: Int
  /// One row an epoch: `epoch` (from 1), `step` (steps made), `step_size`, `loss` and `accuracy` on the batches trained on,
  /// and, if there were test examples, `test_loss` and `test_accuracy`. Accuracies are missing without labels.
  public let epochs: Table
}
