import Graphics
import Typography

/// The typefaces of the page, cut down to the characters that it uses.
struct EmbeddedFonts {
  let fonts: FontLibrary

  /// `@font-face` rules with the fonts as data.
  ///
  /// - Parameters:
  ///   - html: the text of the page; every character in it is in the text faces.
  ///   - mathematics: code points that formulas need.
  func css(for html: String, mathematics: Set<UInt32>) -> String {
    var letters = Set<UInt32>(0x20...0x7E)
    for scalar in html.unicodeScalars where scalar.value >= 0xA0 && scalar.value < 0x1_0000 { letters.insert(scalar.value) }
    var css = ""
    for (role, style, weight) in [(FontRole.serif, "normal", 400), (.serifItalic, "italic", 400), (.serifBold, "normal", 700)] {
      css += rule("Reprise Serif", role, style, weight, letters)
    }
    if !mathematics.isEmpty { css += rule("Reprise Math", .math, "normal", 400, mathematics) }
    return css
  }

  private func rule(_ family: String, _ role: FontRole, _ style: String, _ weight: Int, _ letters: Set<UInt32>) -> String {
    let path = fonts.face(role).path
    let subset = role == .math ? MathFontSubset.make(fontPath: path, scalars: letters) : FontSubset.make(fontPath: path, scalars: letters)
    guard let bytes = subset.flatMap(WOFF.encode) else { return "" }
    let data = Base64.encode(bytes)
    return "@font-face{font-family:\"\(family)\";font-style:\(style);font-weight:\(weight);src:url(data:font/woff;base64,\(data)) format(\"woff\")}\n"
  }
}
