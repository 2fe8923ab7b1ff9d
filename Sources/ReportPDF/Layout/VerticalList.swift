/// A column of items under construction; the space between two blocks is the greater of what both ask for.
struct VerticalList {
  private(set) var items: [VerticalItem] = []
  private var pendingSpace = 0.0
  private var keepsNext = false

  var isEmpty: Bool { items.isEmpty }

  /// Appends a block.
  ///
  /// - Parameters:
  ///   - penalty: price of a page break before the block.
  ///   - keepsNext: no page break after it.
  mutating func append(
    _ block: [VerticalItem], before: Double, after: Double, penalty: Double = 0, keepsNext: Bool = false
  ) {
    guard !block.isEmpty else { return }
    if !items.isEmpty {
      let space = max(before, pendingSpace)
      if self.keepsNext {
        items.append(.penalty(10_000))
      } else if penalty > 0 || space == 0 {
        items.append(.penalty(penalty))
      }
      if space > 0 { items.append(.space(space, stretch: space * 0.45)) }
    }
    items += block
    pendingSpace = after
    self.keepsNext = keepsNext
  }

  /// Appends a float; it does not disturb the spacing of the blocks around it.
  mutating func append(float box: VerticalBox) { items.append(.float(box)) }

  /// All boxes one below the other with their spaces as one box.
  func stacked() -> VerticalBox {
    var boxes: [VerticalBox] = []
    for item in items {
      switch item {
      case .box(let box), .float(let box): boxes.append(box)
      case .space(let space, _): boxes.append(VerticalBox(height: space))
      case .penalty: break
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
      case .float(var box):
        decorate(&box)
        return .box(box)
      case .space(let space, _):
        var box = VerticalBox(height: space)
        decorate(&box)
        return .box(box)
      case .penalty: return item
      }
    }
  }
}
