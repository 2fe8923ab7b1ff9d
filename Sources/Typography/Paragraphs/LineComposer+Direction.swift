extension LineComposer {
  /// Words from right to left that follow each other stand in that order, too; they are still painted, and read, in the
  /// order of the text.
  ///
  /// The line as a whole runs from left to right.
  mutating func mirrorRightToLeft() {
    var start = fragments.startIndex
    while start < fragments.endIndex {
      guard extent(of: fragments[start]) != nil else {
        start += 1
        continue
      }
      var end = start + 1
      while end < fragments.endIndex, extent(of: fragments[end]) != nil { end += 1 }
      if end - start > 1, let last = extent(of: fragments[end - 1]) { mirror(start..<end, last: last) }
      start = end
    }
  }

  private mutating func mirror(_ range: Range<Int>, last: Double) {
    let edges = fragments[range.lowerBound].x + fragments[range.upperBound - 1].x + last
    for index in range {
      guard let width = extent(of: fragments[index]) else { continue }
      fragments[index].x = edges - fragments[index].x - width
      fragments[index].width = width
    }
  }

  /// The width of the glyphs of a fragment from right to left without the space after it; nil for others.
  private func extent(of fragment: LineFragment) -> Double? {
    guard case .glyphs(let span) = fragment.content, span.isRightToLeft else { return nil }
    return span.glyphs.map { $0.x + span.face.advance(of: $0.id) * span.size }.max() ?? 0
  }
}
