/// The outcome of a test of a hypothesis.
public struct TestResult: Equatable, Sendable {
  /// The test's statistic.
  public let statistic: Double
  /// The probability of a statistic as extreme under the hypothesis; NaN where the test is undefined.
  public let pValue: Double
  /// Degrees of freedom of the statistic's law; NaN if it has none.
  public let degrees: Double

  /// The outcome of a test.
  public init(statistic: Double, pValue: Double, degrees: Double = .nan) {
    self.statistic = statistic
    self.pValue = pValue
    self.degrees = degrees
  }
}
