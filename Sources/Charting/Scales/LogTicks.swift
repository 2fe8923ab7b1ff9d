#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Tick values of a logarithmic axis: labelled decades, with 2 and 5 below one decade, and minor ticks.
struct LogTicks: Sendable, Equatable {
  var major: [Double]
  var minor: [Double]
  /// The labels are plain decimals rather than powers of ten.
  var isPlain: Bool

  /// - Parameter maximum: the most labels there is room for.
  init(_ low: Double, _ high: Double, maximum: Int) {
    let (a, b) = (log10(low), log10(high))
    guard low > 0, high > low, a.isFinite, b.isFinite else {
      (major, minor, isPlain) = (low > 0 ? [low] : [], [], true)
      return
    }
    let first = Int((a - 1e-9).rounded(.up))
    let last = Int((b + 1e-9).rounded(.down))
    let decades = first <= last ? Array(first...last) : []
    let room = Swift.max(2, maximum)
    if decades.count < 2 || b - a < 1 {
      major = Self.within(low, high, [1, 2, 5])
      if major.count < 2 { major = LinearTicks.values(low, high, target: Swift.min(5, room)).filter { $0 > 0 } }
    } else {
      var every = 1
      while (decades.filter { $0 % every == 0 }.count) > room { every += 1 }
      major = decades.filter { $0 % every == 0 }.map(NiceDomain.decimal)
      if major.count < 2 { major = [decades[0], decades[decades.count - 1]].map(NiceDomain.decimal) }
    }
    isPlain = major.allSatisfy { $0 >= 0.0099 && $0 <= 1001 }
    let shown = Set(major)
    if b - a <= 6 {
      minor = Self.within(low, high, Array(1...9).map(Double.init)).filter { !shown.contains($0) }
    } else {
      minor = decades.map(NiceDomain.decimal).filter { !shown.contains($0) }
    }
  }

  private static func within(_ low: Double, _ high: Double, _ factors: [Double]) -> [Double] {
    let first = Int(log10(low).rounded(.down))
    let last = Int(log10(high).rounded(.up))
    var values: [Double] = []
    for power in first...last {
      for factor in factors {
        let value = power < 0 ? factor / NiceDomain.decimal(-power) : factor * NiceDomain.decimal(power)
        if value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9) { values.append(value) }
      }
    }
    return values
  }
}
