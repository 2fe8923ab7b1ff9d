import Graphics
import Report
import Typography

extension ContentWriter {
  /// A figure with its caption; under it what it belongs to and, folded, the plotted numbers and the directive.
  mutating func figure(_ figure: FigureBlock, _ html: inout HTMLBuffer) {
    html.open("div", ["class": "fig", "id": figure.anchor])
    html.raw("<figure>")
    var readout: String?
    if case .chart(let chart) = figure.content, chart.readout != "[]" { readout = chart.readout }
    html.open("div", ["class": "plot", "data-name": figure.name, "data-plots": readout])
    html.raw("<div class=\"pan\">")
    switch figure.content {
    case .image(let image): self.image(image, &html)
    case .chart(let chart):
      chartCount += 1
      html.raw(SVGWriter(fonts: fonts).write(chart.list, .inline(idPrefix: "c\(chartCount)")))
    }
    html.raw("</div></div>\n")
    let direction = TextDirection(of: figure.caption.plainText)
    html.open("figcaption", ["dir": turn(to: direction)])
    within(direction) { $0.caption(figure.caption, of: figure.name, figure.anchor, notes: figure.notes, &html) }
    html.raw("</figcaption></figure>")
    origins(of: figure.anchor, claims: figure.anchor.flatMap { links.claims[$0] } ?? [], &html)
    if case .chart(let chart) = figure.content { data(figure, chart, &html) }
    if let source = figure.source { self.source("Source", source, &html) }
    html.close("div")
  }

  mutating func caption(_ caption: [ReportInline], of name: String?, _ anchor: String?, notes: [String] = [], _ html: inout HTMLBuffer) {
    self.name(name, anchor, &html)
    inlines(caption, &html)
    if !notes.isEmpty { self.notes(notes.joined(separator: " ").withBoundNumbers, &html) }
  }

  /// What a reader should know about something drawn or tabulated.
  func notes(_ text: String, _ html: inout HTMLBuffer) {
    html.element("span", ["class": "notes", "dir": turn(to: TextDirection(of: text))], text: text)
  }

  /// "Figure 2." in front of a caption, a link to itself.
  private func name(_ name: String?, _ anchor: String?, _ html: inout HTMLBuffer) {
    guard let name else { return }
    html.open("b", ["lang": ownLanguage, "dir": turn(to: .leftToRight)])
    if let anchor { html.element("a", ["class": "self", "href": "#\(anchor)"], text: name + ".") } else { html.text(name + ".") }
    html.raw("</b> ")
  }

  /// "Shows claims 3, 4. Computed by runs."
  func origins(of anchor: String?, claims: [CrossLinks.Link] = [], _ html: inout HTMLBuffer) {
    let experiments = links.origins(of: anchor)
    guard !claims.isEmpty || !experiments.isEmpty else { return }
    html.open("p", ["class": "notes links", "lang": ownLanguage, "dir": turn(to: .leftToRight)])
    if !claims.isEmpty { list(claims.count == 1 ? "Shows claim" : "Shows claims", claims, &html) }
    if !claims.isEmpty, !experiments.isEmpty { html.text(" ") }
    if !experiments.isEmpty { list("Computed by", experiments, &html) }
    html.raw("</p>")
  }

  func list(_ title: String, _ links: [CrossLinks.Link], _ html: inout HTMLBuffer) {
    html.text(title)
    for (index, link) in links.enumerated() {
      html.text(index == 0 ? " " : ", ")
      html.element("a", ["href": "#\(link.anchor)"], text: link.name.asBoundName)
    }
    html.text(".")
  }
}
