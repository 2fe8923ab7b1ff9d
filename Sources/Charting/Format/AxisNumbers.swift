#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The words of axis labels: the same number of decimals along an axis, thin spaces from 10 000, a common power of ten apart.
struct AxisNumbers {
  var labels: [String]
  /// The k of 10ᵏ that all labels are to be multiplied by.
  var commonPower: Int?

  private static let thinSpace = "\u{2009}"

  init(_ values: [Double]) {
    let largest = values.map { abs($0) }.max() ?? 0
    var power: Int?
    if largest >= 1e5 || (largest > 0 && largest < 1e-3) { power = Int(log10(largest).rounded(.down)) }
    let scaled = power.map { power in values.map { power < 0 ? $0 * NiceDomain.decimal(-power) : $0 / NiceDomain.decimal(power) } } ?? values
    let decimals = Self.decimals(scaled)
    labels = scaled.map { Self.fixed($0, decimals) }
    commonPower = power
  }

  /// The fewest decimals that tell all values apart and show them to one part in 10⁹ of their range.
  static func decimals(_ values: [Double]) -> Int {
    let range = (values.max() ?? 0) - (values.min() ?? 0)
    let tolerance = max(range, (values.map { abs($0) }.max() ?? 1) * 1e-6) * 1e-6
    for decimals in 0...12 {
      let unit = NiceDomain.decimal(decimals)
      if values.allSatisfy({ abs(($0 * unit).rounded() / unit - $0) <= tolerance }) { return decimals }
    }
    return 12
  }

  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    let text = NumberFormat.fixed(abs(value), decimals)
    let isZero = text.allSatisfy { $0 == "0" || $0 == "." }
    return (value < 0 && !isZero ? "\u{2212}" : "") + (abs(value) >= 10_000 ? NumberFormat.grouped(text, by: thinSpace) : text)
  }

  /// One number by itself: shortest form, true minus, thin spaces from 10 000, powers of ten as TeX far from 1.
  static func plain(_ value: Double) -> String {
    if value.isNaN { return "–" }
    let size = abs(value)
    if value.isFinite, size >= 1e6 || (size > 0 && size < 1e-4) { return NumberFormat.power10(value) }
    let text = NumberFormat.shortestMagnitude(size)
    return (value < 0 ? "\u{2212}" : "") + (size >= 10_000 ? NumberFormat.grouped(text, by: thinSpace) : text)
  }

  /// A value to a few significant digits, for descriptions.
  static func rounded(_ value: Double, digits: Int = 3) -> String {
    if value.isNaN { return "missing" }
    return NumberFormat.shortestRounded(value, digits)
  }
}
