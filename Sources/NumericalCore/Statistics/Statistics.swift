/// Statistics of samples held in `[Double]`.
///
/// A statistic that a sample is too small for is NaN, and so is any statistic of a sample that contains a NaN.
public enum Statistics {
  /// The arithmetic mean; NaN for no values.
  public static func mean(_ values: [Double]) -> Double { Vector.sum(values) / Double(values.count) }

  /// The unbiased variance, by two passes with Björck's correction; NaN for fewer than two values.
  public static func variance(_ values: [Double]) -> Double {
    if values.count < 2 { return .nan }
    let centre = mean(values)
    var squares = 0.0
    var rest = 0.0
    for value in values {
      squares += (value - centre) * (value - centre)
      rest += value - centre
    }
    return (squares - rest * rest / Double(values.count)) / Double(values.count - 1)
  }

  /// The square root of the unbiased variance; NaN for fewer than two values.
  public static func standardDeviation(_ values: [Double]) -> Double { variance(values).squareRoot() }

  /// The standard error of the mean; NaN for fewer than two values.
  public static func standardError(_ values: [Double]) -> Double {
    (variance(values) / Double(values.count)).squareRoot()
  }

  /// The geometric mean; NaN for no values or if one is negative, 0 if one is 0.
  public static func geometricMean(_ values: [Double]) -> Double {
    Elementary.exp(mean(values.map(Elementary.log)))
  }
}
