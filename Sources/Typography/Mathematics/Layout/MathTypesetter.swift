/// Lays out math lists by the rules of the TeXbook's appendix G with the constants of an OpenType font.
package struct MathTypesetter {
  /// Sets words in the text font: the words, their face, and the font size in points.
  package typealias TextShaper = (String, MathTextStyle, Double) -> MathBox

  package let font: MathFont
  /// The em of text style, in points.
  package let size: Double
  let shapeText: TextShaper?

  /// - Parameter shapeText: measures the words of `\text`; without it they are set in the mathematics font.
  package init(font: MathFont, size: Double, shapeText: TextShaper? = nil) {
    self.font = font
    self.size = size
    self.shapeText = shapeText
  }

  /// The formula as one box.
  /// - Complexity: O(nodes × nesting).
  package func layout(_ expression: MathExpression, style: MathStyle = .text) -> MathBox {
    layoutList(expression.body, context(style))
  }

  func context(_ style: MathStyle) -> MathLayoutContext {
    MathLayoutContext(style: style, textSize: size, constants: font.constants)
  }

  var constants: MathConstants { font.constants }

  /// One node as a box.
  func layoutNode(_ node: MathNode, _ context: MathLayoutContext) -> MathBox {
    switch node.kind {
    case .atom(let atom): layoutAtom(atom, context)
    case .bigOperator(let scalar, _): layoutBigOperator(scalar, context)
    case .operatorName(let name, _): layoutName(name, context)
    case .group(let body): layoutList(body, context)
    case .classed(let atomClass, let body, _):
      atomClass == .operation ? layoutOperatorBody(body, context) : layoutList(body, context)
    case .scripts(let base, let sub, let sup): layoutScripts(base, sub, sup, context)
    case .fraction(let fraction): layoutFraction(fraction, context)
    case .radical(let body, let degree): layoutRadical(body, degree, context)
    case .fenced(let left, let segments, let middles, let right):
      layoutFenced(left, segments, middles, right, context)
    case .sizedDelimiter(let scalar, let step, _): layoutSizedDelimiter(scalar, step, context)
    case .accent(let accent, let body): layoutAccent(accent, body, context)
    case .stretched(let scalar, let above, let body): layoutStretched(scalar, above, body, context)
    case .line(let above, let body): layoutLine(above, body, context)
    case .stack(let base, let over, let under): layoutStack(base, over, under, context)
    case .longArrow(let scalar, let over, let under): longArrow(scalar, arrowLabels(over, under, context), context)
    case .text(let words, let style): layoutText(words, style, context)
    case .space(let length): MathBox(width: length.points(em: context.em))
    case .styled(let style, let body): layoutList(body, context.with(style))
    case .colored(let color, let body): layoutList(body, context).colored(color)
    case .phantom(let body, let horizontal, let vertical): layoutPhantom(body, horizontal, vertical, context)
    case .smashed(let body, let top, let bottom): layoutSmashed(body, top, bottom, context)
    case .enclosed(let enclosure, let body): layoutEnclosed(enclosure, body, context)
    case .shaded(let fill, let border, let body): layoutShaded(fill, border, body, context)
    case .lapped(let body, let side): layoutLapped(body, side, context)
    case .raised(let length, let body): layoutRaised(length, body, context)
    case .scaled(let factor, let body): layoutList(body, context.scaled(by: factor))
    case .rule(let width, let height, let raise): layoutRule(width, height, raise, context)
    case .choice(let bodies): layoutList(bodies[context.style.rawValue], context)
    case .tallArrow(let scalar, let left, let right): layoutTallArrow(scalar, left, right, context)
    case .negated(let inner): layoutNegated(inner, context)
    case .array(let array): layoutArray(array, context)
    case .linked(let link, let body): layoutList(body, context).linked(link)
    case .error(let source): layoutText(source, .monospace, context).colored(.error)
    }
  }
}
