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
    let edges = fragments[range.lowerBound].x + right(of: fragments[range.upperBound - 1])
    for index in range { place(index, at: edges - right(of: fragments[index])) }
  }

  /// The line end for end: within the measure where it begins at its edge, in its place otherwise.
  private mutating func mirrorLine() {
    let left = fragments.map(\.x).min() ?? 0
    let right = fragments.map { self.right(of: $0) }.max() ?? 0
    let edges = shape.alignment == .center || shape.alignment == .right ? left + right : shape.measure
    for index in fragments.indices { place(index, at: edges - self.right(of: fragments[index])) }
  }

  private mutating func place(_ index: Int, at x: Double) {
    fragments[index].width = right(of: fragments[index]) - fragments[index].x
    fragments[index].x = x
  }

  /// Whether a fragment has the other direction than the paragraph.
  private func runsAgainst(_ isRightToLeft: Bool, _ fragment: LineFragment) -> Bool {
    guard case .glyphs(let span) = fragment.content else { return isRightToLeft }
    return span.isRightToLeft != isRightToLeft && !(isRightToLeft && span.text.isNeutral)
  }

  /// Where the fragment ends without the space after it.
  private func right(of fragment: LineFragment) -> Double {
    guard case .glyphs(let span) = fragment.content else { return fragment.x + fragment.width }
    let visible = span.text.last == 0x20 && !span.isRightToLeft ? span.glyphs.dropLast() : span.glyphs[...]
    return fragment.x + (visible.map { $0.x + span.face.advance(of: $0.id) * span.size }.max() ?? 0)
  }
}

extension [UInt8] {
  /// Whether the text has no direction of its own: punctuation and spaces only.
  var isNeutral: Bool {
    allSatisfy { $0 < 0x80 && !($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) && !($0 >= 0x30 && $0 <= 0x39) }
  }
}
