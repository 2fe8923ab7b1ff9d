/// A column of items under construction; the space between two blocks is the greater of what both ask for.
struct VerticalList {
  private(set) var items: [VerticalItem] = []
  private var pendingSpace = 0.0
  /// Price of a page break after the last block.
  private var nextPenalty = 0.0

  var isEmpty: Bool { items.isEmpty }

  /// Appends a block.
  ///
  /// - Parameters:
  ///   - penalty: price of a page break before the block.
  ///   - keepsNext: no page break after it.
  ///   - nextPenalty: price of a page break after it.
  mutating func append(
    _ block: [VerticalItem], before: Double, after: Double, penalty: Double = 0, keepsNext: Bool = false,
    nextPenalty: Double = 0
  ) {
    guard !block.isEmpty else { return }
    if !items.isEmpty {
      let space = max(before, pendingSpace)
      let penalty = self.nextPenalty > 0 ? max(penalty, self.nextPenalty) : penalty
      if penalty > 0 || space == 0 {
        items.append(.penalty(penalty))
      }
      if space > 0 { items.append(.space(space, stretch: space * 0.45)) }
    }
    items += block
    pendingSpace = after
    self.nextPenalty = keepsNext ? 10_000 : nextPenalty
  }

  /// Appends a float; it does not disturb the spacing of the blocks around it.
  mutating func append(float box: VerticalBox, isWide: Bool = false) { items.append(isWide ? .wide(box) : .float(box)) }

  /// Holds back what follows until all floats stand.
  mutating func appendBarrier() { items.append(.barrier) }

  /// All boxes one below the other with their spaces as one box.
  func stacked() -> VerticalBox {
    var boxes: [VerticalBox] = []
    for item in items {
      switch item {
      case .box(let box), .float(let box), .wide(let box): boxes.append(box)
      case .space(let space, _): boxes.append(VerticalBox(height: space))
      case .penalty, .barrier: break
      }
    }
    return VerticalBox.stack(boxes)
  }

  /// The same list with boxes in place of spaces, so that a tint behind it has no gaps.
  func solid(_ decorate: (inout VerticalBox) -> Void) -> [VerticalItem] {
    items.map { item in
      switch item {
      case .box(var box):
        decorate(&box)
        return .box(box)
      case .float(var box), .wide(var box):
        decorate(&box)
        return .box(box)
      case .space(let space, _):
        var box = VerticalBox(height: space)
        decorate(&box)
        return .box(box)
      case .penalty, .barrier: return item
      }
    }
  }
}
