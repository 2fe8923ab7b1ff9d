/// Makes paragraphs of one document: shapes each word once, knows the language's hyphenation.
///
/// Confined to the thread of its font library.
package final class ParagraphTypesetter {
  package let fonts: FontLibrary
  let hyphenator: Hyphenator
  private var words: [WordKey: ShapedWord] = [:]
  private var spaces: [TextStyle: Double] = [:]
  private var hyphens: [TextStyle: Hyphen] = [:]

  /// What is drawn where a word is divided.
  struct Hyphen {
    var glyph: UInt32
    var width: Double
  }

  private struct WordKey: Hashable {
    var text: String
    var style: TextStyle
    var direction: TextDirection?
  }

  package init(fonts: FontLibrary, language: String = "en") {
    self.fonts = fonts
    hyphenator = Hyphenator(language: language)
  }

  /// An empty paragraph.
  package func paragraph() -> ParagraphBuilder { ParagraphBuilder(typesetter: self) }

  /// - Parameter direction: where the paragraph says so; nil for a word that is not yet in its place.
  func word(_ bytes: ArraySlice<UInt8>, _ style: TextStyle, _ direction: TextDirection? = nil) -> ShapedWord {
    let key = WordKey(text: String(decoding: bytes, as: UTF8.self), style: style, direction: direction)
    if let word = words[key] { return word }
    let run = fonts.shape(key.text, style, direction: direction)
    let word = ShapedWord(bytes: Array(bytes), style: style, direction: direction, run: run)
    words[key] = word
    return word
  }

  /// The width of a space between words.
  func space(_ style: TextStyle) -> Double {
    if let width = spaces[style] { return width }
    let face = fonts.face(style.role)
    let width = (face.glyph(for: " ").map { face.advance(of: $0) } ?? 0.25) * style.size + style.tracking * style.size
    spaces[style] = width
    return width
  }

  /// How far the mark that ends a word stands out at the end of a justified line, so that the edge looks straight.
  func hang(of item: ParagraphItem) -> Double {
    guard case .word(let word) = item.content, item.rise == 0, item.level == 0, let last = word.bytes.last, let glyph = word.run.glyphs.last, !word.run.segments.contains(where: \.isRightToLeft) else { return 0 }
    let share =
      switch last {
      case UInt8(ascii: "."), UInt8(ascii: ","): 0.6
      case UInt8(ascii: "-"): 0.5
      case UInt8(ascii: ":"), UInt8(ascii: ";"): 0.4
      default: 0.0
      }
    return share * glyph.advance
  }

  /// The same for the hyphen of a divided word.
  func hang(ofHyphen style: TextStyle) -> Double { 0.5 * hyphen(style).width }

  func hyphen(_ style: TextStyle) -> Hyphen {
    if let hyphen = hyphens[style] { return hyphen }
    let face = fonts.face(style.role)
    let glyph = face.glyph(for: "\u{AD}") ?? face.glyph(for: "\u{2010}") ?? face.glyph(for: "-") ?? 0
    let hyphen = Hyphen(glyph: glyph, width: face.advance(of: glyph) * style.size)
    hyphens[style] = hyphen
    return hyphen
  }
}
