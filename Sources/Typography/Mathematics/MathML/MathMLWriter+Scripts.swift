extension MathMLWriter {
  mutating func scripts(_ base: MathNode?, _ sub: [MathNode]?, _ sup: [MathNode]?, _ style: MathStyle) -> String {
    guard let base else { return scripted("<mrow></mrow>", sub, sup, style) }
    if base.takesLimits(in: style) { return limits(element(base, style), over: sup, under: sub, style) }
    if case .sizedDelimiter = base.kind {
      // In a row of its own a delimiter keeps its size.
      return scripted("<mrow>\(element(base, style))</mrow>", sub, sup, style)
    }
    var slant = 0.0
    if let font, let glyph = slantedGlyph(base, font), glyph.italicCorrection > 0.02 { slant = glyph.italicCorrection }
    return scripted(scriptBase(base, style), sub, sup, style, slant: slant)
  }

  /// A base whose edges a browser takes for those of a box, where TeX puts the scripts of a letter at fixed heights:
  /// tall and deep letters are cut down to what leaves the scripts there.
  private mutating func scriptBase(_ base: MathNode, _ style: MathStyle) -> String {
    let element = element(base, style)
    guard let font else { return element }
    let constants = font.constants
    let height = constants.superscriptShiftUp + constants.superscriptBaselineDropMax
    let depth = constants.subscriptShiftDown - constants.subscriptBaselineDropMin
    var (isTall, isDeep) = (false, false)
    switch base.kind {
    case .atom(let atom):
      guard let glyph = font.glyphID(atom.drawnScalar).map({ font.glyph($0) }) else { return element }
      (isTall, isDeep) = (glyph.height > height, glyph.depth > depth)
    case .accent(_, let body):
      guard body.count == 1, case .atom = body[0].kind else { return element }
      isTall = true
    default: return element
    }
    if !isTall, !isDeep { return element }
    let above = isTall ? " height=\"\(MathMLWriter.ems(height))\"" : ""
    let below = isDeep ? " depth=\"\(MathMLWriter.ems(depth))\"" : ""
    return "<mpadded\(above)\(below)>\(element)</mpadded>"
  }

  /// Scripts at the right of an element.
  /// - Parameter slant: how far the superscript moves to the right, in ems of the base.
  mutating func scripted(
    _ base: String, _ sub: [MathNode]?, _ sup: [MathNode]?, _ style: MathStyle, slant: Double = 0
  ) -> String {
    let below = sub.map { row($0, style.ofScripts) }
    let above = sup.map { superscript($0, style, slant: slant) }
    return switch (below, above) {
    case (let below?, let above?): "<msubsup>\(base)\(below)\(above)</msubsup>"
    case (let below?, nil): "<msub>\(base)\(below)</msub>"
    case (nil, let above?): "<msup>\(base)\(above)</msup>"
    case (nil, nil): base
    }
  }

  private mutating func superscript(_ nodes: [MathNode], _ style: MathStyle, slant: Double) -> String {
    let primes = nodes.prefix { $0.isPrime }.count
    var parts: [String] = []
    if slant > 0 { parts.append(slantSpace(slant / (style <= .text ? scriptScale : 1))) }
    if primes > 0 {
      // The font's primes are raised already and belong to the size of the base.
      let signs = String(repeating: "<mo\(spaces(0, 0))>\(character(0x2032))</mo>", count: primes)
      let lowered = "<mpadded voffset=\"-0.32em\">\(primes == 1 ? signs : "<mrow>\(signs)</mrow>")</mpadded>"
      parts.append("<mstyle scriptlevel=\"\(max(0, style.rawValue - 1))\">\(lowered)</mstyle>")
    }
    if primes < nodes.count { parts += children(Array(nodes[primes...]), style.ofScripts) }
    return parts.count == 1 ? parts[0] : "<mrow>\(parts.joined())</mrow>"
  }

  private var scriptScale: Double { font?.constants.scriptScale ?? 0.7 }

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
    let isWide = accent.isStretchy && body.count > 1
    var sign = accent.spacing
    var attributes = " stretchy=\"false\""
    if isWide, accent.combining == 0x302 {
      sign = accent.combining
      attributes = " stretchy=\"true\""
    } else if isWide {
      // Browsers do not stretch the tilde and the caron.
      attributes += " style=\"transform:scaleX(\(min(body.count, 3)))\""
    } else if sign >= 0x20D0 {
      // A combining sign, whose ink lies before its origin.
      attributes += " style=\"transform:translateX(.25em)\""
    }
    let mark = "<mo\(attributes)\(spaces(0, 0))>\(character(sign))</mo>"
    return "<mover accent=\"true\">\(row(body, style))\(mark)</mover>"
  }

  mutating func stretched(_ scalar: UInt32, _ above: Bool, _ body: [MathNode], _ style: MathStyle) -> String {
    // The tilde is no stretchy sign to browsers, and its combining form lies before its origin.
    let isTilde = scalar == 0x303
    let stretch = isTilde ? "stretchy=\"false\" style=\"transform:scaleX(\(min(max(body.count, 1), 3)))\"" : "stretchy=\"true\""
    let sign = "<mo \(stretch)\(spaces(0, 0))>\(character(isTilde ? 0x2DC : scalar))</mo>"
    var body = row(body, style)
    // Browsers set accents close; arrows and brackets would touch the letters.
    if !isTilde, scalar < 0x23DC { body = "<mrow style=\"padding-\(above ? "top" : "bottom"):.1em\">\(body)</mrow>" }
    return above
      ? "<mover accent=\"true\">\(body)\(sign)</mover>" : "<munder accentunder=\"true\">\(body)\(sign)</munder>"
  }

  /// Lines are borders: not every mathematics font has a stretchable bar.
  mutating func line(_ above: Bool, _ body: [MathNode], _ style: MathStyle) -> String {
    let side = above ? "border-top:.05em solid;padding-top:.12em" : "border-bottom:.05em solid;padding-bottom:.12em"
    return "<mrow style=\"\(side)\">\(row(body, style))</mrow>"
  }

  /// An arrow under its label, which is as wide as the arrow shall be: browsers stretch the one to the other.
  mutating func longArrow(
    _ scalar: UInt32, _ over: [MathNode], _ under: [MathNode]?, _ style: MathStyle, atLeast length: Double = 0
  ) -> String {
    let arrow = "<mo stretchy=\"true\"\(spaces(0, 0))>\(character(scalar))</mo>"
    let margin = arrowMargin(scalar, over, under, style, atLeast: length)
    let above = "<mrow>\(margin)\(row(over, style.ofScripts))\(margin)</mrow>"
    guard let under else { return "<mover>\(arrow)\(above)</mover>" }
    let below = "<mrow>\(row(under, style.ofScripts))</mrow>"
    return "<munderover>\(arrow)\(below)\(above)</munderover>"
  }

  /// The space at each side of an arrow's upper label that makes it as long as the form of the arrow that the font
  /// has; without a font, half an em.
  private func arrowMargin(
    _ scalar: UInt32, _ over: [MathNode], _ under: [MathNode]?, _ style: MathStyle, atLeast length: Double
  ) -> String {
    guard let font else { return space(0.5) }
    let typesetter = MathTypesetter(font: font, size: 1)
    let context = MathLayoutContext(style: style, textSize: 1, constants: font.constants)
    let labels = typesetter.arrowLabels(over, under, context)
    let arrow = typesetter.longArrow(scalar, labels, context, atLeast: length * context.em)
    // A little less than the arrow, or the browser takes the next larger one.
    return space(max(0, (arrow.width - labels.above.width) / 2 - 0.02) / context.superscript.em)
  }
}

extension MathNode {
  fileprivate var isPrime: Bool {
    if case .atom(let atom) = kind { return atom.scalar == 0x2032 }
    return false
  }
}
