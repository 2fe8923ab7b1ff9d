extension LineComposer {
  /// Puts the fragments of a line, which stand in the order of the text from left to right, into the order of reading.
  ///
  /// A short form of the bidirectional algorithm (Unicode Standard Annex 9): words against the direction of the
  /// paragraph that follow each other stand in their own order, what has no direction goes with the paragraph. All are
  /// still painted, and read aloud, in the order of the text.
  mutating func reorder() {
    let isRightToLeft = shape.isRightToLeft
    var start = fragments.startIndex
    while start < fragments.endIndex {
      guard runsAgainst(isRightToLeft, fragments[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < fragments.endIndex, runsAgainst(isRightToLeft, fragments[end]) { end += 1 }
      if end - start > 1 { mirror(start..<end) }
      start = end
    }
    if isRightToLeft, !fragments.isEmpty { mirrorLine() }
  }

  /// A stretch of the line end for end.
  private mutating func mirror(_ range: Range<Int>) {
    let extents = range.map { extent(of: fragments[$0]) }
    let edges = (extents.map(\.left).min() ?? 0) + (extents.map(\.right).max() ?? 0)
    for (index, extent) in zip(range, extents) { place(index, extent, at: edges - extent.right) }
  }

  /// The line end for end: within the measure where it begins at its edge, in its place otherwise.
  private mutating func mirrorLine() {
    let isInPlace = shape.alignment == .center || shape.alignment == .right
    if isInPlace { return mirror(fragments.indices) }
    for index in fragments.indices {
      let extent = extent(of: fragments[index])
      place(index, extent, at: shape.measure - extent.right)
    }
  }

  private mutating func place(_ index: Int, _ extent: (left: Double, right: Double), at left: Double) {
    fragments[index].x += left - extent.left
    fragments[index].width = extent.right - extent.left
  }

  /// Whether a fragment has the other direction than the paragraph.
  private func runsAgainst(_ isRightToLeft: Bool, _ fragment: LineFragment) -> Bool {
    guard case .glyphs(let span) = fragment.content else { return isRightToLeft }
    return span.isRightToLeft != isRightToLeft && !(isRightToLeft && span.text.isNeutral)
  }

  /// From the left end of a fragment's ink to the right one, without the spaces around it.
  private func extent(of fragment: LineFragment) -> (left: Double, right: Double) {
    guard case .glyphs(let span) = fragment.content else { return (fragment.x, fragment.x + fragment.width) }
    var visible = span.glyphs[...]
    if !span.isRightToLeft, span.text.first == 0x20 { visible = visible.dropFirst() }
    if !span.isRightToLeft, span.text.last == 0x20 { visible = visible.dropLast() }
    let left = visible.map(\.x).min() ?? 0
    let right = visible.map { $0.x + span.face.advance(of: $0.id) * span.size }.max() ?? left
    return (fragment.x + left, fragment.x + right)
  }
}

extension [UInt8] {
  /// Whether the text has no direction of its own: punctuation and spaces only.
  var isNeutral: Bool {
    allSatisfy { $0 < 0x80 && !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) && !($0 >= 0x30 && $0 <= 0x39) }
  }
}
