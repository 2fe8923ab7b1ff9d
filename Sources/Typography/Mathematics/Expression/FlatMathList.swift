/// A list of atoms without the nodes that only change style or colour, with the space between the atoms.
struct FlatMathList {
  struct Item {
    var node: MathNode
    var style: MathStyle
    var color: MathColor?
    /// After binary operators without operands have become ordinary; nil for spaces.
    var atomClass: MathClass?
    /// Space to the atom before, in mu of the item's style.
    var spaceBefore = 0.0
    /// Room for slanted letters before it, in ems, where a writer needs to know it apart.
    var slantBefore = 0.0
  }

  var items: [Item]

  /// - Parameters:
  ///   - style: that the list is set in.
  ///   - leading: the class of an empty atom before the list.
  ///   - trailing: the class of an empty atom after it.
  init(_ nodes: [MathNode], style: MathStyle, leading: MathClass? = nil, trailing: MathClass? = nil) {
    items = []
    items.reserveCapacity(nodes.count)
    flatten(nodes, style, nil)
    var classes = items.map { $0.node.atomClass }
    if let trailing { classes.append(trailing) }
    classes = InterAtomSpacing.resolved(classes, leading: leading)
    var previous = leading
    for index in items.indices {
      items[index].atomClass = classes[index]
      guard let atomClass = classes[index] else { continue }
      if let previous { items[index].spaceBefore = InterAtomSpacing.mu(previous, atomClass, in: items[index].style) }
      previous = atomClass
    }
  }

  private mutating func flatten(_ nodes: [MathNode], _ style: MathStyle, _ color: MathColor?) {
    for node in nodes {
      switch node.kind {
      case .styled(let inner, let body): flatten(body, inner, color)
      case .colored(let inner, let body): flatten(body, style, inner)
      case .choice(let bodies): flatten(bodies[style.rawValue], style, color)
      default: items.append(Item(node: node, style: style, color: color))
      }
    }
  }
}
