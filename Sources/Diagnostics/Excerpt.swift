/// The part of a line that a terminal shows above a caret.
struct Excerpt {
  /// Columns of the terminal that a line may fill.
  static let maximumWidth = 100
  static let tabWidth = 4

  /// The line, or a window of it, with tabs as spaces.
  private(set) var text = ""
  /// Columns before the caret.
  private(set) var indent = 0
  /// Columns that the caret and its tail fill, 1 or more.
  private(set) var width = 1

  /// Nil when the range lies outside the file.
  init?(_ range: SourceRange, in file: SourceFile) {
    guard range.start.line >= 1, range.start.line <= file.lineCount else { return nil }
    let line = file.line(range.start.line)
    let end = range.end.line == range.start.line ? range.end.column : line.utf8.count + 1
    lay(line, from: range.start.column - 1, to: max(end - 1, range.start.column - 1))
    if text.count > 0, indent + min(width, 20) > Excerpt.maximumWidth || displayWidth(text) > Excerpt.maximumWidth { cut() }
  }

  /// Lays the characters out in columns; `start` and `end` are byte offsets.
  private mutating func lay(_ line: String, from start: Int, to end: Int) {
    var offset = 0
    var column = 0
    var first: Int?
    var last: Int?
    for character in line {
      if first == nil, offset + character.utf8.count > start { first = column }
      if last == nil, offset >= end { last = column }
      if character == "\t" {
        let step = Excerpt.tabWidth - column % Excerpt.tabWidth
        text += String(repeating: " ", count: step)
        column += step
      } else {
        text += SafeText.of(String(character))
        column += DisplayWidth.of(character)
      }
      offset += character.utf8.count
    }
    indent = first ?? column
    width = max((last ?? column) - indent, 1)
  }

  /// Keeps a window around the caret, with an ellipsis on either side that is cut.
  private mutating func cut() {
    let start = max(0, min(indent - 30, displayWidth(text) - Excerpt.maximumWidth))
    var column = 0
    var window = ""
    var before = 0
    for character in text {
      let next = column + DisplayWidth.of(character)
      if column < start { before = next } else if next <= start + Excerpt.maximumWidth { window.append(character) }
      column = next
    }
    let isCutBefore = start > 0
    text = (isCutBefore ? "…" : "") + window + (column > start + Excerpt.maximumWidth ? "…" : "")
    indent = indent - before + (isCutBefore ? 1 : 0)
    width = max(1, min(width, Excerpt.maximumWidth - indent))
  }

  private func displayWidth(_ text: String) -> Int { text.reduce(0) { $0 + DisplayWidth.of($1) } }
}

/// How many columns of a terminal a character fills.
enum DisplayWidth {
  static func of(_ character: Character) -> Int {
    if character.isASCII { return 1 }
    guard let first = character.unicodeScalars.first else { return 0 }
    if character.unicodeScalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
    return of(first)
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
