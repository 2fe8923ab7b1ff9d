/// Plain Unicode text out of the LaTeX that BibTeX files hold: accents, ligature commands, dashes, braces.
enum LaTeXText {
  private static let accents: [Character: Character] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}", ".": "\u{307}",
    "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}", "c": "\u{327}", "k": "\u{328}", "r": "\u{30A}", "d": "\u{323}", "b": "\u{331}",
  ]
  private static let commands: [String: String] = [
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "th": "þ", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…", "copyright": "©",
  ]

  /// - Complexity: O(length).
  static func decode(_ source: String) -> String {
    var output = ""
    let characters = Array(source)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      switch character {
      case "{", "}": index += 1
      case "~":
        output.append("\u{A0}")
        index += 1
      case "$":
        index += 1
      case "-" where characters[index...].starts(with: "---"):
        output.append("—")
        index += 3
      case "-" where characters[index...].starts(with: "--"):
        output.append("–")
        index += 2
      case "`" where characters[index...].starts(with: "``"), "'" where characters[index...].starts(with: "''"):
        output.append(character == "`" ? "“" : "”")
        index += 2
      case "`", "'":
        output.append(character == "`" ? "‘" : "’")
        index += 1
      case "\\": index = command(characters, at: index + 1, into: &output)
      default:
        output.append(character.isWhitespace ? " " : character)
        index += 1
      }
    }
    return output.split(separator: " ").joined(separator: " ")
  }

  /// Reads the command after a backslash and returns where it ends.
  private static func command(_ characters: [Character], at start: Int, into output: inout String) -> Int {
    guard start < characters.count else { return start }
    let first = characters[start]
    var end = start + 1
    if first.isASCII, first.isLetter {
      while end < characters.count, characters[end].isASCII, characters[end].isLetter { end += 1 }
    }
    let name = String(characters[start..<end])
    if name.count == 1, let accent = accents[first], let base = letter(characters, at: end) {
      let plain = base.character == "ı" ? "i" : String(base.character)
      output += combine(plain, accent)
      return base.end
    }
    if let replacement = commands[name] { output += replacement } else if !first.isLetter { output.append(first) }
    while first.isLetter, end < characters.count, characters[end] == " " { end += 1 }
    return end
  }

  /// The letter that an accent stands over, in braces or not, `\i` included.
  private static func letter(_ characters: [Character], at start: Int) -> (character: Character, end: Int)? {
    var index = start
    while index < characters.count, characters[index] == " " { index += 1 }
    let isBraced = index < characters.count && characters[index] == "{"
    if isBraced { index += 1 }
    if index < characters.count, characters[index] == "\\" { index += 1 }
    guard index < characters.count, characters[index].isLetter else { return nil }
    let end = isBraced && index + 1 < characters.count && characters[index + 1] == "}" ? index + 2 : index + 1
    return (characters[index], end)
  }

  /// The composed character where Unicode has one.
  private static func combine(_ base: String, _ accent: Character) -> String {
    (base + String(accent)).precomposed
  }
}
