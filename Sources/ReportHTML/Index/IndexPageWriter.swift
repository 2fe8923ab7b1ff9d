/// Writes the page of all reports: title, paper, verdicts, a picture; a box narrows the list where scripts run.
package struct IndexPageWriter {
  package init() {}

  package func write(_ entries: [IndexEntry]) -> String {
    var html = HTMLBuffer()
    PageHead.open(title: "Reports", lang: "en", &html)
    html.raw("<style>\n\(PageColors.css)\(StyleSheet.base)\n\(IndexStyle.css)\n</style>\n</head>\n<body>\n<main class=\"list\">\n<h1>Reports</h1>\n")
    html.element("p", ["class": "subtitle"], text: IndexPageWriter.sentence(entries))
    html.raw("\n<ul class=\"cards\">\n")
    for entry in entries { card(entry, &html) }
    html.raw("</ul>\n</main>\n<script>\n\(IndexScript.source)\n</script>\n</body>\n</html>\n")
    return html.html
  }

  private static func sentence(_ entries: [IndexEntry]) -> String {
    let verdicts = entries.flatMap(\.verdicts)
    let total = verdicts.reduce(0) { $0 + $1.count }
    let supported = verdicts.filter { $0.verdict == "supported" }.reduce(0) { $0 + $1.count }
    let papers = "\(entries.count) \(entries.count == 1 ? "report" : "reports")"
    return total == 0 ? "\(papers)." : "\(papers); \(supported) of \(total) claims supported."
  }

  private func card(_ entry: IndexEntry, _ html: inout HTMLBuffer) {
    let page = entry.hasHTML ? "\(entry.slug)/index.html" : "\(entry.slug)/\(entry.slug).pdf"
    html.raw("<li class=\"card\">")
    // First in the text, though the picture stands above it: what the card is about.
    html.raw("<div class=\"say\"><h2>")
    html.element("a", ["href": page], text: entry.title)
    html.raw("</h2>")
    if let paper = entry.paper { html.element("p", text: paper) }
    html.raw("<div class=\"foot\">")
    for (verdict, count) in entry.verdicts where count > 0 {
      html.element("span", ["class": "badge \(verdict)"], text: "\(count) \(verdict)")
    }
    html.element("span", text: "scale \(entry.scale)")
    if entry.hasPDF, entry.hasHTML {
      html.element("a", ["href": "\(entry.slug)/\(entry.slug).pdf", "aria-label": "PDF of \(entry.title)"], text: "PDF")
    }
    html.raw("</div></div>")
    if let thumbnail = entry.thumbnail {
      html.raw("<div class=\"thumb\">")
      html.open("img", ["src": "\(entry.slug)/\(thumbnail)", "alt": "", "loading": "lazy"])
      html.raw("</div>")
    }
    html.raw("</li>\n")
  }
}
