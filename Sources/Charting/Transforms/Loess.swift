#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Locally weighted straight lines with two rounds of reweighting against outliers.
///
/// Source: Cleveland, "Robust locally weighted regression and smoothing scatterplots", 1979.
enum Loess {
  private static let rounds = 2

  /// The smoothed values at the distinct x, ascending; points that share an x are averaged.
  /// - Parameter bandwidth: the share of the points that are neighbours of each, 0…1.
  /// - Complexity: O(n² · bandwidth).
  static func smoothed(x: [Double], y: [Double], bandwidth: Double) -> [(x: Double, y: Double)] {
    let order = x.indices.filter { x[$0].isFinite && y[$0].isFinite }.sorted { x[$0] == x[$1] ? $0 < $1 : x[$0] < x[$1] }
    guard !order.isEmpty else { return [] }
    let count = Double(order.count)
    let meanX = order.reduce(0) { $0 + x[$1] } / count
    let meanY = order.reduce(0) { $0 + y[$1] } / count
    let (xs, ys) = (order.map { x[$0] - meanX }, order.map { y[$0] - meanY })
    let neighbours = Swift.min(xs.count, Swift.max(2, Int(bandwidth * count)))
    var weights = [Double](repeating: 1, count: xs.count)
    var fitted = ys
    for round in 0...rounds {
      fitted = fit(xs, ys, weights, neighbours)
      if round == rounds { break }
      let residuals = zip(ys, fitted).map { abs($0 - $1) }
      let middle = Aggregation.quantile(residuals.sorted(), 0.5)
      if middle < 1e-12 { break }
      weights = residuals.map { residual in
        let part = residual / (6 * middle)
        return part >= 1 ? 1e-12 : (1 - part * part) * (1 - part * part)
      }
    }
    return merged(xs, fitted, meanX, meanY)
  }

  private static func fit(_ xs: [Double], _ ys: [Double], _ weights: [Double], _ neighbours: Int) -> [Double] {
    var (first, last) = (0, neighbours - 1)
    return xs.indices.map { index in
      let place = xs[index]
      while index > first, last + 1 < xs.count, xs[last + 1] - place <= place - xs[first] {
        first += 1
        last += 1
      }
      let reach = Swift.max(place - xs[first], xs[last] - place)
      let inverse = 1 / (reach > 0 ? reach : 1)
      var (w, wx, wy, wxy, wxx) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for k in first...last {
        let distance = abs(place - xs[k]) * inverse
        let cube = 1 - distance * distance * distance
        let weight = cube * cube * cube * weights[k]
        w += weight
        wx += weight * xs[k]
        wy += weight * ys[k]
        wxy += weight * xs[k] * ys[k]
        wxx += weight * xs[k] * xs[k]
      }
      let (mx, my) = (wx / w, wy / w)
      let spread = wxx / w - mx * mx
      let slope = abs(spread) < 1e-24 ? 0 : (wxy / w - mx * my) / spread
      return my + slope * (place - mx)
    }
  }

  private static func merged(_ xs: [Double], _ fitted: [Double], _ meanX: Double, _ meanY: Double) -> [(x: Double, y: Double)] {
    var points: [(x: Double, y: Double)] = []
    var repeated = 0.0
    for (x, y) in zip(xs, fitted) {
      if let last = points.last, last.x == x + meanX {
        repeated += 1
        points[points.count - 1].y += (y + meanY - last.y) / (repeated + 1)
      } else {
        repeated = 0
        points.append((x + meanX, y + meanY))
      }
    }
    return points
  }
}
