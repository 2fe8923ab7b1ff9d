import Report

extension ContentWriter {
  /// The table that opens the report: every claim with what was expected, what was measured, and the verdict.
  mutating func verdicts(_ html: inout HTMLBuffer) {
    guard !report.claims.isEmpty else { return }
    html.raw("\n<section class=\"verdicts\" aria-labelledby=\"verdicts\"><h2 id=\"verdicts\">Claims and verdicts</h2>\n")
    html.element("p", text: VerdictSummary.sentence(report))
    html.raw("<div class=\"scroll\"><table><thead><tr><th scope=\"col\">#</th><th scope=\"col\">Claim</th><th scope=\"col\" class=\"wide\">Source</th><th scope=\"col\" class=\"wide\">Expected</th><th scope=\"col\">Measured</th><th scope=\"col\">Verdict</th></tr></thead><tbody>\n")
    for claim in report.claims {
      html.raw("<tr><td>")
      html.element("a", ["href": "#\(claim.anchor)"], text: String(claim.number))
      html.raw("</td><td class=\"say\">")
      inlines(claim.text, &html)
      html.raw("</td><td class=\"wide\">")
      inlines(claim.sourceInPaper, &html)
      html.raw("</td><td class=\"wide nw\">")
      inlines(claim.expectation, &html)
      html.raw("</td><td class=\"nw\">")
      inlines(claim.estimate, &html)
      html.raw("</td><td>")
      badge(claim.verdict, &html)
      html.raw("</td></tr>\n")
    }
    html.raw("</tbody></table></div></section>")
  }

  private func badge(_ verdict: Claim.Verdict, _ html: inout HTMLBuffer) {
    html.element("span", ["class": "badge \(verdict.rawValue)"], text: "\(verdict.sign) \(verdict.rawValue)")
  }

  mutating func claim(_ claim: Claim, _ html: inout HTMLBuffer) {
    html.open("section", ["class": "claim \(claim.verdict.rawValue)", "id": claim.anchor, "aria-label": "Claim \(claim.number): \(claim.verdict.rawValue)"])
    html.raw("<header>")
    html.element("b", text: "Claim \(claim.number)")
    if !claim.sourceInPaper.isEmpty {
      html.open("span")
      inlines(claim.sourceInPaper, &html)
      html.close("span")
    }
    badge(claim.verdict, &html)
    html.raw("</header><p>")
    inlines(claim.text, &html)
    html.raw("</p><p class=\"measure\">Expected <b>")
    inlines(claim.expectation, &html)
    html.raw("</b>")
    if !claim.measured.isEmpty {
      html.raw("; measured <b>")
      inlines(claim.measured, &html)
      html.raw("</b>")
    }
    html.text(claim.explanation.map { ". \($0.capitalizedFirst)." } ?? ".")
    if let figure = claim.figure {
      html.text(" See ")
      html.element("a", ["href": "#\(figure.anchor)"], text: figure.name)
      html.text(".")
    }
    html.raw("</p>")
    if report.html.codeFold { folded("Query", &html) { code(CodeListing(language: "sql", text: claim.sql), &$0) } }
    html.close("section")
  }

  /// One quiet line that says how something was computed; the parameters unfold.
  func experiment(_ experiment: ExperimentBlock, _ html: inout HTMLBuffer) {
    html.open("div", ["class": "experiment", "id": experiment.anchor])
    html.raw("<details><summary>")
    html.element("code", text: experiment.experiment)
    html.text(" · scale \(experiment.scale) · \(experiment.seedsText) · \(experiment.jobCount) \(experiment.jobCount == 1 ? "job" : "jobs")")
    html.raw("</summary>")
    inlineList("Parameters", experiment.parameters.map { "\($0.name) = \($0.value)" }, &html)
    inlineList("Sweep", experiment.sweeps.map { "\($0.name) = \($0.values)" }, &html)
    inlineList("Tables", experiment.tables.map { "\($0.name) (\($0.rows) rows)" }, &html)
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
