/// Collects the text and boxes of a paragraph, then breaks it into lines.
package struct ParagraphBuilder {
  let typesetter: ParagraphTypesetter
  var items: [ParagraphItem] = []
  private var endsInSpace = true

  init(typesetter: ParagraphTypesetter) { self.typesetter = typesetter }

  package var isEmpty: Bool { items.isEmpty }
  package var fonts: FontLibrary { typesetter.fonts }

  /// Appends running text: white space separates words, U+00A0 binds them, U+200B and U+00AD allow a break.
  ///
  /// - Parameters:
  ///   - mark: handed back with the fragments of the lines, so that the client knows what a piece of text is.
  ///   - rise: how far the text stands above the baseline, in points.
  package mutating func append(_ text: String, _ style: TextStyle, mark: Int = 0, rise: Double = 0) {
    let bytes = Array(text.utf8)
    var start = 0
    var index = 0
    func flush(_ builder: inout ParagraphBuilder, to end: Int) {
      if start < end { builder.appendWord(bytes[start..<end], style, mark: mark, rise: rise) }
    }
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      var length = 0
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D {
        flush(&self, to: index)
        appendSpace(style, mark: mark)
        length = 1
      } else if byte == 0xC2 && next == 0xA0 {
        flush(&self, to: index)
        appendSpace(style, mark: mark, binds: true)
        length = 2
      } else if byte == 0xC2 && next == 0xAD {
        flush(&self, to: index)
        appendOpportunity(penalty: 50)
        length = 2
      } else if byte == 0xE2 && next == 0x80 && index + 2 < bytes.count && bytes[index + 2] == 0x8B {
        flush(&self, to: index)
        appendOpportunity(penalty: 0)
        length = 3
      }
      index += max(1, length)
      if length > 0 { start = index }
    }
    flush(&self, to: bytes.count)
  }

  /// Appends something of fixed size.
  package mutating func append(_ box: ParagraphBox, _ style: TextStyle, mark: Int = 0) {
    items.append(ParagraphItem(content: .box(box), width: box.width, style: style, mark: mark))
    endsInSpace = false
  }

  /// Appends white space between words; a second one in a row is dropped.
  package mutating func appendSpace(_ style: TextStyle, mark: Int = 0, binds: Bool = false) {
    guard !endsInSpace || binds else { return }
    let width = typesetter.space(style)
    let isFixed = style.role.group == .mono
    items.append(
      ParagraphItem(
        content: .space(binds: binds), width: width, stretch: isFixed ? width * 0.3 : width * 0.56,
        shrink: isFixed ? 0 : width * 0.28, style: style, mark: mark))
    endsInSpace = true
  }

  /// Appends white space of the given measure, as between the parts of a formula.
  package mutating func appendSpace(
    width: Double, stretch: Double, shrink: Double, _ style: TextStyle, mark: Int = 0, binds: Bool = true
  ) {
    items.append(
      ParagraphItem(
        content: .space(binds: binds), width: width, stretch: stretch, shrink: shrink, style: style, mark: mark,
        joinsBoxes: true))
    endsInSpace = false
  }

  /// Lets a line end here; 0 is free, 10 000 is never.
  package mutating func appendOpportunity(penalty: Double) {
    items.append(ParagraphItem(content: .opportunity(penalty: penalty), style: TextStyle(.serif, size: 0), joinsBoxes: true))
  }

  /// Ends the line.
  package mutating func appendLineBreak() {
    items.append(ParagraphItem(content: .lineBreak, style: TextStyle(.serif, size: 0)))
    endsInSpace = true
  }

  /// The width of the whole on one line, and of the widest piece that cannot be divided.
  package var widths: (natural: Double, minimum: Double) {
    var natural = 0.0
    var line = 0.0
    var minimum = 0.0
    var piece = 0.0
    for item in items {
      line += item.width
      switch item.content {
      case .word(let word):
        let points = typesetter.opportunities(in: word, effort: .plain, hyphenates: false)
        if points.isEmpty { piece += item.width } else {
          minimum = max(minimum, piece + points[0].before)
          piece = points[points.count - 1].after
        }
      case .box: piece += item.width
      case .space(binds: true): piece += item.width
      case .space, .opportunity, .lineBreak:
        minimum = max(minimum, piece)
        piece = 0
      }
      if case .lineBreak = item.content {
        natural = max(natural, line)
        line = 0
      }
    }
    return (max(natural, line), max(minimum, piece))
  }

  /// Appends text without spaces; between ideographs a line may end.
  private mutating func appendWord(_ bytes: ArraySlice<UInt8>, _ style: TextStyle, mark: Int, rise: Double) {
    var isFirst = true
    for piece in IdeographicText.pieces(of: bytes) {
      // Lines are filled by letting ideographs apart a little.
      if !isFirst { appendSpace(width: 0, stretch: 0.06 * style.size, shrink: 0, style, mark: mark, binds: false) }
      appendPiece(piece, style, mark: mark, rise: rise)
      isFirst = false
    }
  }

  private mutating func appendPiece(_ bytes: ArraySlice<UInt8>, _ style: TextStyle, mark: Int, rise: Double) {
    let word = typesetter.word(bytes, style)
    items.append(ParagraphItem(content: .word(word), width: word.width, style: style, rise: rise, mark: mark))
    endsInSpace = false
  }
}
