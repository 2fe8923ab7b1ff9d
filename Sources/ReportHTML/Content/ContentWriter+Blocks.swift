import Report
import Typography

extension ContentWriter {
  mutating func blocks(_ blocks: [ReportBlock], _ html: inout HTMLBuffer) {
    for block in blocks { self.block(block, &html) }
  }

  private mutating func block(_ block: ReportBlock, _ html: inout HTMLBuffer) {
    html.raw("\n")
    switch block {
    case .heading(let level, let number, let anchor, let content): heading(level, number, anchor, content, &html)
    case .paragraph(let content):
      html.open("p", ["dir": turn(to: block.direction)])
      inlines(content, &html)
      html.close("p")
    case .list(let list): self.list(list, &html)
    case .blockQuote(let inner):
      html.open("blockquote", ["dir": turn(to: block.direction)])
      within(block.direction) { $0.blocks(inner, &html) }
      html.close("blockquote")
    case .callout(let kind, let title, let inner):
      html.open("aside", ["class": "callout is-\(kind.rawValue)", "role": "note", "dir": turn(to: block.direction)])
      html.element("p", ["class": "kind"], text: title)
      within(block.direction) { $0.blocks(inner, &html) }
      html.close("aside")
    case .code(let listing): self.listing(listing, &html)
    case .equation(let equation): self.equation(equation, &html)
    case .table(let table): self.table(table, &html)
    case .figure(let figure): self.figure(figure, &html)
    case .experiment(let experiment): self.experiment(experiment, &html)
    case .claim(let claim): self.claim(claim, &html)
    case .failure(let failure): self.failure(failure, &html)
    case .thematicBreak: html.raw("<hr>")
    case .rawHTML(let markup): rawHTML(markup, &html)
    case .bibliography: bibliography(&html)
    }
  }

  mutating func rawHTML(_ markup: String, _ html: inout HTMLBuffer) {
    hasRawHTML = true
    html.raw(markup)
  }

  private mutating func heading(_ level: Int, _ number: String?, _ anchor: String, _ content: [ReportInline], _ html: inout HTMLBuffer) {
    let name = "h\(min(level + 1, 6))"
    html.open(name, ["id": anchor, "dir": turn(to: TextDirection(of: content.plainText))])
    if let number { html.element("span", ["class": "no"], text: number) }
    inlines(content, &html)
    html.element("a", ["class": "anchor", "href": "#\(anchor)", "lang": ownLanguage, "aria-label": "Link to this section"], text: "#")
    html.close(name)
  }

  private mutating func list(_ list: ReportList, _ html: inout HTMLBuffer) {
    let name = list.start == nil ? "ul" : "ol"
    html.open(name, ["start": list.start.flatMap { $0 == 1 ? nil : String($0) }, "dir": turn(to: list.direction)])
    within(list.direction) { $0.items(of: list, &html) }
    html.close(name)
  }

  private mutating func items(of list: ReportList, _ html: inout HTMLBuffer) {
    for item in list.items {
      html.open("li", ["class": item.isChecked == nil ? nil : "task"])
      if let isChecked = item.isChecked { html.raw("<input type=\"checkbox\" disabled aria-label=\"\(isChecked ? "done" : "to do")\"\(isChecked ? " checked" : "")> ") }
      if list.isTight, case .paragraph(let content)? = item.blocks.first {
        let turned = turn(to: TextDirection(of: content.plainText))
        if let turned { html.open("div", ["dir": turned]) }
        inlines(content, &html)
        if turned != nil { html.close("div") }
        blocks(Array(item.blocks.dropFirst()), &html)
      } else {
        blocks(item.blocks, &html)
      }
      html.raw("</li>\n")
    }
  }

  private mutating func equation(_ equation: EquationBlock, _ html: inout HTMLBuffer) {
    html.open("div", ["class": "equation", "id": equation.anchor])
    html.raw("<div class=\"formula\">")
    math(equation.formula, &html)
    html.raw("</div>")
    if let number = equation.number {
      let mark = "(\(number))"
      if let anchor = equation.anchor {
        html.element("a", ["class": "no self", "href": "#\(anchor)"], text: mark)
      } else {
        html.element("span", ["class": "no"], text: mark)
      }
    }
    html.close("div")
  }

