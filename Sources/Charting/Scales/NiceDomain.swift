#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Domains widened to round ends, as d3 (and so Vega) does.
enum NiceDomain {
  static func widened(_ low: Double, _ high: Double, transform: ScaleTransform, count: Int = 10) -> (Double, Double) {
    guard low.isFinite, high.isFinite, low < high else { return (low, high) }
    if case .log(let base) = transform { return logarithmic(low, high, base: base) }
    return linear(low, high, count: count)
  }

  static func linear(_ low: Double, _ high: Double, count: Int) -> (Double, Double) {
    var (start, stop) = (low, high)
    var previous: Double?
    for _ in 0..<10 {
      let step = tickIncrement(start, stop, count)
      if step == previous { return (start, stop) }
      if step > 0 {
        start = (start / step).rounded(.down) * step
        stop = (stop / step).rounded(.up) * step
      } else if step < 0 {
        start = (start * step).rounded(.up) / step
        stop = (stop * step).rounded(.down) / step
      } else {
        break
      }
      previous = step
    }
    return (low, high)
  }

  static func logarithmic(_ low: Double, _ high: Double, base: Double) -> (Double, Double) {
    guard low > 0 else { return (low, high) }
    func power(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
      // A power of the base stays what it is although its logarithm may not be exact.
      let exponent = log(value) / log(base)
      let nearest = exponent.rounded()
      let round = Swift.abs(exponent - nearest) < 1e-10 ? nearest : exponent.rounded(rule)
      return base == 10 ? decimal(Int(round)) : pow(base, round)
    }
    return (power(low, .down), power(high, .up))
  }

  /// 10ᵏ as it is written in decimal, so that 10⁻³ is the double nearest to 0.001.
  static func decimal(_ exponent: Int) -> Double {
    exponent >= 0 ? pow(10, Double(exponent)) : exponent > -308 ? 1 / pow(10, Double(-exponent)) : pow(10, Double(exponent))
  }

  /// Widened to whole units of calendar time.
  static func time(_ low: Double, _ high: Double, _ part: TimeUnit.Part, step: Int) -> (Double, Double) {
    let names: [TimeUnit.Part: String] = [
      .year: "year", .month: "yearmonth", .week: "yearweek", .date: "yearmonthdate", .hours: "yearmonthdatehours",
      .minutes: "yearmonthdatehoursminutes", .seconds: "yearmonthdatehoursminutesseconds",
    ]
    guard low < high, var unit = TimeUnit(names[part] ?? "yearmonthdatehoursminutessecondsmilliseconds") else { return (low, high) }
    unit.step = step
    let last = unit.floor(high)
    return (unit.floor(low), last == high ? high : unit.end(last))
  }

  /// Widened to the ticks that about `count` of them would have.
  static func time(_ low: Double, _ high: Double, count: Int) -> (Double, Double) {
    guard low < high else { return (low, high) }
    let ticks = TimeTicks.values(low - (high - low), high + (high - low), target: 3 * count)
    return (ticks.last { $0 <= low } ?? low, ticks.first { $0 >= high } ?? high)
  }

  /// d3's: the step if positive, the negative reciprocal of the step if negative.
  static func tickIncrement(_ start: Double, _ stop: Double, _ count: Int) -> Double {
    let step = (stop - start) / Double(Swift.max(0, count))
    guard step > 0, step.isFinite else { return 0 }
    let power = log10(step).rounded(.down)
    let error = step / pow(10, power)
    let factor = error >= 50.0.squareRoot() ? 10.0 : error >= 10.0.squareRoot() ? 5 : error >= 2.0.squareRoot() ? 2 : 1
    return power >= 0 ? factor * pow(10, power) : -pow(10, -power) / factor
  }
}
