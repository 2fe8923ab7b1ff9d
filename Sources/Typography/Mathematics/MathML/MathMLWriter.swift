/// Writes math lists as MathML Core, spaced as TeX spaces them.
///
/// Every operator carries its own space, because the browsers' dictionary differs from TeX and does not know whether
/// a sign is binary; letters are written plain where a browser slants them by itself and as mathematical characters
/// elsewhere.
package struct MathMLWriter {
  var scalars: Set<UInt32> = []
  /// How many growing delimiters enclose what is being written.
  var fenceDepth = 0
  /// The em of text style in points, for absolute lengths.
  let size = 10.0
  /// Whether references to equations are links.
  let hasLinks: Bool
  /// The font of the page's formulas, for the slant of its letters, which browsers leave out of account.
  let font: MathFont?

  /// The formula as a `<math>` element whose alternative text is what `MathSpeech` says.
  /// - Parameters:
  ///   - isDisplay: a formula on a line of its own.
  ///   - isDivisible: a long formula in running text becomes several elements between which a line may end, in HTML's
  ///     `<span>`.
  ///   - hasLinks: false within a link, which may hold no other.
  ///   - font: what the page sets formulas in; nil leaves slanted letters as close as the browser puts them.
  package static func write(
    _ expression: MathExpression, isDisplay: Bool, isDivisible: Bool = false, hasLinks: Bool = true,
    font: MathFont? = MathFont.standard
  ) -> MathML {
    var writer = MathMLWriter(hasLinks: hasLinks, font: font)
    if isDivisible, !isDisplay, let markup = writer.divided(expression) {
      return MathML(markup: markup, scalars: writer.scalars)
    }
    let style: MathStyle = isDisplay ? .display : .text
    let body = writer.row(expression.body, style)
    var markup = "<math"
    if isDisplay { markup += " display=\"block\"" }
    markup += " alttext=\"\(escaped(MathSpeech.describe(expression)))\">\(body)</math>"
    return MathML(markup: markup, scalars: writer.scalars)
  }

  /// One element for a list: an `<mrow>` unless the list is one element already.
  mutating func row(
    _ nodes: [MathNode], _ style: MathStyle, leading: MathClass? = nil, trailing: MathClass? = nil
  ) -> String {
    let children = children(nodes, style, leading: leading, trailing: trailing)
    return children.count == 1 ? children[0] : "<mrow>\(children.joined())</mrow>"
  }

  /// One node as one element.
  mutating func element(_ node: MathNode, _ style: MathStyle) -> String {
    switch node.kind {
    case .atom(let atom): symbol(atom, atom.atomClass, before: 0, after: 0)
    case .bigOperator(let scalar, _): bigOperator(scalar, before: 0, after: 0)
    case .operatorName(let name, _): functionName(name)
    case .group(let body): row(body, style)
    case .classed(_, let body, _): row(body, style)
    case .scripts(let base, let sub, let sup): scripts(base, sub, sup, style)
    case .fraction(let fraction): self.fraction(fraction, style)
    case .radical(let body, let degree): radical(body, degree, style)
    case .fenced(let left, let segments, let middles, let right): fenced(left, segments, middles, right, style)
    case .sizedDelimiter(let scalar, let step, _): sizedDelimiter(scalar, step)
    case .accent(let accent, let body): self.accent(accent, body, style)
    case .stretched(let scalar, let above, let body): stretched(scalar, above, body, style)
    case .line(let above, let body): line(above, body, style)
    case .stack(let base, let over, let under):
      limits(row(base, style), over: over, under: under, style)
    case .longArrow(let scalar, let over, let under): longArrow(scalar, over, under, style)
    case .text(let words, let textStyle): text(words, textStyle)
    case .space(let length): space(length.ems(size: size))
    case .styled(let inner, let body): styled(row(body, inner), inner)
    case .colored(let color, let body): "<mstyle mathcolor=\"\(color.hexadecimal)\">\(row(body, style))</mstyle>"
    case .phantom(let body, let horizontal, let vertical): phantom(row(body, style), horizontal, vertical)
    case .smashed(let body, let top, let bottom):
      "<mpadded\(top ? " height=\"0\"" : "")\(bottom ? " depth=\"0\"" : "")>\(row(body, style))</mpadded>"
    case .enclosed(let enclosure, let body): enclosed(enclosure, row(body, style))
    case .shaded(let fill, let border, let body): shaded(fill, border, row(body, style))
    case .lapped(let body, let side): lapped(row(body, style), side)
    case .raised(let length, let body): raised(length, row(body, style))
    case .scaled(let factor, let body): scaled(factor, row(body, style))
    case .rule(let width, let height, let raise): rule(width, height, raise)
    case .choice(let bodies): row(bodies[style.rawValue], style)
    case .tallArrow(let scalar, let left, let right): tallArrow(scalar, left, right, style)
    case .negated(let inner): negated(inner, style)
    case .array(let array): self.array(array, style)
    case .linked(let link, let body): linked(link, body, style)
    case .error(let source): error(source)
    }
  }

  /// Text as XML; the characters are remembered for the font.
  mutating func characters(_ text: String) -> String {
    for scalar in text.unicodeScalars { scalars.insert(scalar.value) }
    return MathMLWriter.escaped(text)
  }

  mutating func character(_ scalar: UInt32) -> String { characters(String(scalarValue: scalar)) }

  static func escaped(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case _ where scalar.value < 0x20 && scalar != "\t" && scalar != "\n": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A length in ems with at most four decimals, `0` for none.
  static func ems(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    if rounded == 0 { return "0" }
    return rounded == rounded.rounded() ? "\(Int(rounded))em" : "\(rounded)em"
  }
}
