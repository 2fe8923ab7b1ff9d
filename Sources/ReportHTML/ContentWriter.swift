import Graphics
import Notebook
import Report
import Typography

/// Writes what stands in the body of the page.
struct ContentWriter {
  let report: Report
  let fonts: FontLibrary
  /// Gathered from the formulas as they are written, for the subset of the mathematics font.
  var mathematicsCodePoints: Set<UInt32> = []
  /// Gives every chart its own ids.
  var chartCount = 0

  init(report: Report, fonts: FontLibrary) {
    self.report = report
    self.fonts = fonts
  }

  mutating func write(to html: inout HTMLBuffer) {
    html.raw("<a class=\"skip\" href=\"#main\">Skip to the text</a>\n")
    if report.html.toc, report.outline.count > 2 { contents(&html) }
    html.open("main", ["class": "page", "id": "main"])
    head(&html)
    verdicts(&html)
    blocks(report.blocks, &html)
    footnotes(&html)
    colophon(&html)
    html.raw("\n</main>")
  }

  // MARK: - Head

  private mutating func head(_ html: inout HTMLBuffer) {
    html.raw("\n<header>\n")
    html.open("h1")
    inlines(report.title, &html)
    html.raw("</h1>\n")
    if !report.subtitle.isEmpty {
      html.open("p", ["class": "subtitle"])
      inlines(report.subtitle, &html)
      html.raw("</p>\n")
    }
    for author in report.authors { byline(author, &html) }
    if let date = report.date {
      html.element("p", ["class": "byline where"], text: date)
      html.raw("\n")
    }
    if let paper = report.paper { self.paper(paper, &html) }
    if !report.abstract.isEmpty {
      html.raw("<section class=\"abstract\" aria-labelledby=\"abstract\"><h2 id=\"abstract\">Abstract</h2>\n")
      blocks(report.abstract, &html)
      html.raw("</section>\n")
    }
    html.raw("</header>\n")
  }

  private func byline(_ author: FrontMatter.Author, _ html: inout HTMLBuffer) {
    html.open("p", ["class": "byline"])
    html.text(author.name)
    if let affiliation = author.affiliation { html.element("span", ["class": "where"], text: ", \(affiliation)") }
    if let orcid = author.orcid {
      html.raw(" ")
      html.element("a", ["href": "https://orcid.org/\(orcid)", "class": "where"], text: "ORCID")
    }
    html.raw("</p>\n")
  }

  private func paper(_ paper: FrontMatter.Paper, _ html: inout HTMLBuffer) {
    html.open("p", ["class": "paper"])
    html.text("Reproduces ")
    if !paper.authors.isEmpty { html.text(paper.authors.joined(separator: ", ") + ", ") }
    html.element("cite", text: paper.title)
    let place = [paper.venue, paper.year.map(String.init)].compactMap { $0 }.joined(separator: " ")
    html.text(place.isEmpty ? "." : ", \(place).")
    let links = [
      paper.arxiv.map { ("arXiv:\($0)", "https://arxiv.org/abs/\($0)") }, paper.doi.map { ("doi:\($0)", "https://doi.org/\($0)") },
      paper.url.map { ("paper", $0) }, paper.code.map { ("code", $0) },
    ]
    for case let (text, url)? in links {
      html.raw(" ")
      html.element("a", ["href": url], text: text)
    }
    html.raw("</p>\n")
  }

  private mutating func contents(_ html: inout HTMLBuffer) {
    html.raw("<nav class=\"toc\" aria-label=\"Contents\"><details open><summary>Contents</summary>\n<ol>")
    var depth = 1
    var isFirst = true
    for entry in report.outline where entry.level <= 2 {
      if entry.level > depth { html.raw("<ol>") } else if !isFirst { html.raw("</li>") }
      if entry.level < depth { html.raw("</ol></li>") }
      depth = entry.level
      isFirst = false
      html.raw("\n<li>")
      html.open("a", ["href": "#\(entry.anchor)"])
      html.element("span", ["class": "no"], text: entry.number ?? "")
      html.raw("<span>")
      inlines(entry.title, &html)
      html.raw("</span>")
      html.close("a")
    }
    html.raw("</li>" + (depth > 1 ? "</ol></li>" : "") + "</ol></details></nav>\n")
  }

  // MARK: - End

  private mutating func footnotes(_ html: inout HTMLBuffer) {
    guard !report.footnotes.isEmpty else { return }
    html.raw("\n<section class=\"footnotes\" aria-label=\"Footnotes\"><ol>")
    for note in report.footnotes {
      html.open("li", ["id": note.anchor])
      blocks(note.blocks, &html)
      html.element("a", ["href": "#\(note.backAnchor)", "aria-label": "Back to the text"], text: "↩\u{FE0E}")
      html.close("li")
    }
    html.raw("</ol></section>")
  }

  private func colophon(_ html: inout HTMLBuffer) {
    guard !report.colophon.isEmpty else { return }
    html.raw("\n<footer><details><summary>How this report was made</summary><dl>")
    for entry in report.colophon {
      html.element("dt", text: entry.term)
      html.element("dd", text: entry.value)
    }
    html.raw("</dl></details></footer>")
  }
}
