/// Where lines may end in Chinese and Japanese, which set no spaces between words.
///
/// After Unicode Standard Annex 14, classes ID, CL, OP and NS: between two ideographs or syllables, though no line
/// begins with a closing mark or a small syllable, and none ends with an opening mark.
enum IdeographicText {
  /// Stretches of a text without spaces between which a line may end; ordinary words are one stretch.
  static func pieces(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    // Ideographs and their marks take three bytes or more, the first one of which is E3 at least.
    guard bytes.contains(where: { $0 >= 0xE3 }) else { return [bytes] }
    var pieces: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var offset = bytes.startIndex
    var previous: Unicode.Scalar?
    for character in String(decoding: bytes, as: UTF8.self) {
      let next = character.unicodeScalars.first ?? " "
      if let previous, offset > start, mayEnd(between: previous, and: next) {
        pieces.append(bytes[start..<offset])
        start = offset
      }
      previous = character.unicodeScalars.last
      offset += character.utf8.count
    }
    // Bytes that are not UTF-8 were counted as their replacements.
    return offset == bytes.endIndex ? pieces + [bytes[start...]] : [bytes]
  }

  private static func mayEnd(between first: Unicode.Scalar, and second: Unicode.Scalar) -> Bool {
    (isIdeographic(first) || isIdeographic(second)) && !opens(first) && !isBoundToStart(second)
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3000...0x30FF, 0x3100...0x312F, 0x31A0...0x31FF, 0x3200...0x4DBF, 0x4E00...0x9FFF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF01...0xFF60, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "(", "[", "{", "“", "‘", "「", "『", "【", "〈", "《", "〔", "〖", "〘", "（", "［", "｛": true
    default: false
    }
  }

  /// What never begins a line: closing marks, marks of repetition, small syllables.
  private static func isBoundToStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ")", "]", "}", ",", ".", ":", ";", "!", "?", "”", "’", "…", "—", "、", "。", "，", "．", "：", "；", "！", "？", "・", "」", "』", "】",
      "〉", "》", "〕", "〗", "〙", "）", "］", "｝", "々", "〻", "ー", "ゝ", "ゞ", "ヽ", "ヾ", "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ",
      "ょ", "ゎ", "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "ヮ":
      true
    default: false
    }
  }
}
