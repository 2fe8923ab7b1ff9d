extension MathTypesetter {
  /// A base with its scripts: above and below if it takes limits, else at its right (rules 13a and 18).
  func layoutScripts(
    _ base: MathNode?, _ sub: [MathNode]?, _ sup: [MathNode]?, _ context: MathLayoutContext
  ) -> MathBox {
    if let base, base.takesLimits(in: context.style) {
      return layoutLimits(layoutNode(base, context), over: sup, under: sub, context)
    }
    let nucleus = nucleus(of: base, context)
    let above = sup.map { layoutList($0, context.superscript) }
    let below = sub.map { layoutList($0, context.subscript) }
    let shifts = scriptShifts(nucleus, above, below, context)
    var result = nucleus.box
    result.italicCorrection = 0
    result.width = nucleus.widthWithoutSlant
    var width = nucleus.box.width
    if let above {
      var x = nucleus.superscriptStart
      if let glyph = nucleus.glyph, let sup { x += cutIn(glyph, above, sup, shift: shifts.up, isAbove: true, context) }
      result.place(above, x: x, y: -shifts.up)
      width = max(width, x + above.width + constants.spaceAfterScript * context.em)
    }
    if let below {
      var x = nucleus.subscriptStart
      if let glyph = nucleus.glyph, let sub {
        x += cutIn(glyph, below, sub, shift: -shifts.down, isAbove: false, context)
      }
      result.place(below, x: x, y: shifts.down)
      width = max(
        above == nil ? nucleus.widthWithoutSlant : width, x + below.width + constants.spaceAfterScript * context.em)
    }
    result.width = width
    return result
  }

  /// What scripts are attached to.
  private struct Nucleus {
    var box: MathBox
    /// The glyph of a nucleus that is a single character.
    var glyph: MathGlyph?
    /// Scripts of a character sit at fixed heights; those of a box follow its edges.
    var isCharacter: Bool
    var superscriptStart: Double
    var subscriptStart: Double
    var widthWithoutSlant: Double
  }

  private func nucleus(of base: MathNode?, _ context: MathLayoutContext) -> Nucleus {
    guard let base else {
      return Nucleus(box: MathBox(), isCharacter: true, superscriptStart: 0, subscriptStart: 0, widthWithoutSlant: 0)
    }
    let box = layoutNode(base, context)
    var result = Nucleus(
      box: box, isCharacter: false, superscriptStart: box.width, subscriptStart: box.width,
      widthWithoutSlant: box.width)
    switch base.kind {
    case .atom(let atom): result.glyph = glyph(of: atom, context.form)
    case .accent(_, let body):
      // The scripts belong to the letter under the accent (rule 12).
      if body.count == 1, case .atom = body[0].kind { result.isCharacter = true }
    case .bigOperator:
      result.subscriptStart = box.width - box.italicCorrection
    case .group(let body) where body.count == 1:
      if case .atom(let atom) = body[0].kind { result.glyph = glyph(of: atom, context.form) }
    default: break
    }
    if result.glyph != nil {
      result.isCharacter = true
      result.subscriptStart = box.width - box.italicCorrection
      result.widthWithoutSlant = result.subscriptStart
    }
    return result
  }

  /// How far scripts are raised and lowered (rules 18a to 18f).
  private func scriptShifts(
    _ nucleus: Nucleus, _ above: MathBox?, _ below: MathBox?, _ context: MathLayoutContext
  ) -> (up: Double, down: Double) {
    let em = context.em
    var up = 0.0
    var down = 0.0
    if let above {
      let shift = context.isCramped ? constants.superscriptShiftUpCramped : constants.superscriptShiftUp
      up = max(shift * em, above.depth + constants.superscriptBottomMin * em)
      if !nucleus.isCharacter { up = max(up, nucleus.box.height - constants.superscriptBaselineDropMax * em) }
    }
    if let below {
      down = max(constants.subscriptShiftDown * em, below.height - constants.subscriptTopMax * em)
      if !nucleus.isCharacter { down = max(down, nucleus.box.depth + constants.subscriptBaselineDropMin * em) }
    }
    if let above, let below {
      let gap = (up - above.depth) - (below.height - down)
      let missing = constants.subSuperscriptGapMin * em - gap
      if missing > 0 {
        // First raise the superscript as far as it may, then lower the subscript.
        let room = constants.superscriptBottomMaxWithSubscript * em - (up - above.depth)
        let raise = min(max(room, 0), missing)
        up += raise
        down += missing - raise
      }
    }
    return (up, down)
  }

  /// The kern that cuts a script into the corner of its base, by the staircases of heights that the font has for both:
  /// where the script's near edge is, and where the base's far edge is, whichever leaves more room.
  /// - Parameter shift: how far the script's baseline is above that of the base.
  private func cutIn(
    _ base: MathGlyph, _ script: MathBox, _ nodes: [MathNode], shift: Double, isAbove: Bool,
    _ context: MathLayoutContext
  ) -> Double {
    let em = context.em
    let scriptContext = context.superscript
    var first: MathGlyph?
    if let node = nodes.first, case .atom(let atom) = node.scriptBase.kind { first = glyph(of: atom, scriptContext.form) }
    func kern(atHeight height: Double) -> Double {
      let ofBase = font.kern(base.id, isAbove ? .topRight : .bottomRight, atHeight: height / em) * em
      guard let first else { return ofBase }
      let corner: MathFont.Corner = isAbove ? .bottomLeft : .topLeft
      return ofBase + font.kern(first.id, corner, atHeight: (height - shift) / scriptContext.em) * scriptContext.em
    }
    let near = isAbove ? shift - script.depth : shift + script.height
    let far = isAbove ? base.height * em : -base.depth * em
    return max(kern(atHeight: near), kern(atHeight: far))
  }

  /// A box with limits above and below, centred and moved by half its slant (rule 13a).
  func layoutLimits(
    _ base: MathBox, over: [MathNode]?, under: [MathNode]?, _ context: MathLayoutContext
  ) -> MathBox {
    let above = over.map { layoutList($0, context.superscript) }
    let below = under.map { layoutList($0, context.subscript) }
    let slant = base.italicCorrection / 2
    let width = max(base.width, above?.width ?? 0, below?.width ?? 0)
    var result = MathBox(width: width)
    result.place(base, x: (width - base.width) / 2, y: 0)
    if let above {
      let gap = max(
        constants.upperLimitGapMin * context.em, constants.upperLimitBaselineRiseMin * context.em - above.depth)
      result.place(above, x: (width - above.width) / 2 + slant, y: -(base.height + gap + above.depth))
    }
    if let below {
      let gap = max(
        constants.lowerLimitGapMin * context.em, constants.lowerLimitBaselineDropMin * context.em - below.height)
      result.place(below, x: (width - below.width) / 2 - slant, y: base.depth + gap + below.height)
    }
    return result
  }
}
