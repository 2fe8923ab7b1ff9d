import Notebook

extension [Inline] {
  /// The text alone, mathematics as its TeX.
  var plainText: String {
    map { inline in
      switch inline.kind {
      case .text(let text), .code(let text): text
      case .emphasis(let content), .strong(let content), .strikethrough(let content), .link(_, _, let content): content.plainText
      case .math(let tex, _): tex
      case .image(_, let text): text
      case .softBreak, .lineBreak: " "
      case .reference, .citation, .query, .footnoteReference, .html: ""
      }
    }.joined()
  }
}
