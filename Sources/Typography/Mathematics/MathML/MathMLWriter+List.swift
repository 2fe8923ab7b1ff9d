extension MathMLWriter {
  /// The elements of a list. The space between two atoms is carried by the operator among them, else by an `<mspace>`.
  mutating func children(
    _ nodes: [MathNode], _ style: MathStyle, leading: MathClass? = nil, trailing: MathClass? = nil
  ) -> [String] {
    children(
      withSlants(FlatMathList(nodes, style: style, leading: leading, trailing: trailing).items), style, leading: leading)
  }

  /// The elements of items, the first of which takes no space before it unless it follows something.
  mutating func children(_ items: [FlatMathList.Item], _ style: MathStyle, leading: MathClass? = nil) -> [String] {
    var result: [String] = []
    result.reserveCapacity(items.count)
    var index = 0
    while index < items.count {
      let item = items[index]
      if item.slantBefore > 0, index > 0 { result.append(slantSpace(item.slantBefore)) }
      if let (element, count) = word(items[index...], style) {
        if item.spaceBefore > 0, index > 0, !isSign(items[index - 1].node) {
          result.append(space(item.spaceBefore / 18))
        }
        result.append(element)
        index += count
        continue
      }
      let before = item.spaceBefore
      if isSign(item.node) {
        // An operator takes its own space, and the space of a neighbour that is no operator.
        var after = 0.0
        if index + 1 < items.count, !isSign(items[index + 1].node) { after = items[index + 1].spaceBefore }
        let isFirst = index == 0 && leading == nil
        result.append(wrapped(sign(item, before: isFirst ? 0 : before, after: after), item, style))
      } else {
        if before > 0, index > 0 || leading != nil, index == 0 || !isSign(items[index - 1].node) {
          result.append(space(before / 18))
        }
        result.append(wrapped(element(item.node, item.style), item, style))
      }
      index += 1
    }
    return result
  }

  /// The list with the space that slanted letters need: after one that leans to the right, and before one whose tail
  /// reaches to the left, where the neighbour is no slanted letter itself.
  func withSlants(_ items: [FlatMathList.Item]) -> [FlatMathList.Item] {
    guard let font else { return items }
    var result = items
    for index in items.indices.dropFirst() {
      let (before, after) = (items[index - 1].node, items[index].node)
      if let glyph = slantedGlyph(before, font), slantedGlyph(after.scriptBase, font) == nil,
        glyph.italicCorrection > 0.05
      {
        result[index].slantBefore += glyph.italicCorrection
      }
      if let glyph = slantedGlyph(after.scriptBase, font), slantedGlyph(before, font) == nil, glyph.left < -0.06 {
        result[index].slantBefore += -glyph.left - 0.06
      }
    }
    return result
  }

  /// The glyph of a node that is a single slanted letter.
  func slantedGlyph(_ node: MathNode, _ font: MathFont) -> MathGlyph? {
    guard case .atom(let atom) = node.kind, atom.alphabet == .italic || atom.alphabet == .boldItalic else { return nil }
    return font.glyphID(atom.drawnScalar).map { font.glyph($0) }
  }

  /// Whether a node is written as one `<mo>`.
  private func isSign(_ node: MathNode) -> Bool {
    switch node.kind {
    case .atom(let atom): !isIdentifier(atom)
    case .bigOperator: true
    default: false
    }
  }

  private mutating func sign(_ item: FlatMathList.Item, before: Double, after: Double) -> String {
    switch item.node.kind {
    case .bigOperator(let scalar, _): bigOperator(scalar, before: before, after: after)
    case .atom(let atom): symbol(atom, item.atomClass ?? atom.atomClass, before: before, after: after)
    default: element(item.node, item.style)
    }
  }

  /// An element in the style and colour of its item.
  private func wrapped(_ element: String, _ item: FlatMathList.Item, _ style: MathStyle) -> String {
    var result = element
    if item.style != style { result = styled(result, item.style) }
    if let color = item.color { result = "<mstyle mathcolor=\"\(color.hexadecimal)\">\(result)</mstyle>" }
    return result
  }

  /// The number or the upright word that a list begins with, as one element, and how many items it takes.
  private mutating func word(_ items: ArraySlice<FlatMathList.Item>, _ style: MathStyle) -> (String, Int)? {
    guard let first = items.first, first.style == style, first.color == nil, case .atom(let start) = first.node.kind
    else { return nil }
    let isNumber = MathMLWriter.isDigit(start)
    guard isNumber || (start.alphabet.isForWords && start.atomClass == .ordinary) else { return nil }
    var text = ""
    var count = 0
    for (offset, item) in items.enumerated() {
      guard case .atom(let atom) = item.node.kind, item.style == style, item.color == nil else { break }
      if isNumber {
        let isPoint =
          atom.scalar == 0x2E && items.count > offset + 1
          && MathMLWriter.isDigit(items[items.startIndex + offset + 1].node)
        guard (MathMLWriter.isDigit(atom) && atom.alphabet == start.alphabet) || isPoint else { break }
      } else {
        guard atom.alphabet == start.alphabet, atom.atomClass == .ordinary, !MathMLWriter.isDigit(atom) else { break }
      }
      text += String(scalarValue: atom.drawnScalar)
      count += 1
    }
    // A number whose last digit has scripts: the whole number is their base.
    if isNumber, count < items.count, items[items.startIndex + count].style == style,
      case .scripts(let base?, let sub, let sup) = items[items.startIndex + count].node.kind,
      case .atom(let last) = base.kind, MathMLWriter.isDigit(last), items[items.startIndex + count].color == nil
    {
      let number = "<mn>\(characters(text + String(scalarValue: last.drawnScalar)))</mn>"
      return (scripted(number, sub, sup, style), count + 1)
    }
    guard count > 0 else { return nil }
    if isNumber { return ("<mn>\(characters(text))</mn>", count) }
    if count == 1 { return nil }
    return ("<mi>\(characters(text))</mi>", count)
  }

  private static func isDigit(_ atom: MathAtom) -> Bool { (0x30...0x39).contains(atom.scalar) }

  private static func isDigit(_ node: MathNode) -> Bool {
    if case .atom(let atom) = node.kind { return isDigit(atom) }
    return false
  }
}

extension MathNode {
  /// The base of a node with scripts, else the node itself.
  var scriptBase: MathNode {
    if case .scripts(let base?, _, _) = kind { return base }
    return self
  }
}
