import Report
import Typography

extension ContentWriter {
  /// The table that opens the report: every claim with what was expected, what was measured, and the verdict.
  mutating func verdicts(_ html: inout HTMLBuffer) {
    guard !report.claims.isEmpty else { return }
    html.raw("\n<section class=\"verdicts\" aria-labelledby=\"rp-verdicts\">")
    html.element("h2", ["id": "rp-verdicts", "lang": ownLanguage], text: "Claims and verdicts")
    html.raw("\n")
    html.element("p", ["lang": ownLanguage, "dir": turn(to: .leftToRight)], text: VerdictSummary.sentence(report))
    html.raw("<div class=\"scroll\"><table role=\"table\">")
    html.open("thead", ["role": "rowgroup", "lang": ownLanguage])
    html.raw("<tr role=\"row\">")
    for title in ["#", "Claim", "Source", "Expected", "Measured", "Verdict"] { html.element("th", ["scope": "col", "role": "columnheader"], text: title) }
    html.raw("</tr></thead><tbody role=\"rowgroup\">\n")
    for claim in report.claims { verdict(claim, &html) }
    html.raw("</tbody></table></div></section>")
  }

  /// One row; its roles are written out because narrow pages lay it out as a card, which would take them from it.
  private mutating func verdict(_ claim: Claim, _ html: inout HTMLBuffer) {
    html.raw("<tr role=\"row\"><td role=\"cell\" class=\"num\">")
    html.element("a", ["href": "#\(claim.anchor)", "aria-label": "Claim \(claim.number)"], text: String(claim.number))
    html.raw("</td>")
    cell("say", claim.text, TextDirection(of: claim.text.plainText), &html)
    cell("src", claim.sourceInPaper, TextDirection(of: claim.sourceInPaper.plainText), &html)
    // "< 0.1" would be mirrored.
    cell("nw exp", claim.expectation, .leftToRight, &html)
    cell("nw est", claim.estimate, .leftToRight, &html)
    html.raw("<td role=\"cell\" class=\"ver\">")
    badge(claim.verdict, &html)
    html.raw("</td></tr>\n")
  }

  private mutating func cell(_ kind: String, _ content: [ReportInline], _ direction: TextDirection?, _ html: inout HTMLBuffer) {
    html.open("td", ["role": "cell", "class": kind, "dir": turn(to: direction)])
    inlines(content, &html)
    html.close("td")
  }

  private func badge(_ verdict: Claim.Verdict, _ html: inout HTMLBuffer) {
    html.element("span", ["class": "badge \(verdict.rawValue)", "lang": ownLanguage], text: "\(verdict.sign) \(verdict.rawValue)")
  }

  mutating func claim(_ claim: Claim, _ html: inout HTMLBuffer) {
    html.open("section", ["class": "claim \(claim.verdict.rawValue)", "id": claim.anchor, "aria-label": "Claim \(claim.number): \(claim.verdict.rawValue)"])
    html.raw("<header>")
    html.open("b", ["lang": ownLanguage])
    html.element("a", ["class": "self", "href": "#\(claim.anchor)"], text: "Claim \(claim.number)")
    html.raw("</b>")
    if !claim.sourceInPaper.isEmpty {
      html.open("span", ["dir": turn(to: TextDirection(of: claim.sourceInPaper.plainText))])
      inlines(claim.sourceInPaper, &html)
      html.close("span")
    }
    badge(claim.verdict, &html)
    html.raw("</header>")
    html.open("p", ["dir": turn(to: TextDirection(of: claim.text.plainText))])
    inlines(claim.text, &html)
    html.raw("</p>")
    html.open("div", ["class": "measure", "lang": ownLanguage, "dir": turn(to: .leftToRight)])
    html.raw("Expected <b>")
    inlines(claim.expectation, &html)
    html.raw("</b>")
    if !claim.measured.isEmpty {
      let (value, interval) = ContentWriter.parted(claim.measured)
      html.raw("; measured <b>")
      inlines(value, &html)
      html.raw("</b>")
      inlines(interval, &html)
    }
    html.text(claim.explanation.map { ". \($0.capitalizedFirst)." } ?? ".")
    if let figure = claim.figure {
      html.text(" ")
      list("See", [CrossLinks.Link(name: figure.name, anchor: figure.anchor)], &html)
    }
    let experiments = links.origins(of: claim.anchor)
    if !experiments.isEmpty {
      html.text(" ")
      list("Computed by", experiments, &html)
    }
    // A space that stays at the end of its line.
    html.text("\u{2002}")
    source("Query", CodeListing(language: "sql", text: claim.sql), &html)
    html.raw("</div>")
    html.close("section")
  }

  /// The measured value, and in parentheses what it comes from.
  static func parted(_ measured: [ReportInline]) -> (value: [ReportInline], interval: [ReportInline]) {
    for (index, inline) in measured.enumerated() {
      guard case .text(let text) = inline, let opening = text.firstIndex(of: "(") else { continue }
      let end = text[..<opening].lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
      return (measured[..<index] + [.text(String(text[..<end]))], [.text(String(text[end...]))] + measured[(index + 1)...])
    }
    return (measured, [])
  }

  /// One quiet line that says how something was computed; the parameters unfold.
  func experiment(_ experiment: ExperimentBlock, _ html: inout HTMLBuffer) {
    html.open("div", ["class": "experiment", "id": experiment.anchor, "lang": ownLanguage, "dir": turn(to: .leftToRight)])
    html.raw("<details><summary>")
    html.element("code", text: experiment.experiment)
    let jobs = "\(experiment.jobCount) \(experiment.jobCount == 1 ? "job" : "jobs")"
    // Lines break before the dots alone.
    for words in ["scale \(experiment.scale)", experiment.seedsText, jobs] { html.text(" ·\u{A0}\(words.nonBreaking)") }
    html.raw("</summary>")
    inlineList("Parameters", experiment.parameters.map { "\($0.name) = \($0.value)" }, &html)
    inlineList("Sweep", experiment.sweeps.map { "\($0.name) = \($0.values)" }, &html)
    inlineList("Tables", experiment.tables.map { "\($0.name) (\($0.rows) rows)" }, &html)
    if let uses = links.uses[experiment.label] {
      html.raw("<div>")
      list("Used by", uses, &html)
      html.raw("</div>")
    }
    html.raw("</details>")
    html.close("div")
  }

  private func inlineList(_ title: String, _ items: [String], _ html: inout HTMLBuffer) {
    guard !items.isEmpty else { return }
    html.open("div")
    html.text(title + ": ")
    for (index, item) in items.enumerated() {
      if index > 0 { html.text(", ") }
      html.element("code", text: item)
    }
    html.close("div")
  }
}
