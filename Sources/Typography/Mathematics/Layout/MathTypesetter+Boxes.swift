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
    if enclosure == .strikeout {
      let y = -(body.height - body.depth) / 2 - thickness / 2
      body.elements.append(MathElement(.rule(width: body.width, height: thickness), x: 0, y: y))
      return body
    }
    if enclosure == .actuarial || enclosure == .phasor { return cornered(body, enclosure, thickness: thickness) }
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
    return framed(body, margin: 0.3 * size + thickness, thickness: thickness, color: nil)
  }

  /// A body in a corner of two lines: above and at the right, or below and obliquely at the left.
  private func cornered(_ body: MathBox, _ enclosure: MathEnclosure, thickness: Double) -> MathBox {
    let margin = 0.12 * size
    let isPhasor = enclosure == .phasor
    let slant = isPhasor ? (body.total + 2 * margin) / 2 : 0
    var result = MathBox(width: body.width + slant + margin)
    result.place(body, x: isPhasor ? slant : 0, y: 0)
    let total = body.total + 2 * margin
    if isPhasor {
      let y = body.depth + margin
      result.elements.append(MathElement(.rule(width: result.width, height: thickness), x: 0, y: y))
      result.elements.append(MathElement(.line(dx: slant, dy: -total, thickness: thickness), x: 0, y: y + thickness))
      result.depth = y + thickness
      result.height = body.height + margin
    } else {
      let y = -body.height - margin - thickness
      result.elements.append(MathElement(.rule(width: result.width, height: thickness), x: 0, y: y))
      let line = MathElement.Shape.rule(width: thickness, height: total - margin + thickness)
      result.elements.append(MathElement(line, x: result.width - thickness, y: y))
      result.height = -y
    }
    return result
  }

  /// A box in a frame of four rules; no thickness leaves the margin only.
  private func framed(_ body: MathBox, margin: Double, thickness: Double, color: MathColor?) -> MathBox {
    var result = MathBox(
      width: body.width + 2 * margin, height: body.height + margin, depth: body.depth + margin)
    result.place(body, x: margin, y: 0)
    guard thickness > 0 else { return result }
    let (width, total) = (result.width, result.total)
    for (x, y, w, h) in [
      (0, -result.height, width, thickness), (0, result.depth - thickness, width, thickness),
      (0, -result.height, thickness, total), (width - thickness, -result.height, thickness, total),
    ] {
      result.elements.append(MathElement(.rule(width: w, height: h), x: x, y: y, color: color))
    }
    return result
  }

  /// A body on a coloured ground, which comes first among the elements and so lies under the body.
  func layoutShaded(
    _ fill: MathColor, _ border: MathColor?, _ nodes: [MathNode], _ context: MathLayoutContext
  ) -> MathBox {
    var body = layoutList(nodes, context)
    body.italicCorrection = 0
    let thickness = border == nil ? 0 : 0.04 * size
    var result = framed(body, margin: 0.3 * size + thickness, thickness: thickness, color: border)
    let ground = MathElement.Shape.rule(width: result.width, height: result.total)
    result.elements.insert(MathElement(ground, x: 0, y: -result.height, color: fill), at: 0)
    return result
  }

  /// A body without width, beside or about its place.
  func layoutLapped(_ nodes: [MathNode], _ side: MathArray.Alignment, _ context: MathLayoutContext) -> MathBox {
    let body = layoutList(nodes, context)
    var result = MathBox()
    let shift =
      switch side {
      case .left: -body.width
      case .center: -body.width / 2
      case .right: 0.0
      }
    result.place(body, x: shift, y: 0)
    return result
  }

  /// A body moved up by a length; without one, centred on the axis.
  func layoutRaised(_ length: MathLength?, _ nodes: [MathNode], _ context: MathLayoutContext) -> MathBox {
    let body = layoutList(nodes, context)
    return length.map { body.raised(by: $0.points(em: context.em)) } ?? centeredOnAxis(body, context)
  }

  func layoutRule(
    _ width: MathLength, _ height: MathLength, _ raise: MathLength, _ context: MathLayoutContext
  ) -> MathBox {
    let (w, h, y) = (width.points(em: context.em), height.points(em: context.em), raise.points(em: context.em))
    var result = MathBox(width: w, height: max(0, h + y), depth: max(0, -y))
    if w > 0, h > 0 { result.elements = [MathElement(.rule(width: w, height: h), x: 0, y: -(h + y))] }
    return result
  }

  /// A vertical arrow of a diagram with its labels at its sides, which take up no width.
  func layoutTallArrow(
    _ scalar: UInt32?, _ left: [MathNode], _ right: [MathNode], _ context: MathLayoutContext
  ) -> MathBox {
    guard let scalar else { return MathBox() }
    let labels = [left, right].map { layoutList($0, context.superscript) }
    let height = max(2 * context.em, (labels.map(\.total).max() ?? 0) + 0.4 * context.em)
    let arrow = delimiter(scalar, height: height, context)
    var result = MathBox(width: arrow.width)
    result.place(arrow, x: 0, y: 0)
    let gap = 0.15 * context.em
    for (label, x) in [(labels[0], -gap - labels[0].width), (labels[1], arrow.width + gap)] {
      result.place(label, x: x, y: (label.height - label.depth) / 2 - context.axis)
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
