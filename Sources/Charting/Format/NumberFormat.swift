#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A number format as d3 writes them: `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`.
///
/// Beside d3's there are `k/255` (a multiple of 1/255 as a fraction) and `power10` (TeX powers of ten).
package struct NumberFormat: Sendable, Equatable {
  private enum Special: Equatable { case none, over(Int), power10 }

  private var fill: Character = " "
  private var align: Character = ">"
  private var sign: Character = "-"
  private var symbol: Character?
  private var isZeroPadded = false
  private var width = 0
  private var hasComma = false
  private var precision: Int?
  private var isTrimmed = false
  private var type: Character?
  private var special = Special.none

  /// Nil when the text is no format.
  package init?(_ text: String) {
    if text == "power10" { special = .power10; return }
    if text.hasPrefix("k/"), let denominator = Int(text.dropFirst(2)), denominator > 0 { special = .over(denominator); return }
    var rest = Array(text)[...]
    if rest.count >= 2, "<>=^".contains(rest[rest.startIndex + 1]) {
      fill = rest.removeFirst()
      align = rest.removeFirst()
    } else if let first = rest.first, "<>=^".contains(first) {
      align = rest.removeFirst()
    }
    if let first = rest.first, "+-( \u{2212}".contains(first) { sign = rest.removeFirst() }
    if let first = rest.first, "$#".contains(first) { symbol = rest.removeFirst() }
    if rest.first == "0" { isZeroPadded = true; rest.removeFirst() }
    width = Self.digits(&rest) ?? 0
    if rest.first == "," { hasComma = true; rest.removeFirst() }
    if rest.first == "." {
      rest.removeFirst()
      guard let digits = Self.digits(&rest) else { return nil }
      precision = min(digits, 100)
    }
    if rest.first == "~" { isTrimmed = true; rest.removeFirst() }
    if let first = rest.first {
      guard "%bcdefgnoprsxX".contains(first) else { return nil }
      type = rest.removeFirst()
    }
    if !rest.isEmpty || width > 200 { return nil }
  }

  private static func digits(_ rest: inout ArraySlice<Character>) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return digits.isEmpty ? nil : Int(String(digits)).map { min($0, 1_000_000) }
  }

  /// The number as text, with the true minus sign U+2212.
  package func string(_ value: Double) -> String {
    switch special {
    case .over(let denominator): return Self.fraction(value, denominator)
    case .power10: return Self.power10(value)
    case .none: break
    }
    if value.isNaN { return "NaN" }
    var (body, suffix) = magnitude(Swift.abs(value))
    if isTrimmed { body = Self.trimmed(body) }
    if type == nil && precision == nil { body = Self.shortestMagnitude(Swift.abs(value)) }
    let isNegative = value < 0 && body.contains { $0 != "0" && $0 != "." && $0 != "," }
    if hasComma || type == "n" { body = Self.grouped(body) }
    if type == "%" || type == "p" { suffix += "%" }
    let prefix = (isNegative ? (sign == "(" ? "(" : "\u{2212}") : sign == "+" ? "+" : sign == " " ? " " : "") + (symbol == "$" ? "$" : "")
    if isNegative && sign == "(" { suffix += ")" }
    return padded(prefix: prefix, body: body, suffix: suffix)
  }

  /// As d3 does for axes: where the author leaves the number of digits open, the fewest that tell the values apart.
  func fitted(to values: [Double]) -> NumberFormat {
    guard precision == nil, let type, "fe%gprs".contains(type) else { return self }
    var result = self
    switch type {
    case "f": result.precision = AxisNumbers.decimals(values)
    case "%": result.precision = AxisNumbers.decimals(values.map { $0 * 100 })
    default: result.isTrimmed = true
    }
    return result
  }

  private func magnitude(_ value: Double) -> (String, String) {
    switch type {
    case "f": return (Self.fixed(value, precision ?? 6), "")
    case "e": return (Self.exponential(value, precision ?? 6), "")
    case "%": return (Self.fixed(value * 100, precision ?? 6), "")
    case "p": return (Self.significant(value * 100, Swift.max(1, precision ?? 6)), "")
    case "r": return (Self.significant(value, Swift.max(1, precision ?? 6)), "")
    case "s": return Self.prefixed(value, Swift.max(1, precision ?? 6))
    case "d": return (Self.fixed(value.rounded(), 0), "")
    case "b": return (value < 9e15 ? String(Int(value.rounded()), radix: 2) : "", "")
    case "o": return (value < 9e15 ? String(Int(value.rounded()), radix: 8) : "", "")
    case "x": return (value < 9e15 ? String(Int(value.rounded()), radix: 16) : "", "")
    case "X": return (value < 9e15 ? String(Int(value.rounded()), radix: 16).uppercased() : "", "")
    case nil:
      return precision.map { (Self.trimmed(Self.general(value, Swift.max(1, $0))), "") } ?? (Self.shortestMagnitude(value), "")
    default: return (Self.general(value, Swift.max(1, precision ?? 6)), "")
    }
  }

  private func padded(prefix: String, body: String, suffix: String) -> String {
    let missing = width - prefix.count - body.count - suffix.count
    guard missing > 0 else { return prefix + body + suffix }
    if isZeroPadded { return prefix + String(repeating: "0", count: missing) + body + suffix }
    let left = align == "<" ? 0 : align == "^" ? missing / 2 : missing
    let (before, after) = (String(repeating: fill, count: left), String(repeating: fill, count: missing - left))
    return align == "=" ? prefix + before + body + suffix : before + prefix + body + suffix + after
  }
}
