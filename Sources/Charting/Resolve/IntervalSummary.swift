import NumericalCore

/// Centre and interval of the replicates of one place.
struct IntervalSummary {
  var center: Double
  var lower: Double
  var upper: Double
  var count: Int

  /// - Parameter isLog: the interval is computed from logarithms, so that it stays positive.
  init(_ values: [Double], band: BandKind, center: AggregateOperation?, isLog: Bool) {
    count = values.count
    guard !values.isEmpty else { (self.center, lower, upper) = (.nan, .nan, .nan); return }
    let usesLog = isLog && center != .mean && center != .average
    let work = usesLog ? values.map { Elementary.log($0) } : values
    func back(_ value: Double) -> Double { usesLog ? Elementary.exp(value) : value }
    let mean = Statistics.mean(work)
    switch band {
    case .iqr, .minmax:
      let sorted = values.sorted()
      self.center = center == .mean ? Statistics.mean(values) : center == .geomean ? Statistics.geometricMean(values) : Aggregation.quantile(sorted, 0.5)
      lower = band == .iqr ? Aggregation.quantile(sorted, 0.25) : sorted[0]
      upper = band == .iqr ? Aggregation.quantile(sorted, 0.75) : sorted[sorted.count - 1]
    case .sd, .sem, .ci95:
      let half: Double
      switch band {
      case .sd: half = Aggregation.variance(work).squareRoot()
      case .sem: half = (Aggregation.variance(work) / Double(work.count)).squareRoot()
      default: half = Aggregation.halfWidth95(work)
      }
      self.center = center == .median ? Aggregation.quantile(values.sorted(), 0.5) : back(mean)
      lower = back(mean - half)
      upper = back(mean + half)
    }
  }

  static func centerName(_ band: BandKind, _ center: AggregateOperation?, isLog: Bool) -> String {
    switch center {
    case .mean, .average: "mean"
    case .median: "median"
    case .geomean: "geometric mean"
    default: band == .iqr || band == .minmax ? "median" : isLog ? "geometric mean" : "mean"
    }
  }

  static func bandName(_ band: BandKind, isLog: Bool) -> String {
    let scale = isLog ? ", of logarithms" : ""
    return switch band {
    case .ci95: "95 % confidence interval (Student’s t\(scale))"
    case .sd: "± one standard deviation" + (isLog ? " of logarithms" : "")
    case .sem: "± one standard error" + (isLog ? " of logarithms" : "")
    case .iqr: "interquartile range"
    case .minmax: "minimum to maximum"
    }
  }
}
