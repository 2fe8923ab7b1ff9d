extension [ReportInline] {
  /// Text whose Unicode superscripts (10⁻⁵) are set as true superscripts, which few fonts have as characters.
  package static func numberText(_ text: String) -> [ReportInline] {
    let digits: [Character: Character] = [
      "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9", "⁻": "\u{2212}",
    ]
    var inlines: [ReportInline] = []
    var run = ""
    var raised = ""
    for character in text {
      if let digit = digits[character] {
        if !run.isEmpty { inlines.append(.text(run)) }
        run = ""
        raised.append(digit)
      } else {
        if !raised.isEmpty { inlines.append(.superscript([.text(raised)])) }
        raised = ""
        run.append(character)
      }
    }
    if !raised.isEmpty { inlines.append(.superscript([.text(raised)])) }
    if !run.isEmpty { inlines.append(.text(run)) }
    return inlines
  }
}
