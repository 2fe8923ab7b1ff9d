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

  /// One for each package that would help.
  static func noGlyphs(for scalars: [Unicode.Scalar]) -> [Diagnostic] {
    var packages: [(name: String, scalars: [Unicode.Scalar])] = []
    for scalar in scalars {
      let name = package(for: scalar)
      if let known = packages.firstIndex(where: { $0.name == name }) {
        packages[known].scalars.append(scalar)
      } else {
        packages.append((name, [scalar]))
      }
    }
    return packages.map { noGlyph(for: $0.scalars, package: $0.name) }
  }

  private static func noGlyph(for scalars: [Unicode.Scalar], package: String) -> Diagnostic {
    let named = scalars.prefix(shownCharacters).map { "\(code(of: $0)) '\(Character($0))'" }.joined(separator: ", ")
    let rest = scalars.count - shownCharacters
    let list = rest > 0 ? "\(named) and \(rest) more" : named
    return Diagnostic(
      "RP0972", .warning, "no installed font draws \(scalars.count == 1 ? "the character" : "the characters") \(list)",
      notes: [.init("empty boxes stand in their place; on Debian the package \(package) has a font for them")])
  }

  private static let shownCharacters = 5

  private static func code(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// The package of Debian whose fonts draw a character.
  private static func package(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x2E80...0x9FFF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x20000...0x3FFFF: "fonts-noto-cjk"
    case _ where scalar.properties.isEmojiPresentation: "fonts-noto-color-emoji"
    case 0x2190...0x2BFF, 0x1F000...0x1FAFF: "fonts-symbola"
    default: "fonts-noto-core"
    }
  }
}
