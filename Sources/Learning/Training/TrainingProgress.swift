/// Where a training is, after a step.
public struct TrainingProgress: Sendable, Hashable {
  /// Counted from 0.
  public let epoch: Int
  /// Counted from 0.
  public let step: Int
  public let totalSteps: Int
  public let stepSize: Double
  /// Mean loss of the batch before the step.
  public let loss: Double
}
