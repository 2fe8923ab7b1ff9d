extension Statistics {
  /// Scott's bandwidth for a Gaussian kernel: the standard deviation times n^(−1/5).
  public static func scottBandwidth(_ values: [Double]) -> Double {
    standardDeviation(values) * Elementary.exp(-0.2 * Elementary.log(Double(values.count)))
  }

  /// The Gaussian kernel density estimate at `points`.
  /// - Parameter bandwidth: > 0; Scott's if nil.
  /// - Complexity: O(values · points).
  public static func kernelDensity(_ values: [Double], at points: [Double], bandwidth: Double? = nil) -> [Double] {
    let width = bandwidth ?? scottBandwidth(values)
    return points.map { point in
      var sum = 0.0
      for value in values { sum += Distributions.normalDensity((point - value) / width) }
      return sum / (Double(values.count) * width)
    }
  }
}
