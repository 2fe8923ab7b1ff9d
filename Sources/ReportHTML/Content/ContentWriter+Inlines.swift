import Graphics
import Report
import Typography

extension ContentWriter {
  mutating func inlines(_ content: [ReportInline], _ html: inout HTMLBuffer) {
    // What of the text after a formula has been written along with it, and what of the text before it is to be.
    var written = 0
    var held = ""
    for (index, inline) in content.enumerated() {
      let next = index + 1 < content.count ? content[index + 1] : nil
      if case .text(let text) = inline {
        var rest = text.dropFirst(written)
        written = 0
        if case .math(let formula)? = next, !formula.isDisplay {
          while let last = rest.last, "([“‘".contains(last) { held = "\(rest.removeLast())\(held)" }
        }
        html.text(String(rest).withBoundNumbers)
      } else if case .math(let formula) = inline {
        let punctuation = ContentWriter.punctuation(after: formula, next)
        boundMath(formula, after: held, before: punctuation, &html)
        written = punctuation.count
        held = ""
      } else {
        // The marks of two notes would read as one number.
        if case .footnoteMark = inline, index > 0, case .footnoteMark = content[index - 1], !isInLink { html.raw("<sup>,</sup>") }
        self.inline(inline, &html)
      }
    }
  }

  private static func punctuation(after formula: MathFormula, _ next: ReportInline?) -> String {
    guard case .text(let text)? = next, !formula.isDisplay else { return "" }
    return String(text.prefix { ".,;:!?)]’”".contains($0) })
  }

  /// A formula with the punctuation about it; browsers would break the line between them.
  private mutating func boundMath(_ formula: MathFormula, after opening: String, before closing: String, _ html: inout HTMLBuffer) {
    if opening.isEmpty, closing.isEmpty { return math(formula, &html) }
    html.open("span", ["class": "nobr"])
    html.text(opening)
    math(formula, &html)
    html.text(closing)
    html.close("span")
  }

  private mutating func inline(_ inline: ReportInline, _ html: inout HTMLBuffer) {
    switch inline {
    case .text(let text): html.text(text)
    case .emphasis(let inner): wrap("em", inner, &html)
    case .strong(let inner): wrap("strong", inner, &html)
    case .strikethrough(let inner): wrap("del", inner, &html)
    case .superscript(let inner): wrap("sup", inner, &html)
    case .code(let code): html.element("code", text: code)
    case .smallCapitals(let text): html.element("span", ["style": "font-variant-caps:small-caps"], text: text)
    case .math(let formula): math(formula, &html)
    case .link(let url, let inner): link(url, inner, &html)
    case .internalLink(let anchor, let inner): link("#\(anchor)", id: isInLink ? nil : cited.note(anchor), ContentWriter.bound(inner), &html)
    case .image(let image): self.image(image, &html)
    case .footnoteMark(let number, let anchor, let id): footnoteMark(number, anchor, id, &html)
    case .rawHTML(let markup): rawHTML(markup, &html)
    case .softBreak: html.raw("\n")
    case .lineBreak: html.raw("<br>\n")
    case .error(let text): html.element("span", ["class": "error"], text: text)
    }
  }

  private mutating func wrap(_ name: String, _ inner: [ReportInline], _ html: inout HTMLBuffer) {
    html.open(name)
    inlines(inner, &html)
    html.close(name)
  }

  /// A reference of two words keeps to one line.
  private static func bound(_ content: [ReportInline]) -> [ReportInline] {
    guard content.count == 1, case .text(let name) = content[0] else { return content }
    return [.text(name.asBoundName)]
  }

  private mutating func link(_ address: String, id: String? = nil, _ inner: [ReportInline], _ html: inout HTMLBuffer) {
    guard !isInLink else { return inlines(inner, &html) }
    html.open("a", ["id": id, "href": address])
    isInLink = true
    inlines(inner, &html)
    isInLink = false
    html.close("a")
  }

  /// The first mark of a note has the id that the note leads back to; a claim's is written twice.
  private mutating func footnoteMark(_ number: Int, _ anchor: String, _ id: String, _ html: inout HTMLBuffer) {
    guard !isInLink else { return }
    let isFirst = !id.isEmpty && markedNotes.insert(number).inserted
    html.open("sup", ["id": isFirst ? id : nil, "style": isFirst ? "anchor-name:--m\(number)" : nil])
    html.element("a", ["href": "#\(anchor)", "role": "doc-noteref", "aria-label": "Footnote \(number)"], text: String(number))
    html.close("sup")
  }

  mutating func math(_ formula: MathFormula, _ html: inout HTMLBuffer) {
    if formula.expression.body.count == 1, case .linked(let link, let body) = formula.expression.body[0].kind,
      body.count == 1, case .text(let words, .roman) = body[0].kind
    {
      // A reference alone is no formula.
      if isInLink { html.text(words) } else { html.element("a", ["href": link.reference], text: words.asBoundName) }
      return
    }
    let math = MathMLWriter.write(
      formula.expression, isDisplay: formula.isDisplay, isDivisible: true, hasLinks: !isInLink)
    mathematicsCodePoints.formUnion(math.scalars)
    html.raw(math.markup)
  }

  func image(_ image: ReportImage, _ html: inout HTMLBuffer) {
    html.open("img", ["src": image.file.dataURI, "alt": image.alternativeText])
  }
}
