import NumericalCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gaussian kernel density estimate.
enum DensityEstimate {
  /// Scott's rule with the smaller of the standard deviation and IQR/1.34, as Vega.
  /// - Parameter count: how many values there are besides those that have a spread.
  static func bandwidth(_ values: [Double], count: Int? = nil) -> Double {
    let sorted = values.sorted()
    let deviation = Aggregation.variance(values).squareRoot()
    let (q1, q3) = (Aggregation.quantile(sorted, 0.25), Aggregation.quantile(sorted, 0.75))
    let robust = (q3 - q1) / 1.34
    let smaller = Swift.min(deviation, robust)
    let spread = smaller > 0 ? smaller : deviation > 0 ? deviation : q1 != 0 && !q1.isNaN ? Swift.abs(q1) : 1
    return 1.06 * spread * pow(Double(Swift.max(1, count ?? values.count)), -0.2)
  }

  /// The density (or distribution) at some places.
  /// - Complexity: O(min(values, 4096) × places): many values are gathered on a fine grid first.
  static func evaluate(_ values: [Double], at places: [Double], bandwidth: Double, isCumulative: Bool) -> [Double] {
    let (points, weights) = gathered(values)
    let total = weights.reduce(0, +)
    if !isCumulative && values.count <= 4096 { return Statistics.kernelDensity(points, at: places, bandwidth: bandwidth) }
    return places.map { place in
      var sum = 0.0
      for (point, weight) in zip(points, weights) {
        let z = (place - point) / bandwidth
        sum += weight * (isCumulative ? Distributions.normalCDF(z) : Distributions.normalDensity(z))
      }
      return total == 0 ? 0 : isCumulative ? sum / total : sum / (total * bandwidth)
    }
  }

  private static func gathered(_ values: [Double]) -> ([Double], [Double]) {
    guard values.count > 4096, let low = values.min(), let high = values.max(), high > low else {
      return (values, [Double](repeating: 1, count: values.count))
    }
    let cells = 4095
    let step = (high - low) / Double(cells)
    var weights = [Double](repeating: 0, count: cells + 1)
    for value in values {
      let place = (value - low) / step
      let index = Swift.min(cells - 1, Int(place))
      let part = place - Double(index)
      weights[index] += 1 - part
      weights[index + 1] += part
    }
    return ((0...cells).map { low + Double($0) * step }, weights)
  }
}
