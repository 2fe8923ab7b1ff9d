/// The text of inlines without their formatting.
package enum PlainText {
  package static func of(_ inlines: [Inline]) -> String { inlines.map(of).joined() }

  package static func of(_ inline: Inline) -> String {
    switch inline.kind {
    case .text(let text), .code(let text), .html(let text): text
    case .emphasis(let content), .strong(let content), .strikethrough(let content), .link(_, _, let content): of(content)
    case .math(let tex, let isDisplay): isDisplay ? "$$\(tex)$$" : "$\(tex)$"
    case .image(_, let alternativeText): alternativeText
    case .reference(let name, _): "@" + name
    case .citation(let citation): citation.items.map { "@" + $0.key }.joined(separator: "; ")
    case .query(let sql, _): sql
    case .footnoteReference: ""
    case .softBreak, .lineBreak: " "
    }
  }
}
