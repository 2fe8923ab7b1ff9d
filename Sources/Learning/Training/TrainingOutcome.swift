/// How a training ended.
public enum TrainingOutcome: Sendable, Hashable {
  case finished
  /// The loss or its gradient was not finite at this step, counted from 0; the network has its last finite parameters.
  case diverged(step: Int)
  /// The observer asked for the end after this step.
  case stopped(step: Int)
}
