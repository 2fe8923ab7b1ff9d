extension LineComposer {
  /// How deep a fragment, or the space between two, is embedded, and from where to where the pen went for it.
  struct Place {
    /// Nil for a space.
    var fragment: Int?
    var level: UInt8
    var left: Double
    var right: Double
  }

  /// Puts the fragments of a line, which stand in the order of the text from left to right, into the order of reading.
  ///
  /// Rule L2 of the bidirectional algorithm (Unicode Standard Annex 9), the distances between fragments being reversed
  /// with them. All are still painted, and read aloud, in the order of the text.
  mutating func reorder() {
    guard isDirected else { return }
    let sum = edges(of: places.indices)
    for range in EmbeddingLevels.reversals(of: places.map(\.level)) {
      let sum = edges(of: range)
      for index in range { place(index, at: sum - places[index].right) }
    }
    let isInPlace = shape.alignment == .center || shape.alignment == .right
    guard shape.isRightToLeft, !isInPlace else { return }
    for index in places.indices { place(index, at: places[index].left + shape.measure - sum) }
  }

  /// The sum of the left and the right end: what is mirrored in their middle goes from `x` to the sum less `x`.
  private func edges(of range: Range<Int>) -> Double {
    (places[range].map(\.left).min() ?? 0) + (places[range].map(\.right).max() ?? 0)
  }

  private mutating func place(_ index: Int, at left: Double) {
    let shift = left - places[index].left
    places[index].left += shift
    places[index].right += shift
    guard let fragment = places[index].fragment else { return }
    fragments[fragment].x += shift
    fragments[fragment].width = places[index].right - places[index].left
  }
}
