/// Writes the page of all reports: title, paper, verdicts, a picture.
package struct IndexPageWriter {
  package init() {}

  private static let style = """
    .list{max-width:64rem;margin:0 auto;padding:3rem 1.25rem 5rem}
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(18rem,1fr));gap:1.5rem;margin:2rem 0 0;padding:0;list-style:none}
    .card{border:1px solid var(--rule);border-radius:8px;overflow:hidden;display:flex;flex-direction:column}
    .card .thumb{background:#fff;height:11rem;display:flex;align-items:center;justify-content:center;padding:.75rem;border-bottom:1px solid var(--hair)}
    .card img{max-width:100%;max-height:100%}
    .card .say{padding:.9rem 1rem 1rem;display:flex;flex-direction:column;gap:.5rem;flex:1}
    .card h2{font-size:1.05rem;margin:0}
    .card p{font-size:.85rem;line-height:1.45;color:var(--muted);margin:0}
    .card .foot{margin-top:auto;font-size:.78rem;display:flex;flex-wrap:wrap;gap:.4rem .6rem;align-items:center;color:var(--muted)}
    """

  package func write(_ entries: [IndexEntry]) -> String {
    var html = HTMLBuffer()
    html.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Reports</title>\n<meta name=\"generator\" content=\"Reprise\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<style>\n")
    html.raw(PageColors.css + StyleSheet.css + "\n" + IndexPageWriter.style)
    html.raw("\n</style>\n</head>\n<body>\n<main class=\"list\">\n<h1>Reports</h1>\n")
    html.element("p", ["class": "subtitle"], text: IndexPageWriter.sentence(entries))
    html.raw("\n<ul class=\"cards\">\n")
    for entry in entries { card(entry, &html) }
    html.raw("</ul>\n</main>\n</body>\n</html>\n")
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
    if let thumbnail = entry.thumbnail {
      html.open("a", ["class": "thumb", "href": page, "tabindex": "-1", "aria-hidden": "true"])
      html.open("img", ["src": "\(entry.slug)/\(thumbnail)", "alt": "", "loading": "lazy"])
      html.close("a")
    }
    html.raw("<div class=\"say\"><h2>")
    html.element("a", ["href": page], text: entry.title)
    html.raw("</h2>")
    if let paper = entry.paper { html.element("p", text: paper) }
    html.raw("<div class=\"foot\">")
    for (verdict, count) in entry.verdicts where count > 0 {
      html.element("span", ["class": "badge \(verdict)"], text: "\(count) \(verdict)")
    }
    html.element("span", text: "scale \(entry.scale)")
    if entry.hasPDF, entry.hasHTML { html.element("a", ["href": "\(entry.slug)/\(entry.slug).pdf"], text: "PDF") }
    html.raw("</div></div></li>\n")
  }
}
