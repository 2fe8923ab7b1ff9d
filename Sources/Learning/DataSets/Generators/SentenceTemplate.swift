/// A sentence with slots, such as "the {n} is {s}".
struct SentenceTemplate {
  private enum Part {
    case word(String)
    case slot(Character)
  }

  private let parts: [Part]

  /// - Parameter text: words with single blanks between them; `{x}` is the slot x.
  init(_ text: String) {
    parts = text.split(separator: " ").map { word in
      guard word.first == "{", let name = word.dropFirst().first else { return .word(String(word)) }
      return .slot(name)
    }
  }

  /// The sentence with its slots filled.
  func sentence(_ word: (_ slot: Character) -> String) -> String {
    var sentence = ""
    for part in parts {
      if !sentence.isEmpty { sentence += " " }
      switch part {
      case .word(let text): sentence += text
      case .slot(let name): sentence += word(name)
      }
    }
    return sentence
  }
}
