import Graphics
import Notebook
import Report
import Typography

/// Writes what stands in the body of the page.
struct ContentWriter {
  let report: Report
  let fonts: FontLibrary
  let links: CrossLinks
  /// Gathered from the formulas as they are written, for the subset of the mathematics font.
  var mathematicsCodePoints: Set<UInt32> = []
  /// Gives every chart its own ids.
  var chartCount = 0
  /// Where works are cited.
  var cited: Citations
  /// The direction of what stands around the block that is written.
  var direction: TextDirection
  /// The language of the page's own words where that of its text is another.
  let ownLanguage: String?
  /// Whether what is written stands in a link, which no other link may.
  var isInLink = false
  /// The numbers of the notes whose mark has been written.
  var markedNotes: Set<Int> = []
  /// Whether markup of the author's own is in it, which may fetch what it likes.
  var hasRawHTML = false

  init(report: Report, fonts: FontLibrary) {
    self.report = report
    self.fonts = fonts
    links = CrossLinks(report)
    cited = Citations(report)
    direction = TextDirection(language: report.lang)
    ownLanguage = report.lang.lowercased().split(separator: "-").first == "en" ? nil : "en"
  }

  mutating func write(to html: inout HTMLBuffer) {
    html.element("a", ["class": "skip", "href": "#rp-main", "lang": ownLanguage], text: "Skip to the text")
    html.raw("\n")
    if report.html.toc, report.outline.count > 2 { contents(&html) }
    html.open("main", ["class": report.footnotes.isEmpty ? "page" : "page noted", "id": "rp-main"])
    head(&html)
    verdicts(&html)
    blocks(report.blocks, &html)
    footnotes(&html)
    html.raw("\n</main>")
    colophon(&html)
  }

  // MARK: - Head

  private mutating func head(_ html: inout HTMLBuffer) {
    html.raw("\n<header>\n")
    html.open("h1", ["dir": turn(to: TextDirection(of: report.title.plainText))])
    inlines(report.title, &html)
    html.raw("</h1>\n")
    if !report.subtitle.isEmpty {
      html.open("p", ["class": "subtitle", "dir": turn(to: TextDirection(of: report.subtitle.plainText))])
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
      let (abstract, direction) = (report.abstract, report.abstract.first?.direction)
      html.open("section", ["class": "abstract", "aria-labelledby": "rp-abstract", "dir": turn(to: direction)])
      html.element("h2", ["id": "rp-abstract", "lang": ownLanguage], text: "Abstract")
      html.raw("\n")
      within(direction) { $0.blocks(abstract, &html) }
      html.raw("</section>\n")
    }
    html.raw("</header>\n")
  }

  /// On the page's side, each name in its own direction.
  private func byline(_ author: FrontMatter.Author, _ html: inout HTMLBuffer) {
    html.open("p", ["class": "byline"])
    isolated(author.name, &html)
    if let affiliation = author.affiliation {
      html.raw("<span class=\"where\">, ")
      isolated(affiliation, &html)
      html.raw("</span>")
    }
    if let orcid = author.orcid {
      html.raw(" ")
      html.element("a", ["href": "https://orcid.org/\(orcid)", "class": "where"], text: "ORCID")
    }
    html.raw("</p>\n")
  }

  private func paper(_ paper: FrontMatter.Paper, _ html: inout HTMLBuffer) {
    html.open("p", ["class": "paper", "dir": turn(to: TextDirection(of: paper.title))])
    html.text("Reproduces ")
    if !paper.authors.isEmpty { html.text(paper.authors.joined(separator: ", ") + ", ") }
    html.element("cite", text: paper.title)
    let place = [paper.venue, paper.year.map(String.init)].compactMap { $0 }.joined(separator: " ")
    html.text(place.isEmpty ? "." : ", \(place).")
    let links = [
      paper.arxiv.map { ("arXiv:\($0)", "https://arxiv.org/abs/\($0)") }, paper.doi.map { ("doi:\($0)", "https://doi.org/\($0)") },
      paper.url.map { ("paper", $0) }, paper.code.map { ("code", $0) },
    ]
    for (index, link) in links.compactMap(\.self).enumerated() {
      html.raw(index > 0 ? ", " : " ")
      html.element("a", ["href": link.1], text: link.0)
    }
    html.raw("</p>\n")
  }

  // MARK: - End

  private mutating func footnotes(_ html: inout HTMLBuffer) {
    guard !report.footnotes.isEmpty else { return }
    html.raw("\n<section class=\"footnotes\" aria-label=\"Footnotes\"><ol>")
    for note in report.footnotes {
      html.open("li", ["id": note.anchor, "style": ContentWriter.place(of: note.number)])
      blocks(note.blocks, &html)
      html.element("a", ["class": "back", "href": "#\(note.backAnchor)", "aria-label": "Back to the text"], text: "↩\u{FE0E}")
      html.close("li")
    }
    html.raw("</ol></section>")
  }

  /// Beside its mark on wide pages, and below the note before it.
  private static func place(of number: Int) -> String {
    "anchor-name:--n\(number);--mark:--m\(number)" + (number > 1 ? ";--above:--n\(number - 1)" : "")
  }

  private func colophon(_ html: inout HTMLBuffer) {
    guard !report.colophon.isEmpty else { return }
    html.raw("\n")
    html.open("footer", ["lang": ownLanguage, "dir": turn(to: .leftToRight)])
    html.raw("<details><summary>How this report was made</summary><dl>")
    for entry in report.colophon {
      html.element("dt", text: entry.term)
      html.element("dd", text: entry.value)
    }
    html.raw("</dl></details></footer>")
  }
}
