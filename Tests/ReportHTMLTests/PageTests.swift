import CZlib
import Foundation
import Tables
import Testing

@testable import ReportHTML

/// What a page offers its readers.
@Suite struct PageTests {
  @Test func nothingButDataIsReferredTo() throws {
    let html = try SamplePage.html()
    for element in PageElements(html).all {
      for (name, value) in element.attributes where ["src", "href", "srcset", "data", "action"].contains(name) {
        let isLink = element.name == "a" && (value.hasPrefix("#") || value.hasPrefix("https://"))
        #expect(value.hasPrefix("data:") || value.hasPrefix("#") || isLink, "\(element.name) \(name) \(value.prefix(60))")
      }
    }
    #expect(html.contains("default-src 'none'"))
    #expect(!html.contains("@import") && !html.contains("url(http"))
  }

  @Test func textFromRightToLeftSaysSo() throws {
    let text = """
      ---
      title: T
      ---

      שלום two

      Two שלום

      - אחת
      - two

      | שם | ערך |
      |---|---:|
      | למידה | 1 |
      | SGD | 2 |
      """
    let page = PageElements(try SamplePage.html(text))
    #expect(page["p"].filter { $0.text.contains("two") || $0.text.contains("Two") }.map { $0.attributes["dir"] } == ["rtl", nil])
    #expect(page["ul"].first { $0.text.contains("אחת") }?.attributes["dir"] == "rtl")
    #expect(page["li"].first { $0.text == "two" }.map { _ in page["div"].contains { $0.text == "two" && $0.attributes["dir"] == "ltr" } } == true)
    #expect(page["table"].first?.attributes["dir"] == "rtl")
    let cell = try #require(page["td"].first { $0.text == "SGD" })
    #expect(cell.attributes["dir"] == "ltr" && cell.attributes["class"] == "r")
    #expect(!(try SamplePage.html()).contains(" dir="))
  }

  @Test func markupOfTheAuthorsOwnLiftsThePolicy() throws {
    let text = "---\ntitle: T\n---\n\n<div id=\"own\">Own</div>\n"
    #expect(try SamplePage.html(text, allowsRawHTML: true).contains("<div id=\"own\">"))
    #expect(!(try SamplePage.html(text, allowsRawHTML: true).contains("Content-Security-Policy")))
    #expect(try SamplePage.html(text).contains("Content-Security-Policy"))
  }

  /// A script must neither end early nor write markup from the page's text.
  @Test func scriptsAreSafe() {
    for source in [PageScript.source, IndexScript.source] {
      #expect(!source.contains("</script") && !source.contains("<!--"))
      #expect(!source.contains("eval(") && !source.contains("fetch(") && !source.contains("import("))
      for (open, close) in [("(", ")"), ("{", "}"), ("[", "]")] {
        #expect(source.components(separatedBy: open).count == source.components(separatedBy: close).count)
      }
    }
  }

  // MARK: - Numbers

  @Test func theNumbersOfAFigureAreComplete() throws {
    let html = try SamplePage.html()
    let page = PageElements(html)
    let link = try #require(page["a"].first { $0.attributes["class"] == "csv" })
    #expect(link.text == "250 rows as CSV")
    #expect(link.attributes["download"] == "fig-a.csv")
    let uri = try #require(link.attributes["href"])
    let csv = try #require(uri.dropFirst("data:text/csv;charset=utf-8,".count).removingPercentEncoding)
    let lines = csv.split(separator: "\n")
    #expect(lines.count == 251)
    #expect(lines[0] == "x,y")
    #expect(lines[250] == "249,0.00396825")
    let numbers = html.components(separatedBy: "<div class=\"data\">")[1].components(separatedBy: "</table>")[0]
    #expect(numbers.components(separatedBy: "<tr><td>").count - 1 == 100)
    #expect(html.contains("The first 100 of 250 rows."))
    #expect(!(try SamplePage.html(rows: 100).contains("class=\"rest\"")))
  }

  @Test(arguments: [(1.0 / 3, 0.333333), (-2e-9 / 3, -6.66667e-10), (123_456_789, 123_457_000), (0, 0), (0.1, 0.1)] as [(Double, Double)])
  func realNumbersAreRounded(value: Double, expected: Double) {
    #expect(PlottedCSV.rounded(value) == expected)
  }

  @Test func infinitiesStay() {
    let table = PlottedCSV.rounded(Table([Column("a", [Double.infinity, 1.5])]))
    #expect(table["a"]?.numbers == [.infinity, 1.5])
    #expect(PlottedCSV.plainURI(CSV.write(Table([Column("a b", ["x\"y", "é"])]))) == "data:text/csv;charset=utf-8,a%20b%0A%22x%22%22y%22%0A%C3%A9%0A")
  }

