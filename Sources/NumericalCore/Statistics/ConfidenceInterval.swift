/// An estimate with the two ends of its confidence interval.
public struct ConfidenceInterval: Equatable, Sendable {
  /// The point estimate.
  public let estimate: Double
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double

  /// An interval around an estimate.
  public init(estimate: Double, lower: Double, upper: Double) {
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
  }
}
