/// How hard a paragraph is tried to be broken.
enum BreakingEffort: Int, Comparable {
  /// Between words and after written hyphens only.
  case plain
  /// Also by hyphenation.
  case hyphenated
  /// Anywhere between two characters, for addresses and digests wider than the line.
  case anywhere

  static func < (a: BreakingEffort, b: BreakingEffort) -> Bool { a.rawValue < b.rawValue }
}

extension ParagraphTypesetter {
  /// Where a word may be divided, in order of their offsets.
  func opportunities(in word: ShapedWord, effort: BreakingEffort, hyphenates: Bool) -> [ShapedWord.Opportunity] {
    switch effort {
    case .hyphenated where hyphenates:
      if let found = word.hyphenOpportunities { return found }
      let found = measured(hyphenPoints(in: word), in: word)
      word.hyphenOpportunities = found
      return found
    case .plain, .hyphenated:
      if let found = word.plainOpportunities { return found }
      let found = measured(plainPoints(in: word.bytes, isCode: word.style.role.group == .mono), in: word)
      word.plainOpportunities = found
      return found
    case .anywhere:
      if let found = word.anyOpportunities { return found }
      let found = measured(anyPoints(in: word), in: word)
      word.anyOpportunities = found
      return found
    }
  }

  private struct Point {
    var offset: Int
    var addsHyphen = false
    var penalty: Double
  }

  private func measured(_ points: [Point], in word: ShapedWord) -> [ShapedWord.Opportunity] {
    points.map { point in
      let before = self.word(word.bytes[..<point.offset], word.style, word.direction).width
      let after = self.word(word.bytes[point.offset...], word.style, word.direction).width
      return ShapedWord.Opportunity(
        offset: point.offset, addsHyphen: point.addsHyphen, penalty: point.penalty,
        before: before + (point.addsHyphen ? hyphen(word.style).width : 0), after: after)
    }
  }

  /// After hyphens between letters, after dashes, and inside addresses and code after their punctuation.
  private func plainPoints(in bytes: [UInt8], isCode: Bool) -> [Point] {
    guard bytes.count > 2 else { return [] }
    let isAddress = isCode || isWebAddress(bytes)
    var points: [Point] = []
    for index in 1..<bytes.count - 1 {
      let next = bytes[index + 1]
      switch bytes[index] {
      case UInt8(ascii: "-") where !isAddress:
        if isLetter(bytes[index - 1]) && isLetter(next) { points.append(Point(offset: index + 1, penalty: 60)) }
      case 0x93...0x94 where index > 2 && bytes[index - 1] == 0x80 && bytes[index - 2] == 0xE2:
        // En dash, em dash.
        if isLetter(next) { points.append(Point(offset: index + 1, penalty: 40)) }
      case UInt8(ascii: "/") where !isAddress:
        if isLetter(bytes[index - 1]) && isLetter(next) { points.append(Point(offset: index + 1, penalty: 80)) }
      default:
        if isAddress && isAddressPunctuation(bytes[index]) && !isAddressPunctuation(next) {
          points.append(Point(offset: index + 1, penalty: 90))
        }
      }
    }
    return points
  }

  private func hyphenPoints(in word: ShapedWord) -> [Point] {
    let isCode = word.style.role.group == .mono
    var points = plainPoints(in: word.bytes, isCode: isCode)
    guard !isCode, !isWebAddress(word.bytes) else { return points }
    var start = 0
    while start < word.bytes.count {
      guard isLetter(word.bytes[start]), word.bytes[start] < 0x80 else {
        start += 1
        continue
      }
      var end = start
      while end < word.bytes.count && isLetter(word.bytes[end]) { end += 1 }
      let letters = word.bytes[start..<end]
      if letters.count >= 5, letters.dropFirst().contains(where: { $0 >= 0x61 }) {
        let neighbours = [start - 1, end].filter { word.bytes.indices.contains($0) }
        let isCompound = neighbours.contains { word.bytes[$0] == UInt8(ascii: "-") }
        let isName = letters.first.map { $0 < 0x61 } ?? false
        for offset in hyphenator.points(in: String(decoding: letters, as: UTF8.self)) {
          points.append(Point(offset: start + offset, addsHyphen: true, penalty: isCompound ? 150 : isName ? 90 : 50))
        }
      }
      start = end
    }
    return points.sorted { $0.offset < $1.offset }
  }

  private func anyPoints(in word: ShapedWord) -> [Point] {
    let preferred = hyphenPoints(in: word)
    var points = preferred
    for index in 1..<max(1, word.bytes.count) where word.bytes[index] & 0xC0 != 0x80 {
      if !preferred.contains(where: { $0.offset == index }) { points.append(Point(offset: index, penalty: 1000)) }
    }
    return points.sorted { $0.offset < $1.offset }
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 }

  private func isAddressPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "?"),
      UInt8(ascii: "&"), UInt8(ascii: "="), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  private func isWebAddress(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 7 else { return false }
    if bytes.starts(with: "www.".utf8) { return true }
    return bytes.indices.dropLast(2).contains { index in
      bytes[index] == UInt8(ascii: ":") && bytes[index + 1] == UInt8(ascii: "/") && bytes[index + 2] == UInt8(ascii: "/")
    }
  }
}
