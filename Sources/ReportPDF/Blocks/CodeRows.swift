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

  private struct Cell {
    var character: Character
    var kind: CodeToken.Kind
  }

  private(set) var rows: [[Piece]] = []

  /// - Complexity: O(length of the code).
  init(_ tokens: [CodeToken], columns: Int) {
    for line in Self.lines(of: tokens) { append(line, columns: columns) }
    while rows.count > 1, rows.last?.allSatisfy({ $0.text.allSatisfy(\.isWhitespace) }) == true { rows.removeLast() }
  }

  /// The characters of each line, tabs as spaces up to the next multiple of four columns.
  private static func lines(of tokens: [CodeToken]) -> [[Cell]] {
    var lines: [[Cell]] = [[]]
    for token in tokens {
      for character in token.text {
        let last = lines.count - 1
        if character.isNewline {
          lines.append([])
        } else if character == "\t" {
          let width = 4 - lines[last].count % 4
          lines[last] += Array(repeating: Cell(character: " ", kind: token.kind), count: width)
        } else {
          lines[last].append(Cell(character: character, kind: token.kind))
        }
      }
    }
    return lines
  }

  private mutating func append(_ line: [Cell], columns: Int) {
    var rest = line[...]
    var room = columns
    repeat {
      let row = rest.prefix(Self.cut(rest, at: room))
      rows.append(room < columns ? [Piece(kind: nil, text: Self.continuation)] : [])
      for cell in row { append(cell) }
      rest = rest.dropFirst(row.count)
      room = columns - Self.continuation.count
    } while !rest.isEmpty
  }

  private mutating func append(_ cell: Cell) {
    let row = rows.count - 1
    if let last = rows[row].indices.last, rows[row][last].kind == cell.kind {
      rows[row][last].text.append(cell.character)
    } else {
      rows[row].append(Piece(kind: cell.kind, text: String(cell.character)))
    }
  }

  /// How many characters fit: up to a space where one is near the end, else up to a mark between the parts of a path.
  private static func cut(_ line: ArraySlice<Cell>, at columns: Int) -> Int {
    guard line.count > columns else { return line.count }
    let row = line.prefix(columns)
    let end = row.suffix(max(24, columns / 3))
    let spaces = end.indices.filter { index in
      row[index].character == " " && row[..<index].contains { $0.character != " " }
    }
    if let space = spaces.last(where: { !followsOption($0, in: row) }) ?? spaces.last { return space + 1 - line.startIndex }
    guard let mark = end.lastIndex(where: { "/-_.,;:&=".contains($0.character) }) else { return columns }
    return mark + 1 - line.startIndex
  }

  /// Whether a space stands between an option and its value, or after a sign: the row ends before those.
  private static func followsOption(_ space: Int, in row: ArraySlice<Cell>) -> Bool {
    let word = row[..<space].reversed().prefix { $0.character != " " }
    return word.last?.character == "-"
  }
}
