extension MathTypesetter {
  /// Where a line may end in a formula.
  struct Break {
    /// The last item before it, and the first after it.
    var last, next: Int
    /// What stands between the two when the line goes on, in points.
    var space: Double
    var penalty: Int
  }

  /// A formula in pieces between which a line may break: after relations, binary operators and commas that
  /// stand in no group, rather outside parentheses than in them, with the spaces that follow them, and at `\allowbreak`. Set side by side with their spaces they
  /// are the unbroken formula.
  /// - Parameter isOpen: lines may end between growing delimiters, too.
  package func layoutBreakable(
    _ expression: MathExpression, style: MathStyle = .text, isOpen: Bool = false
  ) -> [MathPiece] {
    let items = FlatMathList(isOpen ? opened(expression.body) : expression.body, style: style).items
    let context = self.context(style)
    var pieces: [MathPiece] = []
    var start = items.startIndex
    for place in breaks(in: items, context) {
      let box = layoutItems(items[start...place.last], context)
      pieces.append(MathPiece(box: box, spaceAfter: place.space, penalty: place.penalty))
      start = place.next
    }
    if start < items.endIndex {
      pieces.append(MathPiece(box: layoutItems(items[start...], context), spaceAfter: 0, penalty: 0))
    }
    return pieces
  }

  /// The places in a list where a line may end, in order.
  func breaks(in items: [FlatMathList.Item], _ context: MathLayoutContext) -> [Break] {
    var result: [Break] = []
    var index = items.startIndex
    // How many delimiters that do not grow are open; bars open and close in turn where they come in pairs.
    var depth = 0
    var isInBars: [UInt32: Bool] = [:]
    let paired = Self.bars.filter { bar in items.count { Self.bar($0) == bar }.isMultiple(of: 2) }
    while index < items.endIndex {
      defer { index += 1 }
      if items[index].atomClass == .opening { depth += 1 }
      if items[index].atomClass == .closing { depth = max(0, depth - 1) }
      if let bar = Self.bar(items[index]), paired.contains(bar) {
        let isOpen = isInBars[bar] ?? false
        depth = max(0, depth + (isOpen ? -1 : 1))
        isInBars[bar] = !isOpen
      }
      var next = index + 1
      var space = 0.0
      var isAllowed = false
      while next < items.endIndex, case .space(let length) = items[next].node.kind, length.value >= 0 {
        space += length.points(em: context.with(items[next].style).em)
        isAllowed = isAllowed || length == .zero
        next += 1
      }
      guard next < items.endIndex,
        var penalty = isAllowed ? 0 : breakPenalty(after: items[index], before: items[next], space: space / size)
      else { continue }
      if depth > 0, !isAllowed { penalty = 900 }
      space += items[next].spaceBefore / 18 * context.with(items[next].style).em
      result.append(Break(last: index, next: next, space: space, penalty: penalty))
      index = next - 1
    }
    return result
  }

  /// Of absolute values and norms.
  private static let bars: [UInt32] = [0x7C, 0x2016]

  /// The bar that an item is, with or without scripts, unless it is marked as opening or closing.
  private static func bar(_ item: FlatMathList.Item) -> UInt32? {
    guard case .atom(let atom) = item.node.scriptBase.kind, atom.atomClass == .ordinary, bars.contains(atom.scalar) else {
      return nil
    }
    return atom.scalar
  }

  /// - Parameter space: what the author put between the two, in ems.
  private func breakPenalty(after item: FlatMathList.Item, before next: FlatMathList.Item, space: Double) -> Int? {
    if next.atomClass == nil { return nil }
    switch item.atomClass {
    case .relation: return next.atomClass == .relation ? nil : 500
    case .binary: return 700
    // A comma and a wide space part two formulas.
    case .punctuation: return space >= 0.9 ? 500 : 900
    default: return nil
    }
  }
}
