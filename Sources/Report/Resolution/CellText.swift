import Charting
import Tables

/// How a value of a query is printed.
enum CellText {
  /// By default: text as it is, numbers with four significant digits.
  static func inlines(_ value: Value) -> [ReportInline] {
    switch value {
    case .null: [.text("–")]
    case .integer(let number): .numberText(number < 0 ? "\u{2212}\(number.magnitude)" : String(number))
    case .real(let number): .numberText(ReadableNumber.text(number))
    case .text(let text): [.text(text)]
    case .boolean(let flag): [.text(flag ? "true" : "false")]
    }
  }

  /// By a d3 format; "1.2e-5" is printed as 1.2 × 10⁻⁵. Nil if the format is none.
  static func formatted(_ number: Double, _ format: String) -> String? {
    guard let formatter = NumberFormat(format) else { return nil }
    let text = formatter.string(number)
    guard format.hasSuffix("e") || format.hasSuffix("g"), let mark = text.lastIndex(of: "e") else { return text }
    let exponentText = text[text.index(after: mark)...].map { $0 == "\u{2212}" ? "-" : String($0) }.joined()
    guard let exponent = Int(exponentText.hasPrefix("+") ? String(exponentText.dropFirst()) : exponentText) else { return text }
    return exponent == 0 ? String(text[..<mark]) : "\(text[..<mark])\u{2009}×\u{2009}10\(ReadableNumber.superscript(exponent))"
  }
}
