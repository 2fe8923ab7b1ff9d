/// Numbers as running text shows them: few significant digits, a true minus, powers of ten with superscripts.
package enum ReadableNumber {
  /// "0.0123", "−1.02", "12 346", "1.2 × 10⁻⁸".
  ///
  /// - Parameter digits: significant digits at most; trailing zeros are dropped.
  package static func text(_ value: Double, digits: Int = 4) -> String {
    if value.isNaN { return "missing" }
    if value.isInfinite { return value < 0 ? "−∞" : "∞" }
    if value == 0 { return "0" }
    let magnitude = abs(value)
    let sign = value < 0 ? "\u{2212}" : ""
    if magnitude == magnitude.rounded(), magnitude < 100_000 { return sign + String(Int(magnitude)) }
    let (mantissa, exponent) = scientific(magnitude, digits: digits)
    if exponent < -3 || exponent >= 5 {
      let factor = mantissa == "1" ? "" : "\(mantissa)\u{2009}×\u{2009}"
      return "\(sign)\(factor)10\(superscript(exponent))"
    }
    return sign + plain(mantissa, exponent)
  }

  /// Digits without trailing zeros, and the power of ten of the first.
  private static func scientific(_ magnitude: Double, digits: Int) -> (mantissa: String, exponent: Int) {
    var exponent = 0
    var scaled = magnitude
    while scaled >= 10 {
      scaled /= 10
      exponent += 1
    }
    while scaled < 1 {
      scaled *= 10
      exponent -= 1
    }
    var unit = 1.0
    for _ in 1..<max(digits, 1) { unit *= 10 }
    var whole = Int((scaled * unit).rounded())
    if Double(whole) >= 10 * unit {
      whole /= 10
      exponent += 1
    }
    var text = String(whole)
    while text.count > 1, text.last == "0" { text.removeLast() }
    return (text.count > 1 ? "\(text.prefix(1)).\(text.dropFirst())" : text, exponent)
  }

  private static func plain(_ mantissa: String, _ exponent: Int) -> String {
    let digits = mantissa.filter { $0 != "." }
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + digits }
    if digits.count <= exponent + 1 { return digits + String(repeating: "0", count: exponent + 1 - digits.count) }
    return "\(digits.prefix(exponent + 1)).\(digits.dropFirst(exponent + 1))"
  }

  static func superscript(_ exponent: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return (exponent < 0 ? "⁻" : "") + String(String(abs(exponent)).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}
