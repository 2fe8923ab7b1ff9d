extension MathTypesetter {
  /// A fraction or a stack without a rule, with its delimiters (rule 15).
  func layoutFraction(_ fraction: MathFraction, _ outer: MathLayoutContext) -> MathBox {
    let context = fraction.style.map { outer.with($0) } ?? outer
    var above = layoutList(fraction.numerator, fraction.isContinued ? context : context.numerator)
    var below = layoutList(fraction.denominator, fraction.isContinued ? context.cramped : context.denominator)
    if fraction.isContinued {
      above.height = max(above.height, 0.84 * context.em)
      below.height = max(below.height, 0.84 * context.em)
    }
    let width = max(above.width, below.width)
    var result = MathBox(width: width)
    let thickness: Double =
      switch fraction.rule {
      case .none: 0
      case .standard: constants.fractionRuleThickness * context.em
      case .thickness(let length): length.points(em: context.em)
      }
    let shifts =
      fraction.rule == .none
      ? stackShifts(above, below, context) : fractionShifts(above, below, thickness, context)
    result.place(above, x: (width - above.width) / 2, y: -shifts.up)
    result.place(below, x: (width - below.width) / 2, y: shifts.down)
    if thickness > 0 {
      result.elements.append(
        MathElement(.rule(width: width, height: thickness), x: 0, y: -(context.axis + thickness / 2)))
    }
    var whole = fenced(result, fraction.left, fraction.right, context)
    // Continued fractions end flush, so that they do not step to the right (amsmath).
    if fraction.isContinued, fraction.right == nil { whole.width -= delimiter(nil, height: 0, context).width }
    return whole
  }

  private func fractionShifts(
    _ above: MathBox, _ below: MathBox, _ thickness: Double, _ context: MathLayoutContext
  ) -> (up: Double, down: Double) {
    let isDisplay = context.style == .display
    let em = context.em
    let up = isDisplay ? constants.numeratorDisplayShiftUp : constants.numeratorShiftUp
    let down = isDisplay ? constants.denominatorDisplayShiftDown : constants.denominatorShiftDown
    let gapAbove = isDisplay ? constants.numeratorDisplayGapMin : constants.numeratorGapMin
    let gapBelow = isDisplay ? constants.denominatorDisplayGapMin : constants.denominatorGapMin
    return (
      max(up * em, context.axis + thickness / 2 + gapAbove * em + above.depth),
      max(down * em, below.height + gapBelow * em + thickness / 2 - context.axis)
    )
  }

  private func stackShifts(
    _ above: MathBox, _ below: MathBox, _ context: MathLayoutContext
  ) -> (up: Double, down: Double) {
    let isDisplay = context.style == .display
    let em = context.em
    var up = (isDisplay ? constants.stackTopDisplayShiftUp : constants.stackTopShiftUp) * em
    var down = (isDisplay ? constants.stackBottomDisplayShiftDown : constants.stackBottomShiftDown) * em
    let gap = (isDisplay ? constants.stackDisplayGapMin : constants.stackGapMin) * em
    let missing = gap - ((up - above.depth) - (below.height - down))
    if missing > 0 {
      up += missing / 2
      down += missing / 2
    }
    return (up, down)
  }

  /// A root, its rule over the body and its degree in the crook (rule 11).
  func layoutRadical(_ nodes: [MathNode], _ degree: [MathNode]?, _ context: MathLayoutContext) -> MathBox {
    let em = context.em
    let body = layoutList(nodes, context.cramped)
    let thickness = constants.radicalThickness * em
    var gap = (context.style == .display ? constants.radicalDisplayGap : constants.radicalGap) * em
    let sign = stretchedVertically(0x221A, to: body.total + gap + thickness, context)
    let excess = sign.total - (body.total + gap + thickness)
    if excess > 0 { gap += excess / 2 }
    let top = body.height + gap + thickness
    var result = MathBox()
    var x = 0.0
    if let degree, !degree.isEmpty {
      let box = layoutList(degree, context.with(.scriptScript))
      x = max(0, constants.radicalKernBeforeDegree * em)
      let bottom = top - sign.total
      result.place(box, x: x, y: -(bottom + constants.radicalDegreeRaise * sign.total + box.depth))
      x = max(0, x + box.width + constants.radicalKernAfterDegree * em)
    }
    result.place(sign, x: x, y: sign.height - top)
    x += sign.width
    result.elements.append(MathElement(.rule(width: body.width, height: thickness), x: x, y: -top))
    result.place(body, x: x, y: 0)
    result.width = x + body.width
    result.height = max(result.height, top + constants.radicalExtraAscender * em)
    return result
  }
}
