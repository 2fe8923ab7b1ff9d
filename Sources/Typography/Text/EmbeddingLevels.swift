import CFriBidi

/// How deep each character of a paragraph is embedded in text of the other direction: odd levels run from right to left.
///
/// The Unicode Bidirectional Algorithm (Unicode Standard Annex 9), rules P2 to I2, by FriBidi.
struct EmbeddingLevels {
  /// One for each scalar.
  let levels: [UInt8]

  /// - Parameters:
  ///   - scalars: of one paragraph.
  ///   - base: the direction of the paragraph; that of its first letter when nil.
  /// - Complexity: O(scalars).
  init(of scalars: [UInt32], base: TextDirection? = nil) {
    var levels = [FriBidiLevel](repeating: 0, count: scalars.count)
    let types = Self.types(of: scalars)
    var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
    let count = FriBidiStrIndex(scalars.count)
    fribidi_get_bracket_types(scalars, count, types, &brackets)
    var direction =
      switch base {
      case .leftToRight?: FRIBIDI_PAR_LTR
      case .rightToLeft?: FRIBIDI_PAR_RTL
      case nil: FRIBIDI_PAR_ON
      }
    let highest = fribidi_get_par_embedding_levels_ex(types, brackets, count, &direction, &levels)
    let fallback: UInt8 = base == .rightToLeft ? 1 : 0
    // Zero means that memory ran out; a negative level that a character was removed (X9).
    self.levels = highest == 0 ? levels.map { _ in fallback } : levels.map { $0 < 0 ? fallback : UInt8($0) }
  }

  /// Stretches of one level in the order of the text.
  var runs: [(range: Range<Int>, level: UInt8)] {
    var runs: [(range: Range<Int>, level: UInt8)] = []
    for (index, level) in levels.enumerated() {
      if let last = runs.last, last.level == level {
        runs[runs.count - 1].range = last.range.lowerBound..<(index + 1)
      } else {
        runs.append((index..<(index + 1), level))
      }
    }
    return runs
  }

  /// What stands from left to right, by indices in the order of the text (rule L2).
  static func visualOrder(of levels: [UInt8]) -> [Int] {
    var order = Array(levels.indices)
    for range in reversals(of: levels) { order[range].reverse() }
    return order
  }

  /// The ranges to be reversed one after the other to bring what has the given levels into its order on the line.
  static func reversals(of levels: [UInt8]) -> [Range<Int>] {
    guard let highest = levels.max(), highest > 0 else { return [] }
    var ranges: [Range<Int>] = []
    for level in (1...highest).reversed() {
      var start = levels.startIndex
      while start < levels.endIndex {
        guard levels[start] >= level else {
          start += 1
          continue
        }
        let end = levels[start...].firstIndex { $0 < level } ?? levels.endIndex
        ranges.append(start..<end)
        start = end
      }
    }
    return ranges
  }

  /// The direction of the first letter outside isolates (P2 and P3).
  static func firstDirection(of scalars: [UInt32]) -> TextDirection? {
    // FriBidi's own function looks into isolates.
    var depth = 0
    for type in types(of: scalars) {
      switch type {
      case FRIBIDI_TYPE_LRI, FRIBIDI_TYPE_RLI, FRIBIDI_TYPE_FSI: depth += 1
      case FRIBIDI_TYPE_PDI: depth = max(0, depth - 1)
      case FRIBIDI_TYPE_LTR where depth == 0: return .leftToRight
      case FRIBIDI_TYPE_RTL where depth == 0, FRIBIDI_TYPE_AL where depth == 0: return .rightToLeft
      default: break
      }
    }
    return nil
  }

  /// Whether some of the text may run from right to left: without, all levels of a paragraph from left to right are zero.
  static func mayMatter(in bytes: some Sequence<UInt8>) -> Bool {
    var previous: UInt8 = 0
    var beforeThat: UInt8 = 0
    for byte in bytes {
      switch byte {
      // Hebrew and Arabic to N’Ko; the first bytes of U+0800, U+FB1D and U+10800.
      case 0xD6...0xDF, 0xE0, 0xEF, 0xF0: return true
      // U+200F, U+202B, U+202E, U+2067, which turn the direction.
      case 0x8F, 0xAB, 0xAE: if beforeThat == 0xE2, previous == 0x80 { return true }
      case 0xA7: if beforeThat == 0xE2, previous == 0x81 { return true }
      default: break
      }
      (beforeThat, previous) = (previous, byte)
    }
    return false
  }

  private static func types(of scalars: [UInt32]) -> [FriBidiCharType] {
    var types = [FriBidiCharType](repeating: FriBidiCharType(rawValue: 0), count: scalars.count)
    fribidi_get_bidi_types(scalars, FriBidiStrIndex(scalars.count), &types)
    return types
  }
}
