/// Running text with everything resolved.
package indirect enum ReportInline: Sendable {
  case text(String)
  case emphasis([ReportInline])
  case strong([ReportInline])
  case strikethrough([ReportInline])
  case code(String)
  case math(MathFormula)
  case link(url: String, [ReportInline])
  /// A link to an anchor of this report: a reference, a citation.
  case internalLink(anchor: String, [ReportInline])
  /// An image within a line, from a file beside the notebook.
  case image(ReportImage)
  /// A footnote's mark; `anchor` is the note, `id` the mark's own anchor.
  case footnoteMark(number: Int, anchor: String, id: String)
  case superscript([ReportInline])
  case smallCapitals(String)
  case softBreak
  case lineBreak
  /// HTML as written, for the HTML report alone; only where the user allows it.
  case rawHTML(String)
  /// Something that could not be resolved, shown in red: the text as written, or a short message.
  case error(String)

  /// The text alone, for metadata, outlines and alternative texts.
  package var plainText: String {
    switch self {
    case .text(let text), .code(let text), .smallCapitals(let text), .error(let text): text
    case .emphasis(let content), .strong(let content), .strikethrough(let content), .superscript(let content),
      .link(_, let content), .internalLink(_, let content):
      content.plainText
    case .math(let formula): formula.plainText
    case .image(let image): image.alternativeText
    case .footnoteMark, .rawHTML: ""
    case .softBreak, .lineBreak: " "
    }
  }
}

extension [ReportInline] {
  package var plainText: String { map(\.plainText).joined() }
}
