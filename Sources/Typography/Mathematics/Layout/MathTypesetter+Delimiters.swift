extension MathFont {
  /// How tall `\big` to `\Bigg`, steps 1 to 4, make a delimiter, in ems: 1.2, 1.8, 2.4 and 3, or the nearest form that
  /// the font has.
  func delimiterHeight(_ scalar: UInt32, step: Int) -> Double {
    let wanted = 0.6 + 0.6 * Double(step)
    guard let id = glyphID(scalar) else { return wanted }
    let sizes = stretch(id, .vertical).variants.map(\.size)
    guard let nearest = sizes.min(by: { abs($0 - wanted) < abs($1 - wanted) }) else { return wanted }
    return abs(nearest - wanted) < 0.15 * wanted ? nearest : wanted
  }
}

extension MathTypesetter {
  /// TeX's `\nulldelimiterspace`, in ems: 1.2 pt at 10 pt.
  private static let nullDelimiterSpace = 0.12
  /// TeX's `\delimiterfactor` and `\delimitershortfall`, in ems.
  private static let delimiterFactor = 0.901
  private static let delimiterShortfall = 0.5

  /// How tall delimiters about a box must be (appendix G, rule 19).
  func delimiterHeight(around box: MathBox, _ context: MathLayoutContext) -> Double {
    let half = max(box.height - context.axis, box.depth + context.axis)
    return max(2 * half * Self.delimiterFactor, 2 * half - Self.delimiterShortfall * context.em)
  }

  /// A delimiter of at least a height, on the axis; nil is the empty delimiter.
  func delimiter(_ scalar: UInt32?, height: Double, _ context: MathLayoutContext) -> MathBox {
    guard let scalar else { return MathBox(width: Self.nullDelimiterSpace * context.em) }
    return centeredOnAxis(stretchedVertically(scalar, to: height, context), context)
  }

  /// A box between delimiters of its height; without any, between empty ones.
  func fenced(_ body: MathBox, _ left: UInt32?, _ right: UInt32?, _ context: MathLayoutContext) -> MathBox {
    let height = delimiterHeight(around: body, context)
    return row([delimiter(left, height: height, context), body, delimiter(right, height: height, context)])
  }

  /// Boxes side by side.
  func row(_ boxes: [MathBox]) -> MathBox {
    var result = MathBox()
    for box in boxes {
      result.place(box, x: result.width, y: 0)
      result.width += box.width
    }
    return result
  }

  /// `\left … \middle … \right`.
  func layoutFenced(
    _ left: UInt32?, _ segments: [[MathNode]], _ middles: [UInt32?], _ right: UInt32?, _ context: MathLayoutContext
  ) -> MathBox {
    let bodies = segments.map { layoutList($0, context, leading: .opening, trailing: .closing) }
    var height = 0.0
    for body in bodies { height = max(height, delimiterHeight(around: body, context)) }
    var boxes = [delimiter(left, height: height, context)]
    for (index, body) in bodies.enumerated() {
      if index > 0 { boxes.append(delimiter(middles[index - 1], height: height, context)) }
      boxes.append(body)
    }
    boxes.append(delimiter(right, height: height, context))
    return row(boxes)
  }

  func layoutSizedDelimiter(_ scalar: UInt32?, _ step: Int, _ context: MathLayoutContext) -> MathBox {
    delimiter(scalar, height: scalar.map { font.delimiterHeight($0, step: step) * context.em } ?? 0, context)
  }
}
