#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How digits come about.
extension NumberFormat {
  /// The shortest decimal form that reads back as the number, without a needless ".0"; powers of ten beyond 10²¹ and below 10⁻⁶.
  static func shortest(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    return (value < 0 ? "\u{2212}" : "") + shortestMagnitude(Swift.abs(value))
  }

  static func shortestMagnitude(_ value: Double) -> String {
    if value.isInfinite { return "∞" }
    if value == 0 { return "0" }
    if value == value.rounded(), value < 1e15 { return String(Int(value)) }
    if value < 1e-6 || value >= 1e21 {
      let text = "\(value)"
      guard let split = text.firstIndex(of: "e") else { return text }
      let mantissa = text[..<split]
      let exponent = Int(text[text.index(after: split)...]) ?? 0
      return "\(mantissa.hasSuffix(".0") ? String(mantissa.dropLast(2)) : String(mantissa))e\(exponent < 0 ? "\u{2212}" : "+")\(Swift.abs(exponent))"
    }
    let text = "\(value)"
    guard text.contains("e") else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
    // Swift writes 10⁻⁵ and 10¹⁶ with an exponent already; find the fewest decimals that read back.
    for decimals in 0...25 {
      let candidate = fixed(value, decimals)
      if Double(candidate) == value { return candidate }
    }
    return text
  }

  /// `value` with so many decimals, never with an exponent.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    value.isInfinite ? "∞" : printed("%.*f", decimals, value)
  }

  static func exponential(_ value: Double, _ decimals: Int) -> String {
    if value.isInfinite { return "∞" }
    let text = printed("%.*e", decimals, value)
    guard let split = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: split)...]) else { return text }
    return "\(text[..<split])e\(exponent < 0 ? "\u{2212}" : "+")\(Swift.abs(exponent))"
  }

  /// Rounded to significant digits, without an exponent.
  static func significant(_ value: Double, _ digits: Int) -> String {
    guard value > 0, value.isFinite else { return value == 0 ? fixed(0, digits - 1) : "∞" }
    let decimals = digits - 1 - exponent(of: value, digits: digits)
    if decimals >= 0 { return fixed(value, decimals) }
    let unit = pow(10, Double(-decimals))
    return fixed((value / unit).rounded() * unit, 0)
  }

  /// Significant digits, with an exponent when that is shorter (as JavaScript's `toPrecision`).
  static func general(_ value: Double, _ digits: Int) -> String {
    guard value > 0, value.isFinite else { return significant(value, digits) }
    let power = exponent(of: value, digits: digits)
    return power < -6 || power >= digits ? exponential(value, digits - 1) : significant(value, digits)
  }

  /// With an SI prefix: 1500 is "1.50k" to three digits.
  static func prefixed(_ value: Double, _ digits: Int) -> (String, String) {
    guard value > 0, value.isFinite else { return (significant(value, digits), "") }
    let names = ["y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"]
    let index = Swift.max(-8, Swift.min(8, Int((Double(exponent(of: value, digits: digits)) / 3).rounded(.down))))
    return (significant(value / pow(10, Double(3 * index)), digits), names[index + 8])
  }

  /// The power of ten of the first digit after rounding to `digits` digits.
  static func exponent(of value: Double, digits: Int) -> Int {
    let text = printed("%.*e", digits - 1, value)
    return text.firstIndex(of: "e").flatMap { Int(text[text.index(after: $0)...]) } ?? 0
  }

  /// Without zeros at the end of the decimals.
  static func trimmed(_ text: String) -> String {
    let split = text.firstIndex(of: "e") ?? text.endIndex
    var mantissa = text[..<split]
    if mantissa.contains(".") {
      while mantissa.last == "0" { mantissa.removeLast() }
      if mantissa.last == "." { mantissa.removeLast() }
    }
    return String(mantissa) + text[split...]
  }

  static func grouped(_ text: String, by mark: String = ",") -> String {
    let whole = text.prefix { $0.isNumber }
    guard whole.count > 3 else { return text }
    var out = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { out += mark }
      out.append(digit)
    }
    return out + text.dropFirst(whole.count)
  }

  static func fraction(_ value: Double, _ denominator: Int) -> String {
    let numerator = value * Double(denominator)
    let text = Swift.abs(numerator - numerator.rounded()) < 1e-6 ? shortest(numerator.rounded()) : trimmed(shortestRounded(numerator, 3))
    return numerator == 0 ? "0" : "\(text)/\(denominator)"
  }

  /// TeX: `$10^{-3}$`, `$2\times10^{5}$`.
  static func power10(_ value: Double) -> String {
    guard value != 0, value.isFinite else { return shortest(value) }
    let power = exponent(of: Swift.abs(value), digits: 6)
    let mantissa = trimmed(significant(Swift.abs(value) / pow(10, Double(power)), 6))
    return "$" + (value < 0 ? "-" : "") + (mantissa == "1" ? "" : mantissa + "\\times") + "10^{\(power)}$"
  }

  static func shortestRounded(_ value: Double, _ digits: Int) -> String {
    (value < 0 ? "\u{2212}" : "") + trimmed(general(Swift.abs(value), digits))
  }

  private static func printed(_ format: String, _ precision: Int, _ value: Double) -> String {
    var buffer = [CChar](repeating: 0, count: 512)
    let length = withVaList([Int32(precision), value]) { vsnprintf(&buffer, buffer.count, format, $0) }
    return String(decoding: buffer.prefix(Swift.max(0, Swift.min(Int(length), buffer.count - 1))).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
