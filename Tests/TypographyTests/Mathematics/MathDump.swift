@testable import Typography

/// Text forms of math lists and boxes for comparison with golden files.
enum MathDump {
  /// A math list as nested parentheses.
  static func list(_ nodes: [MathNode]) -> String { "[" + nodes.map { node($0) }.joined(separator: " ") + "]" }

  static func node(_ node: MathNode) -> String {
    switch node.kind {
    case .atom(let atom): self.atom(atom)
    case .bigOperator(let scalar, let limits): "(big \(character(scalar)) \(limits))"
    case .operatorName(let name, let limits): "(name \(name) \(limits))"
    case .group(let body): list(body)
    case .classed(let atomClass, let body, _): "(\(atomClass) \(list(body)))"
    case .scripts(let base, let sub, let sup):
      "(scripts \(base.map { self.node($0) } ?? "-")\(part("_", sub))\(part("^", sup)))"
    case .fraction(let fraction):
      "(frac\(option(fraction.rule == .standard ? nil : "\(fraction.rule)"))"
        + "\(option(fraction.style.map { "\($0)" }))\(fences(fraction.left, fraction.right))"
        + " \(list(fraction.numerator)) \(list(fraction.denominator)))"
    case .radical(let body, let degree): "(root\(part(":", degree)) \(list(body)))"
    case .fenced(let left, let segments, let middles, let right):
      "(fenced\(fences(left, right))\(middles.map { " |" + ($0.map { character($0) } ?? ".") }.joined())"
        + segments.map { " " + list($0) }.joined() + ")"
    case .sizedDelimiter(let scalar, let size, let atomClass):
      "(delimiter \(scalar.map { character($0) } ?? ".") \(size) \(atomClass))"
    case .accent(let accent, let body): "(accent \(accent.spoken)\(accent.isStretchy ? " wide" : "") \(list(body)))"
    case .stretched(let scalar, let above, let body): "(\(above ? "over" : "under") \(character(scalar)) \(list(body)))"
    case .line(let above, let body): "(\(above ? "overline" : "underline") \(list(body)))"
    case .stack(let base, let over, let under): "(stack \(list(base))\(part("^", over))\(part("_", under)))"
    case .longArrow(let scalar, let over, let under):
      "(arrow \(character(scalar))\(part("^", over))\(part("_", under)))"
    case .text(let words, let style): "(text \(style) \"\(words)\")"
    case .space(let length): "(space \(length.value)\(length.unit))"
    case .styled(let style, let body): "(\(style) \(list(body)))"
    case .colored(let color, let body): "(color \(color.hexadecimal) \(list(body)))"
    case .phantom(let body, let horizontal, let vertical):
      "(phantom\(horizontal ? " h" : "")\(vertical ? " v" : "") \(list(body)))"
    case .smashed(let body, _, _): "(smash \(list(body)))"
    case .enclosed(let enclosure, let body): "(\(enclosure) \(list(body)))"
    case .shaded(let fill, let border, let body):
      "(shaded \(fill.hexadecimal)\(option(border.map(\.hexadecimal))) \(list(body)))"
    case .lapped(let body, let side): "(lap \(side.rawValue) \(list(body)))"
    case .raised(let length, let body): "(raise\(option(length.map { "\($0.value)\($0.unit)" })) \(list(body)))"
    case .scaled(let factor, let body): "(scale \(number(factor)) \(list(body)))"
    case .rule(let width, let height, let raise):
      "(rule \(width.value)\(width.unit) \(height.value)\(height.unit) \(raise.value)\(raise.unit))"
    case .choice(let bodies): "(choice \(bodies.map { list($0) }.joined(separator: " ")))"
    case .tallArrow(let scalar, let left, let right):
      "(tall \(scalar.map { character($0) } ?? ".") \(list(left)) \(list(right)))"
    case .negated(let inner): "(not \(self.node(inner)))"
    case .array(let array): self.array(array)
    case .linked(let link, let body): "(link \(link.reference) \(list(body)))"
    case .error(let source): "(error \(source))"
    }
  }

  private static func atom(_ atom: MathAtom) -> String {
    let sign = character(atom.drawnScalar)
    return atom.atomClass == .ordinary ? sign : "\(sign):\(atom.atomClass)"
  }

  private static func array(_ array: MathArray) -> String {
    let columns = array.alignments.map(\.rawValue).joined()
    let rows = array.rows.map { row in
      " (" + row.cells.map { list($0) }.joined(separator: " & ") + ")"
    }
    return "(\(array.name) \(columns)\(fences(array.left, array.right))\(rows.joined()))"
  }

  private static func part(_ sign: String, _ nodes: [MathNode]?) -> String { nodes.map { " \(sign)\(list($0))" } ?? "" }
  private static func option(_ text: String?) -> String { text.map { " \($0)" } ?? "" }
  private static func character(_ scalar: UInt32) -> String { String(scalarValue: scalar) }
  private static func fences(_ left: UInt32?, _ right: UInt32?) -> String {
    left == nil && right == nil ? "" : " " + (left.map { character($0) } ?? ".") + (right.map { character($0) } ?? ".")
  }

  /// A box with its elements, numbers rounded to a hundredth of a point.
  static func box(_ box: MathBox) -> String {
    var lines = ["box \(number(box.width)) +\(number(box.height)) -\(number(box.depth))"]
    for element in box.elements {
      let place = "\(number(element.x)),\(number(element.y))"
      let color = element.color.map { " \($0.hexadecimal)" } ?? ""
      switch element.shape {
      case .glyph(let id, let size, let text):
        lines.append("  glyph \(id) '\(text)' \(number(size)) at \(place)\(color)")
      case .rule(let width, let height): lines.append("  rule \(number(width))x\(number(height)) at \(place)\(color)")
      case .line(let dx, let dy, _): lines.append("  line \(number(dx)),\(number(dy)) at \(place)\(color)")
      case .text(let words, let style, let size):
        lines.append("  text \(style) \"\(words)\" \(number(size)) at \(place)\(color)")
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func number(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return "\(rounded == 0 ? 0 : rounded)"
  }
}
