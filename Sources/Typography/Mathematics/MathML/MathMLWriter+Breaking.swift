extension MathMLWriter {
  /// Formulas in running text that are wider, in ems, may be divided at the end of a line.
  private static let longestUndivided = 12.0
  /// The least width of a part that ends after a relation, a binary operator or a comma, in ems.
  private static let leastParts: [Int: Double] = [0: 0, 500: 2, 700: 4, 900: 8]

  /// A formula in running text as several `<math>` elements between which a line may end, as browsers divide none;
  /// nil for one that is short, or has no place to divide it at.
  ///
  /// Who listens hears the whole formula, the label of what the parts stand in.
  mutating func divided(_ expression: MathExpression) -> String? {
    guard let font else { return nil }
    let typesetter = MathTypesetter(font: font, size: size)
    let context = typesetter.context(.text)
    let plain = FlatMathList(expression.body, style: .text).items
    guard typesetter.layoutItems(plain[...], context).width > Self.longestUndivided * size else { return nil }
    var (parts, widest) = parts(of: plain, typesetter)
    if widest > Self.longestClosed * size {
      // Also between growing delimiters.
      let open = self.parts(of: FlatMathList(typesetter.opened(expression.body), style: .text).items, typesetter)
      if open.widest < widest { parts = open.parts }
    }
    guard parts.count > 1 else { return nil }
    let words = MathMLWriter.escaped(MathSpeech.describe(expression))
    let elements = parts.map { "<math aria-hidden=\"true\"><mrow>\($0)</mrow></math>" }
    return "<span role=\"math\" aria-label=\"\(words)\">\(elements.joined(separator: "<wbr>"))</span>"
  }

  /// The widest part, in ems, inside whose delimiters no line ends.
  private static let longestClosed = 16.0

  /// The parts between which lines may end, and the width of the widest, in points.
  private mutating func parts(of plain: [FlatMathList.Item], _ typesetter: MathTypesetter) -> (parts: [String], widest: Double) {
    let context = typesetter.context(.text)
    let items = withSlants(plain)
    var parts: [String] = []
    var widest = 0.0
    var start = items.startIndex
    for place in typesetter.breaks(in: items, context) {
      let width = typesetter.layoutItems(plain[start...place.last], context).width / size
      guard width >= Self.leastParts[place.penalty] ?? 0 else { continue }
      widest = max(widest, width * size)
      parts.append(children(Array(items[start...place.last]), .text).joined() + space(place.space / size))
      start = place.next
    }
    widest = max(widest, typesetter.layoutItems(plain[start...], context).width)
    parts.append(children(Array(items[start...]), .text).joined())
    return (parts, widest)
  }
}
