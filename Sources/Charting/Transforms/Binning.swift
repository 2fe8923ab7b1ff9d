#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Equal bins with round edges: the rule of Vega.
struct Binning: Sendable, Equatable {
  var start: Double
  var stop: Double
  var step: Double
  var isLogarithmic = false
  /// The end of the last bin: whole steps from the start, an anchor moves it.
  private var last = 0.0

  /// - Parameters:
  ///   - values: missing ones (NaN) do not count.
  ///   - defaultMaxBins: where the author sets none (10 for positions, 6 for other channels).
  init(_ spec: BinSpec, values: [Double], defaultMaxBins: Int = 10) {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite && (!spec.isLogarithmic || value > 0) {
      let place = spec.isLogarithmic ? log10(value) : value
      low = Swift.min(low, place)
      high = Swift.max(high, place)
    }
    if let extent = spec.extent {
      (low, high) = spec.isLogarithmic ? (log10(extent.lowerBound), log10(extent.upperBound)) : (extent.lowerBound, extent.upperBound)
    }
    if low > high || !low.isFinite || !high.isFinite { (low, high) = (0, 1) }
    self.init(spec, low, high, Double(spec.maxBins ?? (spec.isLogarithmic ? 20 : defaultMaxBins)))
    isLogarithmic = spec.isLogarithmic
    last = start + ((stop - start) / step).rounded(.up) * step
    if let anchor = spec.anchor {
      let shift = anchor - (start + step * ((anchor - start) / step).rounded(.down))
      // The end that the axis shows stays, as in Vega.
      start += shift
      last += shift
    }
  }

  private init(_ spec: BinSpec, _ low: Double, _ high: Double, _ maxBins: Double) {
    let logBase = log(spec.base)
    let span = high - low != 0 ? high - low : (low != 0 ? Swift.abs(low) : 1)
    var width: Double
    if let step = spec.step, step > 0 {
      width = step
    } else if let steps = spec.steps, !steps.isEmpty {
      width = steps[Swift.max(0, (steps.firstIndex { $0 >= span / maxBins } ?? steps.count) - 1)]
    } else {
      let level = (log(maxBins) / logBase).rounded(.up)
      width = Swift.max(spec.minStep, pow(spec.base, (log(span) / logBase + 0.5).rounded(.down) - level))
      while (span / width).rounded(.up) > maxBins { width *= spec.base }
      for divisor in spec.divide where width / divisor >= spec.minStep && span / (width / divisor) <= maxBins { width /= divisor }
    }
    var (first, end) = (low, high)
    if spec.nice {
      let logStep = log(width)
      let precision = logStep >= 0 ? 0 : (-logStep / logBase).rounded(.towardZero) + 1
      let floored = (low / width + pow(spec.base, -precision - 1)).rounded(.down) * width
      first = low < floored ? floored - width : floored
      end = (high / width).rounded(.up) * width
    }
    start = first
    stop = end == first ? first + width : end
    step = width
  }

  /// How many bins a channel has at most where the author says nothing.
  static func defaultCount(_ channel: Channel) -> Int {
    switch channel {
    case .row, .column, .facet, .size, .color, .fill, .stroke, .strokeWidth, .opacity, .fillOpacity, .strokeOpacity, .shape: 6
    case .strokeDash: 4
    default: 10
    }
  }

  /// Tells the bins of one field by different rules apart.
  static func name(_ spec: BinSpec, _ standard: Int) -> String {
    if let step = spec.step { return "step\(step)" }
    let extent = spec.extent.map { "_\($0.lowerBound)_\($0.upperBound)" } ?? ""
    return "\(spec.maxBins ?? standard)\(spec.isLogarithmic ? "log" : "")\(spec.nice ? "" : "exact")\(extent)"
  }

  /// The left edge of a value's bin; NaN outside.
  func lower(_ value: Double) -> Double {
    let place = isLogarithmic ? (value > 0 ? log10(value) : .nan) : value
    guard place >= start, place <= last else { return .nan }
    let inside = Swift.max(start, Swift.min(place, last - step))
    let edge = start + step * (1e-14 + (inside - start) / step).rounded(.down)
    return isLogarithmic ? pow(10, edge) : edge
  }

  func upper(ofLower lower: Double) -> Double { isLogarithmic ? pow(10, log10(lower) + step) : lower + step }

  /// The outermost edges in data space.
  var extent: (Double, Double) { isLogarithmic ? (pow(10, start), pow(10, stop)) : (start, stop) }

  var edges: [Double] {
    let count = Int(clamping: ((stop - start) / step).rounded())
    return (0...Swift.max(1, Swift.min(count, 10_000))).map { index in
      let edge = start + Double(index) * step
      return isLogarithmic ? pow(10, edge) : edge
    }
  }

  /// The bin edges of a column.
  func columns(_ values: [Double], names: [String]) -> [FrameColumn] {
    let lower = values.map(self.lower)
    return [FrameColumn(names[0], lower), FrameColumn(names[1], lower.map { upper(ofLower: $0) })]
  }
}
