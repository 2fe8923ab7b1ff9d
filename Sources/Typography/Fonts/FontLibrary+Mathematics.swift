extension FontLibrary {
  /// The font of the `math` role opened for laying formulas out; nil when its file has no mathematics in it.
  package var mathFont: MathFont? {
    if let made = mathFontIfMade { return made }
    let path = face(.math).path
    let made = MathFont.standard?.path == path ? MathFont.standard : MathFont(path: path)
    mathFontIfMade = made
    return made
  }

  /// Lays formulas out in a size that looks like that of the text around them; words inside are set in its family.
  package func mathTypesetter(in style: TextStyle) -> MathTypesetter? {
    let scale = mathScale(beside: style.role)
    return mathFont.map { font in
      MathTypesetter(font: font, size: scale * style.size) { [self] words, face, em in
        let style = TextStyle(style.role.ofWords(face), size: em / scale)
        let metrics = self.face(style.role).metrics
        return MathBox(
          width: measure(words, style), height: metrics.letterAscent * style.size,
          depth: metrics.letterDescent * style.size, elements: [MathElement(.text(words, style: face, size: style.size))])
      }
    }
  }

  /// By how much formulas grow beside a face with larger letters: the mean of the ratios of both heights of letters.
  func mathScale(beside role: FontRole) -> Double {
    let (text, math) = (face(role).metrics, face(.math).metrics)
    guard math.xHeight > 0, math.capHeight > 0 else { return 1 }
    let ratio = (text.xHeight / math.xHeight * text.capHeight / math.capHeight).squareRoot()
    return min(max(ratio, 1), 1.15)
  }
}

extension FontRole {
  /// The role of words inside a formula, by the role of the text around it.
  package func ofWords(_ face: MathTextStyle) -> FontRole {
    let surrounding: FontRole = self == .math ? .serif : with(bold: isBold, italic: false)
    return switch face {
    case .roman: surrounding
    case .bold: surrounding.with(bold: true, italic: false)
    case .italic: surrounding.with(bold: isBold, italic: true)
    case .sans: .sans
    case .monospace: .mono
    }
  }
}
