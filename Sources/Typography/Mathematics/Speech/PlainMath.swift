/// A formula as one short line of Unicode text, for titles and terminals: `‖x‖²`, `𝔼[f(x)] ≤ 1/2`.
package enum PlainMath {
  package static func text(_ expression: MathExpression) -> String { collapsed(text(expression.body)) }

  /// The formula of a TeX source in one step.
  package static func text(tex: String, macros: [String: String] = [:]) -> String {
    text(TeXMathParser(macros: macros).parse(tex))
  }

  static func text(_ nodes: [MathNode], leading: MathClass? = nil) -> String {
    var result = ""
    let items = FlatMathList(nodes, style: .text, leading: leading).items
    for (index, item) in items.enumerated() {
      let piece = text(item.node)
      let isOperator = item.atomClass == .relation || item.atomClass == .binary
      if isOperator, item.spaceBefore > 0 {
        result += " \(piece) "
      } else {
        if item.atomClass == .operation || index > 0 && items[index - 1].atomClass == .operation,
          item.spaceBefore > 0
        {
          result += " "
        }
        result += piece
        if item.atomClass == .punctuation, index + 1 < items.count { result += " " }
      }
    }
    return result
  }

  private static func text(_ node: MathNode) -> String {
    switch node.kind {
    case .atom(let atom): self.symbol(atom)
    case .bigOperator(let scalar, _): String(scalarValue: scalar)
    case .operatorName(let name, _): name.split(separator: "\u{2009}").joined(separator: " ")
    case .group(let body), .classed(_, let body, _), .styled(_, let body), .colored(_, let body),
      .smashed(let body, _, _), .shaded(_, _, let body), .lapped(let body, _), .raised(_, let body), .scaled(_, let body),
      .linked(_, let body):
      text(body)
    case .choice(let bodies): text(bodies.last ?? [])
    case .tallArrow(let scalar, _, _): scalar.map { String(scalarValue: $0) } ?? ""
    case .scripts(let base?, _, _) where base.isBraced: text(base)
    case .scripts(let base, let sub, let sup):
      (base.map { text($0) } ?? "") + (sub.map { script($0, RaisedForms.below, "_") } ?? "")
        + (sup.map { script($0, RaisedForms.above, "^") } ?? "")
    case .fraction(let fraction): self.fraction(fraction)
    case .radical(let body, let degree):
      (degree.map { script($0, RaisedForms.above, "") } ?? "") + "√" + parenthesised(body)
    case .fenced(let left, let segments, let middles, let right): fenced(left, segments, middles, right)
    case .sizedDelimiter(let scalar, _, _): scalar.map { String(scalarValue: $0) } ?? ""
    case .accent(let accent, let body): text(body) + String(scalarValue: accent.combining)
    case .stretched(_, _, let body), .enclosed(_, let body): text(body)
    case .line(let above, let body): text(body) + (above ? "\u{305}" : "\u{332}")
    case .stack(let base, _, _): text(base)
    case .longArrow(let scalar, _, _): " \(String(scalarValue: scalar)) "
    case .text(let words, _): words
    case .space(let length): length.ems(size: 10) >= 0.25 ? " " : ""
    case .phantom, .rule: ""
    case .negated(let inner): text(inner) + "\u{338}"
    case .array(let array): self.array(array)
    case .error(let source): source
    }
  }

  /// Letters of the slanted alphabet are plain: slanted ones are missing in most text fonts.
  private static func symbol(_ atom: MathAtom) -> String {
    if atom.scalar == 0x2217 { return "*" }
    switch atom.alphabet {
    case .doubleStruck, .script, .fraktur, .boldScript, .boldFraktur: return String(scalarValue: atom.drawnScalar)
    default: return String(scalarValue: atom.scalar)
    }
  }

  private static func fraction(_ fraction: MathFraction) -> String {
    if fraction.rule == .none { return "(\(text(fraction.numerator)) choose \(text(fraction.denominator)))" }
    return parenthesised(fraction.numerator) + "/" + parenthesised(fraction.denominator)
  }

  private static func parenthesised(_ nodes: [MathNode]) -> String {
    let text = text(nodes)
    let isSimple =
      nodes.count == 1 && !nodes[0].isFraction
      || text.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
    return isSimple ? text : "(\(text))"
  }

  private static func script(_ nodes: [MathNode], _ forms: [Unicode.Scalar: Unicode.Scalar], _ sign: String) -> String {
    let plain = collapsed(text(nodes))
    var raised = String.UnicodeScalarView()
    for scalar in plain.unicodeScalars where scalar != " " {
      guard let form = forms[scalar] else {
        let isWord = plain.unicodeScalars.allSatisfy { $0.properties.isAlphabetic }
        return isWord ? sign + plain : "\(sign)(\(plain))"
      }
      raised.append(form)
    }
    return String(raised)
  }

  private static func fenced(
    _ left: UInt32?, _ segments: [[MathNode]], _ middles: [UInt32?], _ right: UInt32?
  ) -> String {
    func sign(_ scalar: UInt32?) -> String { scalar.map { String(scalarValue: $0) } ?? "" }
    var result = sign(left)
    for (index, segment) in segments.enumerated() {
      if index > 0 { result += " \(sign(middles[index - 1])) " }
      result += text(segment)
    }
    return result + sign(right)
  }

  private static func array(_ array: MathArray) -> String {
    let rows = array.rows.map { row in
      let cells = row.cells.enumerated().map { text($1, leading: array.continues($0) ? .ordinary : nil) }
      return cells.joined(separator: array.continues(1) ? "" : ", ")
    }
    let body = rows.joined(separator: "; ")
    let left = array.left.map { String(scalarValue: $0) } ?? ""
    return left + body + (array.right.map { String(scalarValue: $0) } ?? "")
  }

  /// The text without spaces at its ends or in runs.
  private static func collapsed(_ text: String) -> String {
    text.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" }).joined(separator: " ")
  }
}

extension MathNode {
  /// Whether scripts of the node are labels of a brace.
  fileprivate var isBraced: Bool {
    if case .stretched = kind { return takesLimits(in: .text) }
    return false
  }
}

/// The raised and lowered forms of characters.
private enum RaisedForms {
  static let above = table("0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻=⁼(⁽)⁾nⁿiⁱ⊤ᵀTᵀ′′**††kᵏdᵈtᵗaᵃbᵇmᵐpᵖxˣ")
  static let below = table("0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋=₌(₍)₎iᵢjⱼkₖnₙmₘtₜpₚsₛxₓaₐeₑhₕlₗoₒrᵣuᵤvᵥ")

  private static func table(_ pairs: String) -> [Unicode.Scalar: Unicode.Scalar] {
    let scalars = Array(pairs.unicodeScalars)
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for index in stride(from: 0, to: scalars.count - 1, by: 2) { table[scalars[index]] = scalars[index + 1] }
    return table
  }
}