  private mutating func table(_ table: TableBlock, _ html: inout HTMLBuffer) {
    html.open("div", ["class": "tbl", "id": table.anchor])
    html.raw("<div class=\"scroll\">")
    html.open("table", ["dir": turn(to: table.direction)])
    within(table.direction) { $0.rows(of: table, &html) }
    html.raw("</table></div>")
    for note in table.notes { notes(note, &html) }
    origins(of: table.anchor, &html)
    if let source = table.source { self.source("Query", source, &html) }
    html.close("div")
  }

  private mutating func rows(of table: TableBlock, _ html: inout HTMLBuffer) {
    if table.name != nil || !table.caption.isEmpty {
      let direction = table.caption.isEmpty ? .leftToRight : TextDirection(of: table.caption.plainText)
      html.open("caption", ["dir": turn(to: direction)])
      within(direction) { $0.caption(table.caption, of: table.name, table.anchor, &html) }
      html.close("caption")
    }
    html.raw("<thead><tr>")
    for (index, cell) in table.header.enumerated() { self.cell("th", cell, table.alignment(index), &html) }
    html.raw("</tr></thead><tbody>")
    for row in table.rows {
      html.raw("<tr>")
      for (index, cell) in row.enumerated() { self.cell("td", cell, table.alignment(index), &html) }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>")
  }

  private mutating func cell(_ name: String, _ content: [ReportInline], _ alignment: TableBlock.Alignment, _ html: inout HTMLBuffer) {
    let style = alignment == .right ? "r" : alignment == .center ? "c" : nil
    // A head without text heads nothing.
    let name = name == "th" && content.plainText.isEmpty ? "td" : name
    // Text against the direction of the table stands on the table's side all the same.
    let turned = turn(to: TextDirection(of: content.plainText))
    let side = turned != nil && direction == .rightToLeft && style == nil ? "r" : style
    html.open(name, ["class": side, "scope": name == "th" ? "col" : nil, "dir": turned])
    inlines(content, &html)
    html.close(name)
  }

  func folded(_ summary: String, as kind: String? = nil, _ html: inout HTMLBuffer, _ content: (inout HTMLBuffer) -> Void) {
    html.open("details", ["class": kind])
    html.element("summary", ["lang": ownLanguage], text: summary)
    content(&html)
    html.close("details")
  }

  private func failure(_ failure: FailureBlock, _ html: inout HTMLBuffer) {
    html.open("section", ["class": "failure \(failure.kind.rawValue)", "id": failure.anchor, "aria-label": failure.title, "lang": ownLanguage, "dir": turn(to: .leftToRight)])
    html.element("header", text: failure.title)
    for message in failure.messages { html.element("p", text: message) }
    if !failure.excerpt.isEmpty { code(CodeListing(language: "", text: failure.excerpt.joined(separator: "\n")), &html) }
    html.close("section")
  }

  private mutating func bibliography(_ html: inout HTMLBuffer) {
    html.raw("<ul class=\"refs\">")
    for entry in report.bibliography {
      html.open("li", ["id": entry.anchor, "dir": turn(to: TextDirection(of: entry.content.plainText))])
      if let mark = entry.mark { html.text(mark + " ") }
      inlines(entry.content, &html)
      citations(of: entry, &html)
      html.raw("</li>\n")
    }
    html.raw("</ul>")
  }

  /// Links back to where the work is cited above.
  private func citations(of entry: BibliographyEntry, _ html: inout HTMLBuffer) {
    guard let places = cited.places[entry.anchor] else { return }
    html.raw("\u{A0}<span class=\"cited\">")
    for (index, place) in places.enumerated() {
      html.raw(index > 0 ? " " : "")
      html.element("a", ["href": "#\(place)", "aria-label": "Citation \(index + 1) of \(places.count)"], text: index > 0 ? String(index + 1) : places.count > 1 ? "↩\u{FE0E} 1" : "↩\u{FE0E}")
    }
    html.raw("</span>")
  }
}

extension TableBlock {
  /// Of a column; left where none is given.
  func alignment(_ column: Int) -> Alignment { column < alignments.count ? alignments[column] : .left }
}
