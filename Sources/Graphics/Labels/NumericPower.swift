/// A power of plain numbers, `10^{-3}` or `2.5 \times 10^4`, which a label sets in its own face as live text.
struct NumericPower: Equatable {
  /// What stands on the baseline, with a true multiplication sign.
  var base: String
  /// With a true minus sign.
  var exponent: String

  /// nil when the formula is anything else.
  init?(tex: String) {
    var rest = Substring(tex.filter { $0 != " " && $0 != "\n" })
    base = ""
    let mantissa = NumericPower.number(&rest)
    guard !mantissa.isEmpty else { return nil }
    base = mantissa
    for sign in ["\\times", "\\cdot"] where rest.hasPrefix(sign) {
      rest = rest.dropFirst(sign.count)
      let radix = NumericPower.number(&rest)
      guard !radix.isEmpty else { return nil }
      base += (sign == "\\times" ? "\u{2009}×\u{2009}" : "\u{2009}·\u{2009}") + radix
      break
    }
    guard rest.first == "^" else { return nil }
    rest = rest.dropFirst()
    if rest.first == "{" {
      guard rest.last == "}" else { return nil }
      rest = rest.dropFirst().dropLast()
      exponent = NumericPower.number(&rest)
      guard rest.isEmpty, !exponent.isEmpty else { return nil }
    } else {
      guard rest.count == 1, let digit = rest.first, digit.isASCII, digit.isNumber else { return nil }
      exponent = String(digit)
    }
  }

  /// Takes a sign and digits off the front.
  private static func number(_ text: inout Substring) -> String {
    var result = ""
    var rest = text
    if rest.first == "-" || rest.first == "\u{2212}" {
      result = "\u{2212}"
      rest = rest.dropFirst()
    }
    let digits = rest.prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
    guard !digits.isEmpty else { return "" }
    text = rest.dropFirst(digits.count)
    return result + digits
  }
}
