extension MathMLWriter {
  /// Whether an atom is written as `<mi>` or `<mn>`, not as `<mo>`.
  func isIdentifier(_ atom: MathAtom) -> Bool {
    if atom.alphabet != .plain { return true }
    return atom.atomClass == .ordinary && !MathMLWriter.ordinarySigns.contains(atom.scalar)
  }

  /// Ordinary atoms that are signs nevertheless.
  private static let ordinarySigns: Set<UInt32> = [
    0x7C, 0x2016, 0x2F, 0x5C, 0x2E, 0x22, 0x40, 0x2032, 0x2033, 0x2035, 0xAC, 0x2200, 0x2203, 0x2204, 0xB7, 0x221A,
  ]

  /// What a browser would stretch to the height of its row.
  private static let stretchy: Set<UInt32> = [
    0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x7C, 0x2016, 0x27E8, 0x27E9, 0x230A, 0x230B, 0x2308, 0x2309, 0x27E6, 0x27E7,
    0x23B0, 0x23B1, 0x27EE, 0x27EF, 0x2191, 0x2193, 0x2195, 0x21D1, 0x21D3, 0x21D5, 0x2223, 0x2225, 0x27EA, 0x27EB,
  ]

  /// A single symbol; the space is in mu.
  mutating func symbol(_ atom: MathAtom, _ atomClass: MathClass, before: Double, after: Double) -> String {
    if isIdentifier(atom) { return identifier(atom) }
    return sign(atom.scalar, before: before, after: after)
  }

  private mutating func sign(_ scalar: UInt32, before: Double, after: Double) -> String {
    let stretchy = Self.stretchy.contains(scalar) ? " stretchy=\"false\"" : ""
    return "<mo\(stretchy)\(spaces(before, after))>\(character(scalar))</mo>"
  }

  /// The space about an operator as attributes.
  func spaces(_ before: Double, _ after: Double) -> String {
    " lspace=\"\(MathMLWriter.ems(before / 18))\" rspace=\"\(MathMLWriter.ems(after / 18))\""
  }

  private mutating func identifier(_ atom: MathAtom) -> String {
    if (0x30...0x39).contains(atom.scalar) { return "<mn>\(character(atom.drawnScalar))</mn>" }
    switch atom.alphabet {
    case .italic where atom.drawnScalar != atom.scalar:
      // The browser slants single letters by itself.
      scalars.insert(atom.drawnScalar)
      return "<mi>\(character(atom.scalar))</mi>"
    case .roman: return "<mi mathvariant=\"normal\">\(character(atom.scalar))</mi>"
    default: return "<mi>\(character(atom.drawnScalar))</mi>"
    }
  }

  mutating func bigOperator(_ scalar: UInt32, before: Double, after: Double) -> String {
    "<mo movablelimits=\"false\"\(spaces(before, after))>\(character(scalar))</mo>"
  }

  mutating func functionName(_ name: String) -> String {
    let variant = name.unicodeScalars.count == 1 ? " mathvariant=\"normal\"" : ""
    return "<mi\(variant)>\(characters(name))</mi>"
  }

  /// Room for a slanted letter, of a class of its own: Firefox, which knows how letters lean, leaves it out by CSS.
  func slantSpace(_ ems: Double) -> String { "<mspace class=\"slant\" width=\"\(MathMLWriter.ems(ems))\"/>" }

  func space(_ ems: Double) -> String { "<mspace width=\"\(MathMLWriter.ems(ems))\"/>" }

  /// Words; a space at an edge would be lost if it could break.
  mutating func text(_ words: String, _ style: MathTextStyle) -> String {
    var scalars = Array(words.unicodeScalars)
    if scalars.first == " " { scalars[0] = "\u{A0}" }
    if scalars.count > 1, scalars[scalars.count - 1] == " " { scalars[scalars.count - 1] = "\u{A0}" }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    let face: String =
      switch style {
      case .roman: ""
      case .bold: " style=\"font-weight:bold\""
      case .italic: " style=\"font-style:italic\""
      case .sans: " style=\"font-family:sans-serif\""
      case .monospace: " style=\"font-family:monospace\""
      }
    return "<mtext\(face)>\(characters(String(text)))</mtext>"
  }

  mutating func error(_ source: String) -> String {
    "<mtext mathcolor=\"\(MathColor.error.hexadecimal)\" style=\"font-family:monospace\">\(characters(source))</mtext>"
  }

  func styled(_ element: String, _ style: MathStyle) -> String {
    let level = max(0, style.rawValue - 1)
    return "<mstyle displaystyle=\"\(style == .display)\" scriptlevel=\"\(level)\">\(element)</mstyle>"
  }

  func phantom(_ body: String, _ horizontal: Bool, _ vertical: Bool) -> String {
    var attributes = ""
    if !horizontal { attributes += " width=\"0\"" }
    if !vertical { attributes += " height=\"0\" depth=\"0\"" }
    let phantom = "<mphantom>\(body)</mphantom>"
    return attributes.isEmpty ? phantom : "<mpadded\(attributes)>\(phantom)</mpadded>"
  }

  /// Frames and strokes are drawn by CSS, as MathML Core has no `<menclose>`.
  func enclosed(_ enclosure: MathEnclosure, _ body: String) -> String {
    func stroke(_ direction: String) -> String {
      "linear-gradient(to \(direction),transparent calc(50% - .03em),currentColor calc(50% - .03em),"
        + "currentColor calc(50% + .03em),transparent calc(50% + .03em))"
    }
    let phasorStroke = "\(stroke("bottom right")) left/.5em 100% no-repeat"
    let style: String =
      switch enclosure {
      case .box: "border:.05em solid;padding:.3em"
      case .cancel: "background:\(stroke("bottom right"))"
      case .bcancel: "background:\(stroke("top right"))"
      case .xcancel: "background:\(stroke("bottom right")),\(stroke("top right"))"
      case .strikeout: "background:\(stroke("bottom"))"
      case .actuarial: "border:solid;border-width:.05em .05em 0 0;padding:.1em .1em 0 0"
      case .phasor: "border-bottom:.05em solid;padding:.1em .1em .1em .4em;background:\(phasorStroke)"
      }
    return "<mrow style=\"\(style)\">\(body)</mrow>"
  }

  mutating func negated(_ node: MathNode, _ style: MathStyle) -> String {
    if case .atom(let atom) = node.kind {
      return
        "<mo stretchy=\"false\"\(spaces(0, 0))>\(characters(String(scalarValue: atom.drawnScalar) + "\u{338}"))</mo>"
    }
    return enclosed(.cancel, element(node, style))
  }
}
