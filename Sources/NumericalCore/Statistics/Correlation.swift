/// A coefficient of correlation with its two-sided test against independence.
public struct Correlation: Equatable, Sendable {
  /// The coefficient in [−1, 1]; NaN if a variable is constant.
  public let coefficient: Double
  /// The probability of a coefficient as far from 0 under independence; NaN where the test is undefined.
  public let pValue: Double
  /// The number of pairs.
  public let count: Int
}
