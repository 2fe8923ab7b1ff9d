import Foundation
import Testing

@testable import ReportHTML

/// What leads from one place of a page to another, on a page where links stand wherever one can be written.
@Suite struct LinkTests {
  private static let source = #"""
    ---
    title: Links to $\eqref{eq-one}$
    abstract: As @Knuth1984 and $\eqref{eq-one}$ say[^1].
    bibliography: links.bib
    ---

    ## Main, after [@Knuth1984], @fig-a and $\eqref{eq-one}$[^2] {#sec-main}

    Text ($x$) with @eq-one, the first, $\eqref{eq-one}$, @sec-main, @tbl-a, @clm-a, @exp-runs, [an address](#sec-main),
    [numbers](#fig-a-data), [@Knuth1984; @Lamport1994] and a note[^1].

    ```{experiment} p/e
    label: runs
    ```

    ```{chart}
    label: fig-a
    caption: The figure after [@Lamport1994] and @eq-one.
    data: SELECT x, y FROM runs
    mark: line
    encoding: {x: "x:Q", y: "y:Q"}
    ```

    ```{claim}
    label: clm-a
    text: By $\eqref{eq-one}$ it holds.
    source: "[@Knuth1984]"
    value: SELECT max(x) FROM runs
    expect: "> 0"
    figure: fig-a
    ```

    ```{sql}
    --| label: tbl-a
    --| caption: The table of @fig-a.
    SELECT x, y FROM runs WHERE x < 3
    ```

    $$
    y = x^2 \quad \text{by } \ref{eq-one}
    $$ {#eq-one}

    [^1]: See @clm-a.
    [^2]: A note in a heading.
    ## Further, see [an address](#sec-main)

    > [!NOTE]
    > As @fig-a shows[^1][^2].

    - See @clm-a (@eq-one).

    ## More

    """#

  private static let bibliography = """
    @book{Knuth1984, author = {Donald Knuth}, title = {The book}, year = 1984, publisher = {P}}
    @book{Lamport1994, author = {Leslie Lamport}, title = {The other}, year = 1994, publisher = {P}}
    """

  private func html() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("links-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try LinkTests.bibliography.write(to: folder.appendingPathComponent("links.bib"), atomically: true, encoding: .utf8)
    return try SamplePage.html(LinkTests.source, directory: folder.path)
  }

  @Test func everyLinkLeadsSomewhereAndEveryIdIsUnique() throws {
    let page = PageElements(try html())
    let ids = page.ids
    #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted())")
    let fragments = page["a"].compactMap { $0.attributes["href"] }.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    #expect(Set(fragments).subtracting(ids).isEmpty, "\(Set(fragments).subtracting(ids).sorted())")
    for target in ["eq-one", "fig-a", "fig-a-data", "tbl-a", "clm-a", "exp-runs", "sec-main", "fn-1", "fn-2", "fnref-1", "fnref-2"] {
      #expect(fragments.contains(target), "nothing leads to \(target)")
    }
  }

  @Test func noLinkStandsWithinALink() throws {
    let html = try html()
    for piece in html.components(separatedBy: "<a ").dropFirst() {
      #expect(piece.contains("</a>"), "a link within a link: \(piece.prefix(200))")
    }
    let contents = html.components(separatedBy: "</nav>")[0].components(separatedBy: "<nav")[1]
    #expect(contents.contains("after") && contents.contains("Further"))
    #expect(!contents.contains("<sup") && contents.components(separatedBy: "<a ").count == contents.components(separatedBy: "</a>").count)
  }

  /// HTML may stand in `<mtext>`; a reference alone is no formula, and the contents show its number only.
  @Test func referencesInFormulasAreLinks() throws {
    let html = try html()
    #expect(html.contains("the first, <span class=\"nobr\"><a href=\"#eq-one\">(1)</a>,</span>"))
    #expect(html.contains("<mtext><a href=\"#eq-one\">1</a></mtext>"))
    let contents = html.components(separatedBy: "</nav>")[0].components(separatedBy: "<nav")[1]
    #expect(contents.contains(" and (1)"))
    #expect(!contents.contains("<mtext><a"))
  }

  @Test func worksLeadBackToTheirCitations() throws {
    let html = try html()
    let page = PageElements(html)
    let citations = page["a"].filter { $0.attributes["id"]?.hasPrefix("rp-cite-") == true }
    let back = page["a"].filter { $0.attributes["href"]?.hasPrefix("#rp-cite-") == true }
    #expect(citations.count >= 5)
    #expect(Set(back.compactMap { $0.attributes["href"] }) == Set(citations.compactMap { $0.attributes["id"].map { "#\($0)" } }))
    #expect(back.allSatisfy { $0.attributes["aria-label"]?.hasPrefix("Citation ") == true })
  }

  @Test func marksOfTwoNotesStayApart() throws {
    #expect(try html().contains("</sup><sup>,</sup><sup>"))
  }

  @Test func bracketsStayWithTheirFormula() throws {
    #expect(try html().contains("Text <span class=\"nobr\">(<math"))
  }
}
