import Typography

/// Writes the page of all reports: title, paper, verdicts, a picture; a box narrows the list where scripts run.
package struct IndexPageWriter {
  package init() {}

  package func write(_ entries: [IndexEntry]) -> String {
    var html = HTMLBuffer()
    PageHead.open(title: "Reports", lang: "en", &html)
    if !entries.contains(where: { $0.thumbnail.map { !$0.hasPrefix("data:") } ?? false }) { html.raw(PageHead.policy) }
    html.raw("<style>\n\(PageColors.css)\(StyleSheet.base)\n\(IndexStyle.css)\n</style>\n</head>\n<body>\n<main class=\"list\">\n<h1>Reports</h1>\n")
    html.element("p", ["class": "subtitle"], text: IndexPageWriter.sentence(entries))
    if !entries.isEmpty {
      html.raw("\n<ul class=\"cards\">\n")
      for entry in entries { card(entry, &html) }
      html.raw("</ul>")
    }
    html.raw("\n</main>\n<script>\n\(IndexScript.source)\n</script>\n</body>\n</html>\n")
    return html.html
  }

  /// "13 reports; 238 of 240 claims supported, 2 refuted."
  private static func sentence(_ entries: [IndexEntry]) -> String {
    guard !entries.isEmpty else { return "None yet: reprise render writes them here." }
    let verdicts = entries.flatMap(\.verdicts)
    func count(_ verdict: String) -> Int { verdicts.filter { $0.verdict == verdict }.reduce(0) { $0 + $1.count } }
    let total = verdicts.reduce(0) { $0 + $1.count }
    let reports = "\(entries.count) \(entries.count == 1 ? "report" : "reports")"
    if total == 0 { return "\(reports)." }
    let others = ["refuted", "inconclusive", "faulty", "blocked"].map { ($0, count($0)) }.filter { $0.1 > 0 }.map { ", \($0.1) \($0.0)" }
    return "\(reports); \(count("supported")) of \(total) \(total == 1 ? "claim" : "claims") supported\(others.joined())."
  }

  private func card(_ entry: IndexEntry, _ html: inout HTMLBuffer) {
    let page = entry.hasHTML ? "\(entry.slug)/index.html" : "\(entry.slug)/\(entry.slug).pdf"
    let direction = entry.lang.map { TextDirection(language: $0) } ?? TextDirection(of: entry.title) ?? .leftToRight
    let isMirrored = direction == .rightToLeft
    html.open("li", ["class": "card", "dir": isMirrored ? "rtl" : nil])
    // First in the text, though the picture stands above it: what the card is about.
    html.raw("<div class=\"say\">")
    html.open("h2", ["lang": entry.lang == "en" ? nil : entry.lang, "dir": turn(to: TextDirection(of: entry.title), from: direction)])
    html.element("a", ["href": page], text: entry.title)
    html.raw("</h2>")
    if let paper = entry.paper { html.element("p", ["dir": turn(to: TextDirection(of: paper), from: direction)], text: paper) }
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
      let isEmbedded = thumbnail.hasPrefix("data:")
      // Drawings are turned dark with the page; photographs are not.
      html.open("div", ["class": thumbnail.hasPrefix("data:image/svg") || thumbnail.hasSuffix(".svg") ? "thumb drawn" : "thumb"])
      html.open("img", ["src": isEmbedded ? thumbnail : "\(entry.slug)/\(thumbnail)", "alt": "", "loading": isEmbedded ? nil : "lazy"])
      html.raw("</div>")
    }
    html.raw("</li>\n")
  }

  /// The value of `dir` for text against the direction of its card.
  private func turn(to direction: TextDirection?, from around: TextDirection) -> String? {
    guard let direction, direction != around else { return nil }
    return direction == .rightToLeft ? "rtl" : "ltr"
  }
}
