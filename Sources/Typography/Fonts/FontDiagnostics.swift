import Diagnostics

/// Words for what can go wrong with fonts.
///
/// | code   | severity | meaning |
/// | ------ | -------- | ------- |
/// | RP0971 | warning  | none of the font files for a role is installed |
/// | RP0972 | warning  | no installed face draws a character |
enum FontDiagnostics {
  static func noFile(for role: FontRole, candidates: [String]) -> Diagnostic {
    Diagnostic(
      "RP0971", .warning, "no font file for \(role.rawValue) text: looked for \(candidates.joined(separator: ", "))",
      notes: [.init("install fonts-texgyre, fonts-texgyre-math and fonts-dejavu-core, or name their directories in REPRISE_FONTS")])
  }

  static func noGlyph(for scalar: Unicode.Scalar, in text: String) -> Diagnostic {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let code = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return Diagnostic("RP0972", .warning, "no installed font draws the character U+\(code) of '\(text)'")
  }
}
