import Testing
import Typography

@testable import ReportHTML

/// Pages from right to left, and text against the direction of its page.
@Suite struct DirectionTests {
  private static let hebrew = """
    ---
    title: רעש תוויות
    lang: he
    author: [{name: Ada Lovelace, affiliation: London}, {name: דנה כהן}]
    abstract: תקציר בעברית.
    paper: {title: Label noise, authors: [A], year: 2020}
    ---

    ## שיטה[^1]

    ## Results: a table

    טקסט עם `code` ו-@fig-a.

    ```{experiment} p/e
    label: runs
    ```

    ```{chart}
    label: fig-a
    caption: השגיאה.
    data: SELECT x, y FROM runs
    mark: line
    encoding: {x: "x:Q", y: "y:Q"}
    ```

    ```{claim}
    label: clm-a
    text: הטענה נכונה.
    source: Theorem 1
    value: SELECT max(x) FROM runs
    expect: "> 0"
    figure: fig-a
    ```

    ## סוף

    [^1]: הערה.
    """

  @Test(arguments: [
    ("he", TextDirection.rightToLeft), ("ar-EG", .rightToLeft), ("FA", .rightToLeft), ("ur_PK", .rightToLeft), ("az-Arab", .rightToLeft), ("az", .leftToRight),
    ("ar-Latn", .leftToRight), ("en", .leftToRight), ("de-1996", .leftToRight), ("pa-Arab-PK", .rightToLeft), ("haw", .leftToRight), ("", .leftToRight),
  ])
  func languagesHaveADirection(tag: String, expected: TextDirection) {
    #expect(TextDirection(language: tag) == expected)
  }

  @Test func aPageRunsAsItsLanguageDoes() throws {
    let html = try SamplePage.html(DirectionTests.hebrew)
    for markup in [
      "<html lang=\"he\" dir=\"rtl\">", "<h1>רעש", "<bdi dir=\"ltr\">Ada Lovelace</bdi><span class=\"where\">, <bdi dir=\"ltr\">London</bdi></span>",
      "<p class=\"paper\" dir=\"ltr\">", "<section class=\"abstract\" aria-labelledby=\"rp-abstract\"><h2", "<span dir=\"ltr\">Results: a table</span>", "<span>סוף</span>",
      "<td role=\"cell\" class=\"say\">הטענה", "<td role=\"cell\" class=\"src\" dir=\"ltr\">Theorem 1", "<td role=\"cell\" class=\"nw exp\" dir=\"ltr\">&gt; 0",
      "<b lang=\"en\" dir=\"ltr\"><a class=\"self\" href=\"#fig-a\">Figure 1.</a></b>", "<footer lang=\"en\" dir=\"ltr\">",
    ] { #expect(html.contains(markup), "\(markup)") }
  }

  /// The page's own words are English on every page; where its text is not, they say so.
  @Test func theWordsOfThePageSayTheirLanguage() throws {
    let german = try SamplePage.html(SamplePage.source.replacing("title: A title\n", with: "title: A title\nlang: de-CH\n"))
    for markup in [
      "<html lang=\"de-CH\">", "<summary lang=\"en\">Contents</summary>", "lang=\"en\">Skip to the text</a>", "<h2 id=\"rp-verdicts\" lang=\"en\">",
      "<thead role=\"rowgroup\" lang=\"en\">", "<div class=\"measure\" lang=\"en\">", "<details class=\"numbers\" id=\"fig-a-data\" lang=\"en\">", "<footer lang=\"en\">",
    ] { #expect(german.contains(markup), "\(markup)") }
    #expect(!(try SamplePage.html()).contains("lang=\"en\"><details"))
    #expect(try SamplePage.html().components(separatedBy: "lang=\"en\"").count == 2)
  }

  @Test func anAbstractRunsAsItsOwnTextDoes() throws {
    let html = try SamplePage.html("---\ntitle: T\nabstract: תקציר בעברית.\n---\n\nText.\n")
    #expect(html.contains("<section class=\"abstract\" aria-labelledby=\"rp-abstract\" dir=\"rtl\">"))
    #expect(html.contains("<p>תקציר בעברית.</p>"))
  }

  @Test func everyCardOfTheIndexRunsAsItsReportDoes() {
    func entry(_ slug: String, _ title: String, _ lang: String?, _ paper: String) -> IndexEntry {
      IndexEntry(slug: slug, title: title, lang: lang, paper: paper, scale: "quick", verdicts: [], thumbnail: nil, hasHTML: true, hasPDF: false)
    }
    let html = IndexPageWriter().write([
      entry("a", "רעש", "he", "Ada. Noise"), entry("b", "Noise", "en", "P"), entry("c", "שלום", nil, "שלום"), entry("d", "Rauschen", "de", "P"),
    ])
    #expect(html.contains("<html lang=\"en\">"))
    #expect(html.contains("<li class=\"card\" dir=\"rtl\"><div class=\"say\"><h2 lang=\"he\"><a href=\"a/index.html\">רעש</a></h2><p dir=\"ltr\">Ada. Noise</p>"))
    #expect(html.contains("<li class=\"card\"><div class=\"say\"><h2><a href=\"b/index.html\">Noise</a></h2><p>P</p>"))
    #expect(html.contains("<li class=\"card\" dir=\"rtl\"><div class=\"say\"><h2><a href=\"c/index.html\">שלום</a></h2><p>שלום</p>"))
    #expect(html.contains("<h2 lang=\"de\">"))
  }

  /// Sides of the page are those of its text; left and right are said only where they are meant.
  @Test func rulesNameNoSideOfThePage() {
    let rules = (StyleSheet.css + IndexStyle.css + ChartScript.css).split(separator: "\n")
    let sided = rules.filter { $0.contains(/(margin|padding|border)-(left|right)[:-]|[;{](left|right):|float:(left|right)|text-align:left/) }
    #expect(sided == ["table[dir=rtl]{margin-left:auto}"], "\(sided)")
    #expect(rules.contains { $0.hasPrefix(".formula,.pan,.data,pre{direction:ltr}") })
  }
}
