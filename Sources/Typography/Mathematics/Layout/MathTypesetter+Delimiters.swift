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

  /// `\big` and its kin: 1.2, 1.8, 2.4 and 3 ems, less the shortfall that TeX allows.
  func layoutSizedDelimiter(_ scalar: UInt32?, _ step: Int, _ context: MathLayoutContext) -> MathBox {
    let height = (0.6 + 0.6 * Double(step)) * Self.delimiterFactor * context.em
    return delimiter(scalar, height: height, context)
  }
}
