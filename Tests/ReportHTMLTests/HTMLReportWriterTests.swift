import Diagnostics
import Foundation
import Execution
import Experiments
import Notebook
import Report
import Testing
import Typography

@testable import ReportHTML

@Suite struct HTMLReportWriterTests {
  private let source = """
    ---
    title: A <b>bold</b> title & more
    author: [{name: Ada <Lovelace>}]
    abstract: About $x$.
    paper: {title: P, authors: [A], year: 2020, arxiv: "2001.00001"}
    ---

    ## First {#sec-first}

    Text[^1] with **strong**, `code <i>`, $\\frac{a}{b}$ and @eq-one, @sec-first. <script>alert(1)</script>

    $$
    y = x^2
    $$ {#eq-one}

    <script src="https://evil.example/x.js"></script>

    | a | b |
    | --- | ---: |
    | 1 | 2 |

    : Caption {#tbl-a}

    - [x] done
    - [ ] open

    > [!WARNING]
    > Careful.

    ## Second

    [a link](https://example.org/?a=1&b=2) and [bad](javascript:alert(1)).

    [^1]: A note.
    """

  private func html(_ text: String) throws -> String {
    let notebook = NotebookParser.parse(source: SourceFile(path: "n.md", text: text))
    let execution = ExecutionResult(outcomes: [], diagnostics: [], statistics: ExecutionStatistics())
    let fonts = FontLibrary()
    let report = try ReportBuilder(notebook: notebook, execution: execution, fonts: fonts, options: .init(slug: "n", directory: ".")).build()
    return HTMLReportWriter(fonts: fonts).write(report)
  }

  @Test func everythingFromOutsideIsEscaped() throws {
    let page = try html(source)
    #expect(page.components(separatedBy: "<script").count == 2, "the page's own script alone")
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.contains("Ada &lt;Lovelace&gt;"))
    #expect(!page.contains("javascript:"))
    #expect(page.contains("href=\"https://example.org/?a=1&amp;b=2\""))
  }

  @Test func punctuationStaysWithItsFormula() throws {
    let page = try html("Let $x_t$, then ($y$). And $z$ alone.\n")
    #expect(page.contains("</math>,</span> then <span class=\"nobr\">(<math"))
    #expect(page.contains("</math>).</span> And "))
    #expect(page.contains("</math> alone."))
  }

  @Test func nothingIsFetched() throws {
    let page = try html(source)
    for marker in ["<link rel=\"stylesheet", "src=\"http", "url(http", "@import", "src=\"//"] { #expect(!page.contains(marker), "\(marker)") }
    #expect(page.contains("url(data:font/woff;base64,"))
  }

  @Test func everyInternalLinkHasItsTarget() throws {
    let page = try html(source)
    let ids = Set(page.split(separator: " id=\"").dropFirst().compactMap { $0.split(separator: "\"").first })
    let links = page.split(separator: "href=\"#").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(links.count >= 6)
    for link in links { #expect(ids.contains(link), "#\(link)") }
  }

  @Test func elementsAreClosed() throws {
    let page = try html(source)
    for name in ["div", "section", "p", "table", "tr", "td", "th", "ul", "ol", "li", "details", "aside", "main", "math", "mrow", "nav", "header", "h2"] {
      let opened = page.components(separatedBy: "<\(name)>").count + page.components(separatedBy: "<\(name) ").count - 2
      let closed = page.components(separatedBy: "</\(name)>").count - 1
      #expect(opened == closed, "\(name): \(opened) opened, \(closed) closed")
    }
  }

  @Test func theSameReportGivesTheSameBytes() throws {
    #expect(try html(source) == html(source))
  }

  @Test func theIndexCountsVerdicts() {
    let entry = IndexEntry(
      slug: "a", title: "T <x>", paper: "P", scale: "quick", verdicts: [("supported", 3), ("refuted", 1)], thumbnail: "figures/f.svg",
      hasHTML: true, hasPDF: true)
    let page = IndexPageWriter().write([entry])
    #expect(page.contains("1 report; 3 of 4 claims supported, 1 refuted."))
    #expect(page.contains("T &lt;x&gt;"))
    #expect(page.contains("href=\"a/a.pdf\""))
  }
}
