/// A node of a flattened list with what is known about its place.
struct MathItem {
  var node: MathNode
  var context: MathLayoutContext
  var color: MathColor?
  /// After binary operators without operands have become ordinary.
  var atomClass: MathClass?
  /// Space to the atom before, in points.
  var spaceBefore = 0.0
}

extension MathTypesetter {
  /// A list as a box.
  /// - Parameters:
  ///   - leading: the class of an empty atom before the list.
  ///   - trailing: the class of an empty atom after it.
  func layoutList(
    _ nodes: [MathNode], _ context: MathLayoutContext, leading: MathClass? = nil, trailing: MathClass? = nil
  ) -> MathBox {
    if nodes.count == 1, leading == nil, nodes[0].atomClass != nil { return layoutNode(nodes[0], context) }
    return layoutItems(items(nodes, context, leading: leading, trailing: trailing)[...], keepsFirstSpace: leading != nil)
  }

  /// The list's nodes, without the nodes that only change style or colour, with the space between them.
  func items(
    _ nodes: [MathNode], _ context: MathLayoutContext, leading: MathClass? = nil, trailing: MathClass? = nil
  ) -> [MathItem] {
    var items: [MathItem] = []
    items.reserveCapacity(nodes.count)
    flatten(nodes, context, nil, into: &items)
    var classes = items.map { $0.node.atomClass }
    if let trailing { classes.append(trailing) }
    classes = InterAtomSpacing.resolved(classes, leading: leading)
    var previous = leading
    for index in items.indices {
      items[index].atomClass = classes[index]
      guard let atomClass = classes[index] else { continue }
      if let previous {
        let mu = InterAtomSpacing.mu(previous, atomClass, in: items[index].context.style)
        items[index].spaceBefore = mu / 18 * items[index].context.em
      }
      previous = atomClass
    }
    return items
  }

  private func flatten(
    _ nodes: [MathNode], _ context: MathLayoutContext, _ color: MathColor?, into items: inout [MathItem]
  ) {
    for node in nodes {
      switch node.kind {
      case .styled(let style, let body): flatten(body, context.with(style), color, into: &items)
      case .colored(let inner, let body): flatten(body, context, inner, into: &items)
      default: items.append(MathItem(node: node, context: context, color: color))
      }
    }
  }

  /// Items side by side; the space before the first only where something is known to stand before it.
  func layoutItems(_ items: ArraySlice<MathItem>, keepsFirstSpace: Bool = false) -> MathBox {
    var result = MathBox()
    result.elements.reserveCapacity(items.count * 2)
    for index in items.indices {
      let item = items[index]
      if index > items.startIndex || keepsFirstSpace { result.width += item.spaceBefore }
      let box = layoutNode(item.node, item.context).colored(item.color)
      result.place(box, x: result.width, y: 0)
      result.width += box.width
    }
    return result
  }
}
