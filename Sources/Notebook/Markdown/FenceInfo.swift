import Diagnostics

/// The info string of a fence, with its places.
struct FenceInfo {
  struct Word {
    var text: String
    var range: SourceRange
  }

  /// The first word, or what `{.name}` says.
  private(set) var language = ""
  private(set) var isDirective = false
  /// The words between the braces of a directive: its name first.
  private(set) var inner: [Word] = []
  /// The words after the language, or after the braces.
  private(set) var rest: [Word] = []
  /// `{#eq-a}` after the language.
  private(set) var attribute: Attribute?
  /// The info string as a whole.
  private(set) var range: SourceRange

  /// - Parameter fence: bytes of the line up to the end of the fence characters.
  init(_ text: MarkdownText, _ number: Int, fence: Int) {
    let bounds = text.line(number)
    let start = min(bounds.lowerBound + fence, bounds.upperBound)
    let words = FenceInfo.words(text, start..<bounds.upperBound, number)
    let end = words.last?.range.end ?? text.position(line: number, column: start - bounds.lowerBound + 1)
    range = text.range(words.first?.range.start ?? end, end)
    guard let first = words.first else { return }
    if first.text.hasPrefix("{.") {
      language = String(first.text.dropFirst(2).prefix { $0 != "}" })
      return
    }
    guard first.text.hasPrefix("{") else {
      language = first.text
      rest = Array(words.dropFirst())
      if let last = rest.last, last.text.hasPrefix("{#") { attribute = Attribute(last.text, at: last.range) }
      return
    }
    isDirective = true
    readBraces(words)
  }

  private mutating func readBraces(_ words: [Word]) {
    var isInside = true
    for (index, word) in words.enumerated() {
      var word = word
      guard isInside else {
        rest.append(word)
        continue
      }
      if index == 0 {
        word.text.removeFirst()
        word.range.start.column += 1
      }
      if let brace = word.text.firstIndex(of: "}") {
        isInside = false
        let after = String(word.text[word.text.index(after: brace)...])
        word.text = String(word.text[..<brace])
        let whole = word.range
        word.range.end.column = word.range.start.column + word.text.utf8.count
        if !after.isEmpty {
          rest.append(Word(text: after, range: SourceRange(file: whole.file, start: SourcePosition(line: whole.end.line, column: whole.end.column - after.utf8.count), end: whole.end)))
        }
      }
      if !word.text.isEmpty { inner.append(word) }
    }
  }

  private static func words(_ text: MarkdownText, _ range: Range<Int>, _ number: Int) -> [Word] {
    let start = text.line(number).lowerBound
    var words: [Word] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard text.bytes[offset] != 0x20, text.bytes[offset] != 0x09 else {
        offset += 1
        continue
      }
      var end = offset
      while end < range.upperBound, text.bytes[end] != 0x20, text.bytes[end] != 0x09 { end += 1 }
      let place = text.range(
        text.position(line: number, column: offset - start + 1), text.position(line: number, column: end - start + 1))
      words.append(Word(text: text.string(offset..<end), range: place))
      offset = end
    }
    return words
  }
}