  @Test func longTablesAreGzipped() throws {
    let table = Table([Column("x", (0..<5000).map { Double($0) / 3 })])
    let file = PlottedCSV.download(table, named: "f")
    #expect(file.fileName == "f.csv.gz")
    let packed = try #require(Data(base64Encoded: String(file.uri.dropFirst("data:application/gzip;base64,".count))))
    #expect(packed.starts(with: [0x1F, 0x8B, 8, 0]))
    var restored = [UInt8](repeating: 0, count: 100_000)
    let length = restored.withUnsafeMutableBytes { output in
      var bytes = [UInt8](packed)
      return bytes.withUnsafeMutableBytes { input in
        var stream = z_stream()
        stream.next_in = input.bindMemory(to: UInt8.self).baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.bindMemory(to: UInt8.self).baseAddress
        stream.avail_out = UInt32(output.count)
        // 16 more than the window: gzip, whose checksum is compared.
        inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        let status = inflate(&stream, Z_FINISH)
        inflateEnd(&stream)
        return status == Z_STREAM_END ? Int(stream.total_out) : -1
      }
    }
    #expect(length > 0 && Array(restored[..<max(length, 0)]) == CSV.write(PlottedCSV.rounded(table)))
    #expect(PlottedCSV.download(Table([Column("x", [1.5])]), named: "f").fileName == "f.csv")
  }

  // MARK: - Links

  @Test func whatBelongsTogetherIsLinked() throws {
    let html = try SamplePage.html()
    #expect(html.contains("Shows claim <a href=\"#clm-a\">1</a>. Computed by <a href=\"#exp-runs\">runs</a>."))
    #expect(html.contains("See <a href=\"#fig-a\">Figure\u{A0}1</a>."))
    #expect(html.contains("Used by <a href=\"#fig-a\">"))
    #expect(html.contains("<a href=\"#clm-a\">Claim\u{A0}1</a>, <a href=\"#tbl-a\">Table\u{A0}1</a>."))
    #expect(html.contains("id=\"fig-a-data\""))
  }

  @Test func everyNumberedThingLinksToItself() throws {
    let html = try SamplePage.html()
    for anchor in ["fig-a", "tbl-a", "eq-one", "clm-a"] {
      #expect(html.contains("class=\"self\" href=\"#\(anchor)\"") || html.contains("class=\"no self\" href=\"#\(anchor)\""), "\(anchor)")
    }
  }

  // MARK: - Notes, code, verdicts

  /// The style sheet places a note beside its mark, below the note before it.
  @Test func notesKnowTheirMarks() throws {
    let page = PageElements(try SamplePage.html())
    #expect(page["sup"].compactMap { $0.attributes["style"] } == ["anchor-name:--m1", "anchor-name:--m2"])
    let notes = page["li"].compactMap { $0.attributes["style"] }
    #expect(notes == ["anchor-name:--n1;--mark:--m1", "anchor-name:--n2;--mark:--m2;--above:--n1"])
    #expect(page["main"].first?.attributes["class"] == "page noted")
  }

  @Test func listingsAreColoured() throws {
    let html = try SamplePage.html()
    #expect(html.contains("<summary>Code (Python)</summary>"))
    #expect(html.contains("x = <span class=\"s\">&#39;a&#39;</span> <span class=\"m\"># b</span></code>"))
    #expect(html.contains("<span class=\"k\">SELECT</span>"))
    #expect(PageColors.css.contains("pre .k{color:var(--c-k)}"))
  }

  @Test func sourcesAreFoldedOrOpen() throws {
    #expect(try SamplePage.html().contains("<summary>Source</summary>"))
    let open = try SamplePage.html(SamplePage.source.replacingOccurrences(of: "code-fold: true", with: "code-fold: false"))
    #expect(!open.contains("<summary>Source</summary>"))
    #expect(open.contains("mark"))
    let folded = try SamplePage.html()
    #expect(open.components(separatedBy: "class=\"listing\"").count == folded.components(separatedBy: "class=\"listing\"").count)
  }

