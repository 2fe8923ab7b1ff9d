import Report

/// The coloured tokens of a listing cut into rows of a number of columns.
struct CodeRows {
  /// What stands at the start of a row that goes on from the one above.
  static let continuation = "↳ "

  struct Piece: Hashable {
    /// Nil for the mark of a continuation.
    var kind: CodeToken.Kind?
    var text: String
  }

  private(set) var rows: [[Piece]] = [[]]
  private let columns: Int
  private var used = 0

  /// - Complexity: O(length of the code).
  init(_ tokens: [CodeToken], columns: Int) {
    self.columns = columns
    for token in tokens {
      var isFirst = true
      for line in token.text.split(separator: "\n", omittingEmptySubsequences: false) {
        if !isFirst { newRow() }
        isFirst = false
        append(line, token.kind)
      }
    }
    while rows.count > 1, rows.last?.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) == true { rows.removeLast() }
  }

  private mutating func newRow() {
    rows.append([])
    used = 0
  }

  private mutating func append(_ line: Substring, _ kind: CodeToken.Kind) {
    var rest = Substring(expanded(line))
    while !rest.isEmpty {
      if used >= columns { continueRow() }
      let piece = Self.cut(rest, at: columns - used)
      if !piece.isEmpty { rows[rows.count - 1].append(Piece(kind: kind, text: String(piece))) }
      rest = rest.dropFirst(piece.count)
      // What follows a cut goes to the next row.
      used = rest.isEmpty ? used + piece.count : columns
    }
  }

  private mutating func continueRow() {
    rows.append([Piece(kind: nil, text: Self.continuation)])
    used = Self.continuation.count
  }

  /// As much as fits, up to a space where one is near the end.
  private static func cut(_ text: Substring, at columns: Int) -> Substring {
    let piece = text.prefix(columns)
    guard piece.endIndex < text.endIndex, let space = piece.suffix(24).lastIndex(of: " ") else { return piece }
    return piece[...space]
  }

  /// Tabs as spaces up to the next multiple of four columns.
  private func expanded(_ line: Substring) -> String {
    guard line.contains("\t") else { return String(line) }
    var text = ""
    for character in line {
      if character == "\t" {
        text += String(repeating: " ", count: 4 - (used + text.count) % 4)
      } else {
        text.append(character)
      }
    }
    return text
  }
}
