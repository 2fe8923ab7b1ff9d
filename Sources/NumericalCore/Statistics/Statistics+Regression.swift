extension Statistics {
  /// The least-squares line through the points (x, y).
  /// - Complexity: O(n).
  public static func linearRegression(_ x: [Double], _ y: [Double]) -> LinearFit {
    requirePairs(x, y, "linearRegression")
    let count = Double(x.count)
    let (meanX, meanY) = (mean(x), mean(y))
    var (sxx, sxy, syy) = (0.0, 0.0, 0.0)
    for (x, y) in zip(x, y) {
      sxx += (x - meanX) * (x - meanX)
      sxy += (x - meanX) * (y - meanY)
      syy += (y - meanY) * (y - meanY)
    }
    let slope = sxx > 0 ? sxy / sxx : .nan
    let intercept = meanY - slope * meanX
    var residuals = 0.0
    for (x, y) in zip(x, y) {
      let residual = y - meanY - slope * (x - meanX)
      residuals += residual * residual
    }
    let noise = x.count > 2 ? residuals / (count - 2) : .nan
    return LinearFit(
      slope: slope, intercept: intercept, slopeStandardError: (noise / sxx).squareRoot(),
      interceptStandardError: (noise * (1 / count + meanX * meanX / sxx)).squareRoot(),
      rSquared: syy > 0 ? sxy * sxy / (sxx * syy) : .nan, count: x.count)
  }

  /// The slope of ln y against ln x: the exponent of a power law through positive points.
  public static func logLogSlope(_ x: [Double], _ y: [Double]) -> Double {
    linearRegression(x.map(Elementary.log), y.map(Elementary.log)).slope
  }
}
