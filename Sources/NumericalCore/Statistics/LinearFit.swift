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
}
