extension MathMLWriter {
  mutating func scripts(_ base: MathNode?, _ sub: [MathNode]?, _ sup: [MathNode]?, _ style: MathStyle) -> String {
    guard let base else { return scripted("<mrow></mrow>", sub, sup, style) }
    if base.takesLimits(in: style) { return limits(element(base, style), over: sup, under: sub, style) }
    return scripted(element(base, style), sub, sup, style)
  }

  /// Scripts at the right of an element.
  mutating func scripted(_ base: String, _ sub: [MathNode]?, _ sup: [MathNode]?, _ style: MathStyle) -> String {
    let below = sub.map { row($0, style.ofScripts) }
    let above = sup.map { row($0, style.ofScripts) }
    return switch (below, above) {
    case (let below?, let above?): "<msubsup>\(base)\(below)\(above)</msubsup>"
    case (let below?, nil): "<msub>\(base)\(below)</msub>"
    case (nil, let above?): "<msup>\(base)\(above)</msup>"
    case (nil, nil): base
    }
  }

  /// Limits over and under an element.
  mutating func limits(_ base: String, over: [MathNode]?, under: [MathNode]?, _ style: MathStyle) -> String {
    let below = under.map { row($0, style.ofScripts) }
    let above = over.map { row($0, style.ofScripts) }
    return switch (below, above) {
    case (let below?, let above?): "<munderover>\(base)\(below)\(above)</munderover>"
    case (let below?, nil): "<munder>\(base)\(below)</munder>"
    case (nil, let above?): "<mover>\(base)\(above)</mover>"
    case (nil, nil): base
    }
  }

  mutating func accent(_ accent: MathAccent, _ body: [MathNode], _ style: MathStyle) -> String {
    let sign = accent.isStretchy && body.count > 1 ? accent.combining : accent.spacing
    let stretchy = accent.isStretchy && body.count > 1 ? "" : " stretchy=\"false\""
    return "<mover accent=\"true\">\(row(body, style))<mo\(stretchy)\(spaces(0, 0))>\(character(sign))</mo></mover>"
  }

  mutating func stretched(_ scalar: UInt32, _ above: Bool, _ body: [MathNode], _ style: MathStyle) -> String {
    let sign = "<mo stretchy=\"true\"\(spaces(0, 0))>\(character(scalar))</mo>"
    let body = row(body, style)
    return above
      ? "<mover accent=\"true\">\(body)\(sign)</mover>" : "<munder accentunder=\"true\">\(body)\(sign)</munder>"
  }

  /// Lines are borders: not every mathematics font has a stretchable bar.
  mutating func line(_ above: Bool, _ body: [MathNode], _ style: MathStyle) -> String {
    let side = above ? "border-top:.05em solid;padding-top:.12em" : "border-bottom:.05em solid;padding-bottom:.12em"
    return "<mrow style=\"\(side)\">\(row(body, style))</mrow>"
  }

  mutating func longArrow(_ scalar: UInt32, _ over: [MathNode], _ under: [MathNode]?, _ style: MathStyle) -> String {
    let arrow = "<mo stretchy=\"true\"\(spaces(0, 0))>\(character(scalar))</mo>"
    let margin = space(0.5)
    let above = "<mrow>\(margin)\(row(over, style.ofScripts))\(margin)</mrow>"
    guard let under else { return "<mover>\(arrow)\(above)</mover>" }
    let below = "<mrow>\(margin)\(row(under, style.ofScripts))\(margin)</mrow>"
    return "<munderover>\(arrow)\(below)\(above)</munderover>"
  }
}
