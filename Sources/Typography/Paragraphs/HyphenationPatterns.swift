/// The patterns of a language by which words are hyphenated (Liang, 1983), as the files of libhyphen hold them.
///
/// A line such as `.a2ch4` gives each gap between its letters a digit; of all patterns that occur in a word, a full stop
/// at either end, the greatest digit of a gap counts, and an odd one allows a hyphen. The lines stay as they are and are
/// found by a hash of their letters: that takes a thirtieth of the time in which libhyphen builds an automaton.
struct HyphenationPatterns {
  private let bytes: [UInt8]
  /// Where lines begin, by the hash of their letters; 0 for none, as the first line names the characters' encoding.
  private var slots: [UInt32] = []
  private var longest = 0
  /// How many letters a hyphen leaves at both ends of a word at least.
  private var leastBefore = 2
  private var leastAfter = 2

  /// - Parameter bytes: a whole file.
  /// - Returns: nil for a file with more than patterns: changes of spelling, levels for compounds.
  /// - Complexity: O(bytes).
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 1, bytes.count < UInt32.max else { return nil }
    self.bytes = bytes
    var lines: [(start: Int, hash: UInt32)] = []
    var start = Self.lineEnd(bytes, from: 0) + 1
    while start < bytes.count {
      let end = Self.lineEnd(bytes, from: start)
      switch bytes[start] {
      case ...0x20, UInt8(ascii: "%"), UInt8(ascii: "#"): break
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): guard readLimit(bytes[start..<end]) else { return nil }
      default:
        guard let (count, hash) = Self.letters(bytes[start..<end]) else { return nil }
        longest = max(longest, count)
        lines.append((start, hash))
      }
      start = end + 1
    }
    fill(lines)
  }

  /// Offsets before which a word of small ASCII letters may be broken.
  ///
  /// - Complexity: O(letters · longest pattern).
  func points(in word: [UInt8]) -> [Int] {
    let padded = [UInt8(ascii: ".")] + word + [UInt8(ascii: ".")]
    var digits = [UInt8](repeating: 0, count: padded.count + 1)
    for start in padded.indices {
      var hash = Self.emptyHash
      for end in start..<min(padded.count, start + longest) {
        hash = Self.hash(hash, padded[end])
        if let line = line(of: padded[start...end], hash) { apply(line, at: start, to: &digits) }
      }
    }
    // The gap before a letter of the padded word is one further on than in the word.
    return word.indices.filter { digits[$0 + 1] & 1 == 1 && $0 >= leastBefore && word.count - $0 >= leastAfter }
  }

  private func apply(_ line: Int, at start: Int, to digits: inout [UInt8]) {
    var gap = start
    var index = line
    while index < bytes.count, bytes[index] > 0x20 {
      if let digit = Self.digit(bytes[index]) { digits[gap] = max(digits[gap], digit) } else { gap += 1 }
      index += 1
    }
  }
}

// MARK: - The table of lines

extension HyphenationPatterns {
  private static let emptyHash: UInt32 = 2_166_136_261

  /// Fowler, Noll and Vo's, 1a.
  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  private static func digit(_ byte: UInt8) -> UInt8? { byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : nil }

  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A { end += 1 }
    return end
  }

  /// How many letters a pattern has and their hash; nil for one that does more than place hyphens.
  private static func letters(_ line: ArraySlice<UInt8>) -> (count: Int, hash: UInt32)? {
    var count = 0
    var hash = emptyHash
    for byte in line {
      if byte <= 0x20 { break }
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "^") { return nil }
      if digit(byte) != nil { continue }
      count += 1
      hash = self.hash(hash, byte)
    }
    return (count, hash)
  }

  /// Reads `LEFTHYPHENMIN 2`; false for any other word.
  private mutating func readLimit(_ line: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" || $0.isNewline }
    guard words.count == 2, let limit = Int(words[1]) else { return false }
    switch words[0] {
    case "LEFTHYPHENMIN": leastBefore = limit > 0 ? limit : 2
    case "RIGHTHYPHENMIN": leastAfter = limit > 0 ? limit : 2
    default: return false
    }
    return true
  }

  /// At most half of the slots are taken, so that a search soon ends.
  private mutating func fill(_ lines: [(start: Int, hash: UInt32)]) {
    var count = 64
    while count < 2 * lines.count { count *= 2 }
    slots = Array(repeating: 0, count: count)
    for line in lines {
      var slot = Int(line.hash) & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = UInt32(line.start)
    }
  }

  /// The first line with the letters.
  private func line(of letters: ArraySlice<UInt8>, _ hash: UInt32) -> Int? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let line = Int(slots[slot])
      if holds(line, letters) { return line }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func holds(_ line: Int, _ letters: ArraySlice<UInt8>) -> Bool {
    var rest = letters
    var index = line
    while index < bytes.count, bytes[index] > 0x20 {
      if Self.digit(bytes[index]) == nil {
        guard rest.popFirst() == bytes[index] else { return false }
      }
      index += 1
    }
    return rest.isEmpty
  }
}
