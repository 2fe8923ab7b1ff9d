extension MathTypesetter {
  /// A single symbol; its width includes the italic correction (rule 17).
  func layoutAtom(_ atom: MathAtom, _ context: MathLayoutContext, form: MathFont.Form? = nil) -> MathBox {
    if atom.atomClass == .inner, let dot = MathTypesetter.dots[atom.scalar], let id = font.glyphID(dot) {
      return layoutDots(font.glyph(id), of: atom, context)
    }
    guard let glyph = glyph(of: atom, form ?? context.form) else {
      if let stacked = layoutStacked(atom, context) { return stacked }
      return layoutText(String(scalarValue: atom.drawnScalar), .roman, context)
    }
    return box(of: glyph, context.em, text: String(scalarValue: atom.drawnScalar))
  }

  /// A relation over a sign of equality, for fonts that lack the two in one.
  private func layoutStacked(_ atom: MathAtom, _ context: MathLayoutContext) -> MathBox? {
    guard let upper = Self.overEquality[atom.scalar].flatMap({ font.glyphID($0) }), let lower = font.glyphID(0x3D) else { return nil }
    let relation = box(of: font.glyph(upper), context.em, text: String(scalarValue: atom.drawnScalar))
    let equality = box(of: font.glyph(lower), context.em, text: "")
    let gap = 0.1 * context.em
    var result = MathBox(width: max(relation.width, equality.width))
    result.place(relation, x: (result.width - relation.width) / 2, y: 0)
    result.place(equality, x: (result.width - equality.width) / 2, y: relation.depth + gap + equality.height)
    return centeredOnAxis(result, context)
  }

  /// ⫅, ⫆ and their like without the sign of equality below.
  private static let overEquality: [UInt32: UInt32] = [
    0x2AC5: 0x2282, 0x2AC6: 0x2283, 0x2AAF: 0x227A, 0x2AB0: 0x227B, 0x2AB3: 0x227A, 0x2AB4: 0x227B, 0x2266: 0x3C, 0x2267: 0x3E,
  ]

  /// What an ellipsis is made of: fonts set its dots closer than TeX does.
  private static let dots: [UInt32: UInt32] = [0x2026: 0x2E, 0x22EF: 0x22C5]

  /// Three dots, spaced as the punctuation that they are in TeX.
  private func layoutDots(_ dot: MathGlyph, of atom: MathAtom, _ context: MathLayoutContext) -> MathBox {
    let space = InterAtomSpacing.mu(.punctuation, .punctuation, in: context.style) / 18 * context.em
    let text = String(scalarValue: atom.drawnScalar)
    let boxes = [text, "", ""].map { box(of: dot, context.em, text: $0) }
    var result = MathBox()
    for (index, box) in boxes.enumerated() {
      if index > 0 { result.width += space }
      result.place(box, x: result.width, y: 0)
      result.width += box.width
    }
    return result
  }

  /// The glyph of an atom: of its alphabet, else the plain letter; nil when the font has neither.
  func glyph(of atom: MathAtom, _ form: MathFont.Form) -> MathGlyph? {
    (font.glyphID(atom.drawnScalar, form: form) ?? font.glyphID(atom.scalar, form: form)).map { font.glyph($0) }
  }

  /// A glyph as a box at a font size.
  func box(of glyph: MathGlyph, _ em: Double, text: String) -> MathBox {
    MathBox(
      width: (glyph.advance + glyph.italicCorrection) * em, height: glyph.height * em, depth: glyph.depth * em,
      italicCorrection: glyph.italicCorrection * em,
      elements: [MathElement(.glyph(id: glyph.id, size: em, text: text))])
  }

  /// A sum or integral sign on the axis, larger in display style (rule 13). Its advance holds the slant already.
  func layoutBigOperator(_ scalar: UInt32, _ context: MathLayoutContext) -> MathBox {
    guard let base = font.glyphID(scalar, form: context.form) else {
      return layoutText(String(scalarValue: scalar), .roman, context)
    }
    var id = base
    if context.style == .display {
      let variants = font.stretch(base, .vertical).variants
      id = (variants.first { $0.size >= constants.displayOperatorMinHeight } ?? variants.last)?.id ?? base
    }
    let glyph = font.glyph(id)
    var box = box(of: glyph, context.em, text: String(scalarValue: scalar))
    box.width = glyph.advance * context.em
    return centeredOnAxis(box, context)
  }

  /// A body that was made an operator: a single symbol is centred on the axis, as TeX does.
  func layoutOperatorBody(_ body: [MathNode], _ context: MathLayoutContext) -> MathBox {
    let box = layoutList(body, context)
    if body.count == 1, case .atom(let atom) = body[0].kind, atom.alphabet == .plain {
      return centeredOnAxis(box, context)
    }
    return box
  }

  func centeredOnAxis(_ box: MathBox, _ context: MathLayoutContext) -> MathBox {
    box.raised(by: context.axis - (box.height - box.depth) / 2)
  }

  /// A function name in the upright letters of the mathematics font.
  func layoutName(_ name: String, _ context: MathLayoutContext) -> MathBox {
    var result = MathBox()
    for scalar in name.unicodeScalars {
      if scalar == "\u{2009}" {
        result.width += context.em / 6
      } else if let id = font.glyphID(scalar.value) {
        let letter = box(of: font.glyph(id), context.em, text: String(Character(scalar)))
        result.place(letter, x: result.width, y: 0)
        result.width += letter.width - letter.italicCorrection
      } else {
        let letter = layoutText(String(Character(scalar)), .roman, context)
        result.place(letter, x: result.width, y: 0)
        result.width += letter.width
      }
    }
    return result
  }

  /// Words, in the text font if there is one.
  func layoutText(_ words: String, _ style: MathTextStyle, _ context: MathLayoutContext) -> MathBox {
    if let shapeText { return shapeText(words, style, context.em) }
    let alphabet: MathAlphabet =
      switch style {
      case .roman: .roman
      case .bold: .bold
      case .italic: .italic
      case .sans: .sans
      case .monospace: .monospace
      }
    var result = MathBox()
    for scalar in words.unicodeScalars {
      let drawn = alphabet.scalar(for: scalar.value)
      guard let id = font.glyphID(drawn) ?? font.glyphID(scalar.value) else {
        result.width += context.em * MathTypesetter.widthOfMissing(scalar)
        continue
      }
      let glyph = font.glyph(id)
      result.place(box(of: glyph, context.em, text: String(Character(scalar))), x: result.width, y: 0)
      result.width += glyph.advance * context.em
    }
    return result
  }

  /// How much room a character takes, in ems, that the font has no glyph for: spaces mostly.
  private static func widthOfMissing(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20, 0xA0: 0.25
    case 0x2003: 1
    case 0x2002: 0.5
    case 0x2005: 0.25
    case 0x2009: 1.0 / 6
    case 0xAD, 0x200B: 0
    default: 0.5
    }
  }
}