  /// Narrow pages show the rows as cards, which would take their roles.
  @Test func verdictsStayATable() throws {
    let html = try SamplePage.html()
    for role in ["table", "rowgroup", "row", "columnheader", "cell"] { #expect(html.contains("role=\"\(role)\"")) }
    #expect(StyleSheet.css.contains("@container (max-width:44rem){\n.verdicts thead{position:absolute"))
  }

  /// Nothing may be wider than a phone but in a box of its own that scrolls.
  @Test func wideThingsScrollInTheirOwnBox() throws {
    for box in [".formula", ".pan", "pre", ".scroll", ".data"] {
      let rule = try #require(StyleSheet.css.split(separator: "\n").first { $0.hasPrefix(box + "{") }, "\(box)")
      #expect(rule.contains("overflow-x:auto") || rule.contains("overflow:auto"), "\(box)")
    }
    #expect(try SamplePage.html().contains("</math></div><a class=\"no self\""), "an equation's number stands outside what scrolls")
  }

  // MARK: - Fonts

  @Test func fontsAreDeflatedWithoutLoss() throws {
    // Two tables: one that deflates, one that does not.
    let long = [UInt8](repeating: 7, count: 402)
    var font: [UInt8] = [0x4F, 0x54, 0x54, 0x4F, 0, 2, 0, 0, 0, 0, 0, 0]
    font += [1, 2, 3, 4, 0, 0, 0, 9, 0, 0, 0, 44, 0, 0, 1, 146] + [5, 6, 7, 8, 0, 0, 0, 8, 0, 0, 1, 192, 0, 0, 0, 3]
    font += long + [0, 0, 1, 2, 3]
    let file = try #require(WOFF.encode(font))
    func word(_ index: Int) -> Int { file[index..<index + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(String(decoding: file[0..<8], as: UTF8.self) == "wOFFOTTO")
    #expect(word(8) == file.count && word(12) == 2 << 16 && word(16) == 12 + 32 + 404 + 4)
    let first: [Int] = [word(44), word(56), word(60)]
    #expect(first == [0x0102_0304, 402, 9] as [Int])
    var restored = [UInt8](repeating: 0, count: 402)
    var length = UInt(402)
    #expect(uncompress(&restored, &length, Array(file[word(48)..<word(48) + word(52)]), UInt(word(52))) == Z_OK)
    #expect(restored == long)
    let second: [UInt8] = Array(file[word(68)..<word(68) + 3])
    #expect(second == [1, 2, 3] as [UInt8])
    #expect(word(72) == 3)
    #expect(WOFF.encode([1, 2, 3]) == nil)
  }

  @Test func theIndexIsAPlainListWithoutScript() {
    let entries = ["a", "b"].map {
      IndexEntry(slug: $0, title: "T", paper: "P", scale: "quick", verdicts: [("supported", 3), ("faulty", 0)], thumbnail: "figures/f.svg", hasHTML: true, hasPDF: true)
    }
    let html = IndexPageWriter().write(entries)
    #expect(!html.contains("Content-Security-Policy"), "a picture in a file of its own is asked for")
    #expect(PageElements(html)["input"].isEmpty, "the box is made by the script")
    #expect(html.components(separatedBy: "<li class=\"card\">").count == 3)
    #expect(html.contains("3 supported") && !html.contains("faulty</span>"))
    #expect(html.contains("scale quick") && html.contains("src=\"a/figures/f.svg\""))
    #expect(html == IndexPageWriter().write(entries))
  }

  @Test func theIndexHoldsItsPictures() throws {
    let svg = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><text fill='#fff'>50 % é</text></svg>\n".utf8)
    let address = try #require(IndexPicture.address(of: svg, named: "f.svg"))
    #expect(address.hasPrefix("data:image/svg+xml,%3Csvg%20xmlns=%22http://www.w3.org/2000/svg%22%3E"))
    #expect(address.dropFirst("data:image/svg+xml,".count).removingPercentEncoding == String(decoding: svg, as: UTF8.self))
    #expect(IndexPicture.address(of: [1, 2, 3], named: "f.png") == "data:image/png;base64,AQID")
    #expect(IndexPicture.address(of: svg, named: "f.tiff") == nil)
    #expect(IndexPicture.address(of: Array(repeating: 32, count: IndexPicture.longest + 1), named: "f.svg") == nil)
    let entry = IndexEntry(slug: "a", title: "T", paper: nil, scale: "quick", verdicts: [], thumbnail: address, hasHTML: true, hasPDF: false)
    let html = IndexPageWriter().write([entry])
    #expect(html.contains("Content-Security-Policy"))
    #expect(PageElements(html)["img"].map { $0.attributes["src"] } == [address])
    #expect(html.contains("class=\"thumb drawn\""))
  }

  @Test func anIndexWithoutReportsSaysSo() {
    let html = IndexPageWriter().write([])
    #expect(html.contains("None yet") && !html.contains("<ul"))
  }

  /// Browsers refuse a page with them, and a file's head should not hold them either.
  @Test func controlCharactersAreLeftOut() {
    #expect(HTMLBuffer.escape("a\u{0}b\u{7}c\u{7F}\td") == "abc\td")
  }
}
