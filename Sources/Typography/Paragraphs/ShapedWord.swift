/// A stretch of text without spaces, shaped once and shared by all paragraphs that hold it.
final class ShapedWord {
  /// A place inside the word where a line may end.
  struct Opportunity {
    /// Bytes of the word that stay on the line.
    var offset: Int
    /// Whether a hyphen is added at the end of the line.
    var addsHyphen: Bool
    var penalty: Double
    /// Width of the part before, with its hyphen, and of the part after.
    var before: Double
    var after: Double
  }

  let bytes: [UInt8]
  let style: TextStyle
  let direction: TextDirection?
  /// Whether the paragraph it stands in needs the bidirectional algorithm.
  let needsDirection: Bool
  let run: ShapedRun
  /// Breaks that cost no hyphen: after a written hyphen or a dash, inside addresses and code.
  var plainOpportunities: [Opportunity]?
  /// The former and hyphenation.
  var hyphenOpportunities: [Opportunity]?
  /// The former and every place between two characters.
  var anyOpportunities: [Opportunity]?

  init(bytes: [UInt8], style: TextStyle, direction: TextDirection?, run: ShapedRun) {
    self.bytes = bytes
    self.style = style
    self.direction = direction
    needsDirection = EmbeddingLevels.mayMatter(in: bytes)
    self.run = run
  }

  var width: Double { run.width }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}
