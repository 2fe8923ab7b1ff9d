import Graphics
import Report
import Typography

extension ContentWriter {
  mutating func inlines(_ content: [ReportInline], _ html: inout HTMLBuffer) {
    // What of the text after a formula has been written along with it.
    var written = 0
    for (index, inline) in content.enumerated() {
      if case .text(let text) = inline, written > 0 {
        html.text(String(text.dropFirst(written)))
        written = 0
      } else if case .math(let formula) = inline, index + 1 < content.count, case .text(let next) = content[index + 1] {
        written = punctuatedMath(formula, next, &html)
      } else {
        self.inline(inline, &html)
      }
    }
  }

  /// A formula with the punctuation that follows it; browsers would break the line between the two.
  /// - Returns: how many characters of the text were written.
  private mutating func punctuatedMath(_ formula: MathFormula, _ next: String, _ html: inout HTMLBuffer) -> Int {
    let punctuation = next.prefix { ".,;:!?)]’”".contains($0) }
    if punctuation.isEmpty || formula.isDisplay {
      math(formula, &html)
      return 0
    }
    html.open("span", ["class": "nobr"])
    math(formula, &html)
    html.text(String(punctuation))
    html.close("span")
    return punctuation.count
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
    case .link(let url, let inner):
      html.open("a", ["href": url])
      inlines(inner, &html)
      html.close("a")
    case .internalLink(let anchor, let inner):
      html.open("a", ["href": "#\(anchor)"])
      inlines(inner, &html)
      html.close("a")
    case .image(let image): self.image(image, &html)
    case .footnoteMark(let number, let anchor, let id):
      html.open("sup", ["id": id.isEmpty ? nil : id, "style": id.isEmpty ? nil : "anchor-name:--m\(number)"])
      html.element("a", ["href": "#\(anchor)", "role": "doc-noteref", "aria-label": "Footnote \(number)"], text: String(number))
      html.close("sup")
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

  mutating func math(_ formula: MathFormula, _ html: inout HTMLBuffer) {
    let math = MathMLWriter.write(formula.expression, isDisplay: formula.isDisplay, isDivisible: true)
    mathematicsCodePoints.formUnion(math.scalars)
    html.raw(math.markup)
  }

  func image(_ image: ReportImage, _ html: inout HTMLBuffer) {
    html.open("img", ["src": image.file.dataURI, "alt": image.alternativeText])
  }
}
