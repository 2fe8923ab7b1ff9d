extension MathTypesetter {
  /// A list as a box.
  /// - Parameters:
  ///   - leading: the class of an empty atom before the list.
  ///   - trailing: the class of an empty atom after it.
  func layoutList(
    _ nodes: [MathNode], _ context: MathLayoutContext, leading: MathClass? = nil, trailing: MathClass? = nil
  ) -> MathBox {
    if nodes.count == 1, leading == nil, nodes[0].atomClass != nil, overhang(of: nodes[0], context) == 0 {
      return layoutNode(nodes[0], context)
    }
    let list = FlatMathList(nodes, style: context.style, leading: leading, trailing: trailing)
    return layoutItems(list.items[...], context, keepsFirstSpace: leading != nil)
  }

  /// Items side by side; the space before the first only where something is known to stand before it.
  func layoutItems(
    _ items: ArraySlice<FlatMathList.Item>, _ context: MathLayoutContext, keepsFirstSpace: Bool = false
  ) -> MathBox {
    var result = MathBox()
    result.elements.reserveCapacity(items.count * 2)
    var followsLetter = false
    for index in items.indices {
      let item = items[index]
      let itemContext = context.with(item.style)
      if index > items.startIndex || keepsFirstSpace { result.width += item.spaceBefore / 18 * itemContext.em }
      if !followsLetter { result.width += overhang(of: item.node, itemContext) }
      let box = layoutNode(item.node, itemContext).colored(item.color)
      result.place(box, x: result.width, y: 0)
      result.width += box.width
      followsLetter = item.node.isSlantedLetter
    }
    return result
  }

  /// Room for the tail of a letter such as Pagella's `f`, which reaches far to the left of its origin, where no
  /// slanted letter stands before it to tuck the tail under.
  private func overhang(of node: MathNode, _ context: MathLayoutContext) -> Double {
    switch node.kind {
    case .atom(let atom):
      guard atom.alphabet == .italic || atom.alphabet == .boldItalic, let glyph = glyph(of: atom, context.form) else {
        return 0
      }
      return max(0, -glyph.left - 0.06) * context.em
    case .scripts(let base?, _, _): return overhang(of: base, context)
    case .accent(_, let body): return body.first.map { overhang(of: $0, context) } ?? 0
    default: return 0
    }
  }
}

extension MathNode {
  /// Whether the node is a single slanted letter without scripts.
  fileprivate var isSlantedLetter: Bool {
    if case .atom(let atom) = kind { return atom.alphabet == .italic || atom.alphabet == .boldItalic }
    return false
  }
}
