/// Why an iteration stopped; the iterate so far is valid in every case but `notFinite`.
public enum IterationOutcome: Equatable, Sendable {
  /// The stopping criterion is met.
  case converged
  /// The largest number of iterations is used up.
  case limitReached
  /// The method cannot go on: its operator lacks a property that it needs, which the method's documentation names.
  case brokeDown
  /// An infinity or NaN turned up.
  case notFinite
}
