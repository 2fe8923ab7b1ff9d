extension MathTypesetter {
  /// An accent over a body, attached where the letter wants it (rule 12).
  func layoutAccent(_ accent: MathAccent, _ nodes: [MathNode], _ context: MathLayoutContext) -> MathBox {
    var body: MathBox
    var attachment: Double
    if nodes.count == 1, case .atom(let atom) = nodes[0].kind, let letter = glyph(of: atom, .dotless) {
      let form: MathFont.Form = context.form == .text ? .dotless : context.form
      body = layoutAtom(atom, context.cramped, form: form)
      attachment = (glyph(of: atom, form) ?? letter).accentAttachment * context.em
    } else {
      body = layoutList(nodes, context.cramped)
      attachment = body.width / 2
    }
    guard let base = font.glyphID(accent.combining, form: context.form) else { return body }
    var glyph = font.glyph(base)
    if accent.isStretchy {
      // The widest form that is no wider than the body.
      for variant in font.stretch(base, .horizontal).variants where variant.size * context.em <= body.width {
        glyph = font.glyph(variant.id)
      }
      if nodes.count > 1 || glyph.inkWidth * context.em > 0.8 * body.width {
        attachment = max(attachment, body.width / 2)
      }
    }
    let shift = body.height - min(body.height, constants.accentBaseHeight * context.em)
    let x = attachment - glyph.inkCenter * context.em
    let shape = MathElement.Shape.glyph(id: glyph.id, size: context.em, text: String(scalarValue: accent.combining))
    body.elements.append(MathElement(shape, x: x, y: -shift))
    body.height = max(body.height, glyph.height * context.em + shift)
    return body
  }

  /// A brace, bracket or arrow as wide as the body, over or under it.
  func layoutStretched(_ scalar: UInt32, _ above: Bool, _ nodes: [MathNode], _ context: MathLayoutContext) -> MathBox {
    let isArrow = scalar < 0x2300
    var body = layoutList(nodes, above ? context.cramped : context)
    let sign = stretchedHorizontally(scalar, to: body.width, context)
    let gap = (above ? constants.overbarGap : constants.underbarGap) * context.em * (isArrow ? 0.6 : 1)
    // A sign that is hardly wider than its body does not push the neighbours away.
    let width = sign.width > body.width + 0.25 * context.em ? sign.width : body.width
    var result = MathBox(width: width)
    body.italicCorrection = 0
    result.place(body, x: (width - body.width) / 2, y: 0)
    let y = above ? -(body.height + gap + sign.depth) : body.depth + gap + sign.height
    result.place(sign, x: (width - sign.width) / 2, y: y)
    return result
  }

  /// A line over or under the body (rules 9 and 10).
  func layoutLine(_ above: Bool, _ nodes: [MathNode], _ context: MathLayoutContext) -> MathBox {
    let em = context.em
    var box = layoutList(nodes, above ? context.cramped : context)
    box.italicCorrection = 0
    let thickness = (above ? constants.overbarThickness : constants.underbarThickness) * em
    if above {
      let top = box.height + constants.overbarGap * em + thickness
      box.elements.append(MathElement(.rule(width: box.width, height: thickness), x: 0, y: -top))
      box.height = top + constants.overbarExtraAscender * em
    } else {
      let y = box.depth + constants.underbarGap * em
      box.elements.append(MathElement(.rule(width: box.width, height: thickness), x: 0, y: y))
      box.depth = y + thickness + constants.underbarExtraDescender * em
    }
    return box
  }

  /// `\overset` and `\underset`: limits on anything.
  func layoutStack(
    _ base: [MathNode], _ over: [MathNode]?, _ under: [MathNode]?, _ context: MathLayoutContext
  ) -> MathBox {
    layoutLimits(layoutList(base, context), over: over, under: under, context)
  }

  /// The laid-out labels of an arrow.
  struct ArrowLabels {
    var above: MathBox
    var below: MathBox?

    /// How long the arrow must be at least.
    func length(_ context: MathLayoutContext) -> Double {
      max(1.4 * context.em, max(above.width, below?.width ?? 0) + 0.8 * context.em)
    }
  }

  func arrowLabels(_ over: [MathNode], _ under: [MathNode]?, _ context: MathLayoutContext) -> ArrowLabels {
    ArrowLabels(above: layoutList(over, context.superscript), below: under.map { layoutList($0, context.subscript) })
  }

  /// An arrow as long as its labels, which stand over and under it.
  func longArrow(_ scalar: UInt32, _ labels: ArrowLabels, _ context: MathLayoutContext, atLeast length: Double = 0) -> MathBox
  {
    let em = context.em
    let (above, below) = (labels.above, labels.below)
    let arrow = stretchedHorizontally(scalar, to: max(length, labels.length(context)), context)
    var result = MathBox(width: arrow.width)
    result.place(arrow, x: 0, y: 0)
    let gap = 0.11 * em
    if !above.elements.isEmpty {
      result.place(above, x: (arrow.width - above.width) / 2, y: -(max(arrow.height, context.axis) + gap + above.depth))
    }
    if let below {
      result.place(below, x: (arrow.width - below.width) / 2, y: max(arrow.depth, -context.axis) + gap + below.height)
    }
    return result
  }
}
