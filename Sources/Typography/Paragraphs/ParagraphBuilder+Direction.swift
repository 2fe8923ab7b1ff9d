extension ParagraphBuilder {
  /// The items with the levels of their embedding; words that change direction inside are divided there.
  ///
  /// - Complexity: O(words) for a paragraph from left to right, O(characters) otherwise.
  func directed(_ base: TextDirection) -> [ParagraphItem] {
    let matters = base == .rightToLeft || items.contains { if case .word(let word) = $0.content { word.needsDirection } else { false } }
    guard matters else { return items }
    let (scalars, starts) = characters()
    let levels = EmbeddingLevels(of: scalars, base: base).levels
    var directed: [ParagraphItem] = []
    directed.reserveCapacity(items.count)
    for (item, start) in zip(items, starts) {
      guard case .word(let word) = item.content else {
        var item = item
        item.level = start < levels.count ? levels[start] : base == .rightToLeft ? 1 : 0
        directed.append(item)
        continue
      }
      for (bytes, level) in pieces(of: word, levels[start...]) {
        let piece = typesetter.word(bytes, word.style, level % 2 == 1 ? .rightToLeft : .leftToRight)
        var item = item
        (item.content, item.width, item.level) = (.word(piece), piece.width, level)
        directed.append(item)
      }
    }
    return directed
  }

  /// What the algorithm reads, and where each item begins in it.
  private func characters() -> (scalars: [UInt32], starts: [Int]) {
    var scalars: [UInt32] = []
    var starts: [Int] = []
    starts.reserveCapacity(items.count)
    var formulaEnd = -1
    for (index, item) in items.enumerated() {
      if case .box = item.content, index > formulaEnd {
        formulaEnd = endOfBoxes(from: index)
        scalars.append(Self.isolate)
      }
      starts.append(scalars.count)
      switch item.content {
      case .word(let word): scalars.append(contentsOf: word.text.unicodeScalars.map(\.value))
      case .space(let binds): scalars.append(binds ? 0xA0 : 0x20)
      case .box: scalars.append(0xFFFC)
      // A zero width space: a boundary that is neutral.
      case .opportunity: scalars.append(0x200B)
      case .lineBreak: scalars.append(0x2028)
      }
      if index == formulaEnd { scalars.append(Self.endOfIsolate) }
    }
    return (scalars, starts)
  }

  /// The parts of a formula keep their order and do not lend the text around them a direction, as in HTML.
  private static let isolate: UInt32 = 0x2066
  private static let endOfIsolate: UInt32 = 0x2069

  /// The last of the boxes that are held together.
  private func endOfBoxes(from start: Int) -> Int {
    var end = start
    for index in items.indices[(start + 1)...] {
      if case .box = items[index].content { end = index } else if !items[index].joinsBoxes { break }
    }
    return end
  }

  /// The stretches of a word that have one level each.
  private func pieces(of word: ShapedWord, _ levels: ArraySlice<UInt8>) -> [(bytes: ArraySlice<UInt8>, level: UInt8)] {
    var pieces: [(bytes: ArraySlice<UInt8>, level: UInt8)] = []
    var (start, offset, index) = (0, 0, levels.startIndex)
    for scalar in word.text.unicodeScalars {
      if offset > start, levels[index] != levels[index - 1] {
        pieces.append((word.bytes[start..<offset], levels[index - 1]))
        start = offset
      }
      offset += scalar.utf8.count
      index += 1
    }
    if start < word.bytes.count { pieces.append((word.bytes[start...], levels[max(levels.startIndex, index - 1)])) }
    return pieces
  }
}

extension Unicode.Scalar {
  fileprivate var utf8: String.UTF8View { String(self).utf8 }
}
