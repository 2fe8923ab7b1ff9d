/// The markup of labels: text, `$TeX$`, `\$`, line feeds.
enum LabelMarkup {
  enum Piece: Equatable {
    case text(String)
    /// TeX without its dollar signs.
    case formula(String)
  }

  /// The pieces of each line; a dollar sign without a partner on its line is text.
  static func lines(of text: String) -> [[Piece]] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { pieces(of: Array($0)) }
  }

  /// The words of a line: what lies between spaces outside formulas.
  static func words(of line: [Piece]) -> [[Piece]] {
    var words: [[Piece]] = [[]]
    for piece in line {
      guard case .text(let string) = piece else {
        words[words.count - 1].append(piece)
        continue
      }
      for (index, part) in string.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { words.append([]) }
        if !part.isEmpty { words[words.count - 1].append(.text(String(part))) }
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// The line with neighbouring texts joined.
  static func joined(_ line: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in line {
      if case .text(let more) = piece, case .text(let text)? = result.last {
        result[result.count - 1] = .text(text + more)
      } else {
        result.append(piece)
      }
    }
    return result
  }

  private static func pieces(of bytes: [UInt8]) -> [Piece] {
    let dollar = UInt8(ascii: "$")
    let backslash = UInt8(ascii: "\\")
    var pieces: [Piece] = []
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == backslash, index + 1 < bytes.count, bytes[index + 1] == dollar {
        text.append(dollar)
        index += 2
      } else if bytes[index] == dollar, let end = closing(bytes, after: index), end > index + 1 {
        if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
        text = []
        pieces.append(.formula(String(decoding: bytes[(index + 1)..<end], as: UTF8.self)))
        index = end + 1
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
    return pieces
  }

  /// The dollar that ends a formula: the first outside its braces, else, where these do not match, the first.
  private static func closing(_ bytes: [UInt8], after start: Int) -> Int? {
    var first: Int?
    var depth = 0
    var index = start + 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "$"):
        if depth <= 0 { return index }
        first = first ?? index
      default: break
      }
      index += 1
    }
    return first
  }
}
