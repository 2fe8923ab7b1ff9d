/// Says in the faces of a file that ligatures stand for their letters, so that search and screen readers find words whole.
///
/// Cairo maps a ligature's glyph to its own character (U+FB00 …) and spells it out around each use instead, which
/// some readers cannot follow inside tagged text.
enum LigatureMaps {
  struct Ligature: Sendable {
    /// As Cairo writes it in a map of characters.
    var character: String
    var letters: String
    /// The property of a mark that spells it out.
    var mark: StaticString
  }

  static let ligatures: [Ligature] = [
    Ligature(character: "fb03", letters: "006600660069", mark: "<feff006600660069>"),
    Ligature(character: "fb04", letters: "00660066006c", mark: "<feff00660066006c>"),
    Ligature(character: "fb00", letters: "00660066", mark: "<feff00660066>"),
    Ligature(character: "fb01", letters: "00660069", mark: "<feff00660069>"),
    Ligature(character: "fb02", letters: "0066006c", mark: "<feff0066006c>"),
  ]

  static func spellOut(in file: PDFFile) {
    var seen: Set<Int> = []
    for page in file.pages {
      let fonts = page["/Resources"]["/Font"]
      for key in fonts.keys { spellOut(fonts[key]["/ToUnicode"], &seen) }
    }
  }

  private static func spellOut(_ map: PDFObject, _ seen: inout Set<Int>) {
    guard map.isStream, seen.insert(map.number).inserted else { return }
    let bytes = map.streamBytes
    guard mentionsLigature(bytes) else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    let spelled = spelledOut(text)
    if spelled != text { map.replaceStream(with: Array(spelled.utf8)) }
  }

  /// Whether the digits that all ligatures begin with occur: most maps have none, and text is slow to search.
  private static func mentionsLigature(_ map: [UInt8]) -> Bool {
    var index = 2
    while index < map.count {
      if map[index] == UInt8(ascii: "0"), map[index - 1] | 0x20 == UInt8(ascii: "b"), map[index - 2] | 0x20 == UInt8(ascii: "f") {
        return true
      }
      index += 1
    }
    return false
  }

  /// A map of characters whose lines `<glyph> <character>` name letters in place of ligatures.
  static func spelledOut(_ map: String) -> String {
    let small = map.lowercased()
    guard ligatures.contains(where: { small.contains("<\($0.character)>") }) else { return map }
    let lines = map.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard let ligature = ligatures.first(where: { line.lowercased().hasSuffix(" <\($0.character)>") }) else { return String(line) }
      return line.dropLast(6) + "<\(ligature.letters)>"
    }
    return lines.joined(separator: "\n")
  }
}
