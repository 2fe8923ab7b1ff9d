/// What tells the words of one language apart.
struct CodeGrammar {
  struct StringForm {
    var opening: [UInt8]
    var closing: [UInt8]
    /// Whether a backslash takes the next character along.
    var hasEscapes = true
    /// Whether it may go on beyond the end of the line.
    var isMultiline = false
    var kind = CodeToken.Kind.string

    init(_ opening: String, _ closing: String? = nil, hasEscapes: Bool = true, isMultiline: Bool = false, kind: CodeToken.Kind = .string) {
      self.opening = Array(opening.utf8)
      self.closing = Array((closing ?? opening).utf8)
      self.hasEscapes = hasEscapes
      self.isMultiline = isMultiline
      self.kind = kind
    }
  }

  var keywords: Set<String>
  var types: Set<String> = []
  /// Whether keywords and types are written in any case; the sets hold them in lower case.
  var ignoresCase = false
  var typesAreCapitalized = false
  var marksCalls = true
  var lineComment: [UInt8]?
  var hasBlockComments = false
  var blockCommentsNest = false
  /// Longer openings first.
  var strings: [StringForm]
  /// Letters that may stand before a string, as in `r"…"`, in lower case.
  var stringPrefixes: Set<String> = []
  /// Whether `\(…)` holds code.
  var interpolates = false
  /// What opens an attribute or directive: `@`, `#`.
  var annotationMarks: Set<UInt8> = []
  /// Whether a string before a colon is a key.
  var hasKeys = false
}
