extension MathTypesetter {
  /// The place of a body without the body.
  func layoutPhantom(
    _ nodes: [MathNode], _ horizontal: Bool, _ vertical: Bool, _ context: MathLayoutContext
  ) -> MathBox {
    let box = layoutList(nodes, context)
    return MathBox(
      width: horizontal ? box.width : 0, height: vertical ? box.height : 0, depth: vertical ? box.depth : 0)
  }

  func layoutSmashed(_ nodes: [MathNode], _ top: Bool, _ bottom: Bool, _ context: MathLayoutContext) -> MathBox {
    var box = layoutList(nodes, context)
    if top { box.height = 0 }
    if bottom { box.depth = 0 }
    return box
  }

  /// A frame about a body or strokes through it.
  func layoutEnclosed(_ enclosure: MathEnclosure, _ nodes: [MathNode], _ context: MathLayoutContext) -> MathBox {
    var body = layoutList(nodes, context)
    body.italicCorrection = 0
    let thickness = 0.04 * size
    guard enclosure == .box else {
      if enclosure != .bcancel {
        let line = MathElement.Shape.line(dx: body.width, dy: -body.total, thickness: thickness)
        body.elements.append(MathElement(line, x: 0, y: body.depth))
      }
      if enclosure != .cancel {
        let line = MathElement.Shape.line(dx: body.width, dy: body.total, thickness: thickness)
        body.elements.append(MathElement(line, x: 0, y: -body.height))
      }
      return body
    }
    let margin = 0.3 * size + thickness
    var result = MathBox(
      width: body.width + 2 * margin, height: body.height + margin, depth: body.depth + margin)
    result.place(body, x: margin, y: 0)
    let (width, total) = (result.width, result.total)
    for (x, y, w, h) in [
      (0, -result.height, width, thickness), (0, result.depth - thickness, width, thickness),
      (0, -result.height, thickness, total), (width - thickness, -result.height, thickness, total),
    ] {
      result.elements.append(MathElement(.rule(width: w, height: h), x: x, y: y))
    }
    return result
  }

  /// A symbol struck out by a slash.
  func layoutNegated(_ node: MathNode, _ context: MathLayoutContext) -> MathBox {
    var box = layoutNode(node, context)
    let slash = stretchedVertically(0x2F, to: box.total, context)
    let centred = slash.raised(by: (box.height - box.depth) / 2 - (slash.height - slash.depth) / 2)
    box.place(centred, x: (box.width - slash.width) / 2, y: 0)
    return box
  }
}
