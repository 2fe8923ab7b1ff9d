/// A line y = intercept + slope·x fitted by least squares.
public struct LinearFit: Equatable, Sendable {
  /// The slope; NaN if all x are equal.
  public let slope: Double
  /// The value at x = 0.
  public let intercept: Double
  /// The standard error of the slope; NaN for fewer than three points.
  public let slopeStandardError: Double
  /// The standard error of the intercept; NaN for fewer than three points.
  public let interceptStandardError: Double
  /// The share of the variance of y that the line explains.
  public let rSquared: Double
  /// The number of points.
  public let count: Int

  /// The line's value at x.
  public func value(at x: Double) -> Double { intercept + slope * x }

  /// The probability of a slope as far from 0 if the true one is 0 and the noise is normal (Student's test).
  public var slopePValue: Double {
    count < 3 ? .nan : Distributions.studentTwoSided(slope / slopeStandardError, degrees: Double(count - 2))
  }

  /// Student's confidence interval of the slope; NaN ends for fewer than three points.
  public func slopeInterval(confidence: Double = 0.95) -> ConfidenceInterval {
    if count < 3 { return ConfidenceInterval(estimate: slope, lower: .nan, upper: .nan) }
    let half = slopeStandardError * Distributions.studentQuantile(0.5 + 0.5 * confidence, degrees: Double(count - 2))
    return ConfidenceInterval(estimate: slope, lower: slope - half, upper: slope + half)
  }
}
