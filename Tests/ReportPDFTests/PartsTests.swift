import Report
import Testing

@testable import ReportPDF

@Suite struct ColumnWidthsTests {
  @Test func naturalWidthsWhereTheyFit() {
    #expect(ColumnWidths.fit([.init(natural: 30, minimum: 10), .init(natural: 40, minimum: 10)], into: 100) == [30, 40])
  }

  @Test func wideColumnsGive() {
    #expect(ColumnWidths.fit([.init(natural: 30, minimum: 10), .init(natural: 200, minimum: 20)], into: 100) == [30, 70])
  }

  @Test func rigidColumnsDoNot() {
    #expect(ColumnWidths.fit([.init(natural: 60, minimum: 10), .init(natural: 200, minimum: 20)], into: 100, rigid: [0]) == [60, 40])
  }

  @Test func nothingIsWiderThanWhatThereIs() {
    let widths = ColumnWidths.fit(Array(repeating: .init(natural: 90, minimum: 60), count: 5), into: 100)
    #expect(abs(widths.reduce(0, +) - 100) < 1e-9)
  }
}

@Suite struct PDFMetadataTests {
  @Test(arguments: [
    ("0", "1970-01-01T00:00:00Z"), ("951782400", "2000-02-29T00:00:00Z"), ("1700000000", "2023-11-14T22:13:20Z"),
    ("x", "2000-01-01T00:00:00Z"), ("-1", "2000-01-01T00:00:00Z"),
  ]) func dates(_ epoch: String, _ date: String) {
    #expect(PDFMetadata.date(epoch: epoch) == date)
  }
}

@Suite struct LinkTargetTests {
  @Test func quotesAreEscaped() {
    #expect(LinkTarget.address("https://e.org/a'b c\u{E9}").attributes == "uri='https://e.org/a\\'b%20c%C3%A9'")
  }
}

@Suite struct CodeRowsTests {
  func rows(_ code: String, _ language: String, columns: Int = 80) -> [String] {
    CodeRows(CodeHighlighter.tokens(of: CodeListing(language: language, text: code)), columns: columns).rows.map { $0.map(\.text).joined() }
  }

  @Test(arguments: ["yaml", "sql", "swift", "sh", "python", "json", "", "cobol"]) func nothingIsLost(_ language: String) {
    let code = "a 'b\n\nx = \"y\" + 1e-4 # z // w -- v\n  été → ∑ /* é\n */ \"\"\"a\nb\"\"\"\n#"
    #expect(rows(code, language).joined(separator: "\n") == code)
  }

  @Test func wrapsAtSpacesAndMarksIt() {
    #expect(rows("aaa bbb ccc ddd", "", columns: 9) == ["aaa bbb ", "↳ ccc ddd"])
    #expect(rows("let a = f(\"x y\") // z", "swift", columns: 14) == ["let a = f(\"x ", "↳ y\") // z"])
    #expect(rows("run --table exponents", "sh", columns: 10) == ["run ", "↳ --table ", "↳ exponent", "↳ s"])
    #expect(rows("aaaaaaaaaaaa\nb", "", columns: 9) == ["aaaaaaaaa", "↳ aaa", "b"])
  }

  @Test func anOptionStaysWithItsValue() {
    #expect(rows("run -P a:1 -P b:2 x", "sh", columns: 16) == ["run -P a:1 ", "↳ -P b:2 x"])
    #expect(rows("let a = bbbb - cc", "swift", columns: 15) == ["let a = bbbb ", "↳ - cc"])
  }

  @Test func pathsAreDividedAfterTheirMarks() {
    #expect(rows("aaaa-bbbb/cccc", "", columns: 12) == ["aaaa-bbbb/", "↳ cccc"])
  }

  @Test func tabsAreExpandedAndBlankEndsDropped() {
    #expect(rows("\ta\n ab\tc\n\n  \n", "swift") == ["    a", " ab c"])
  }
}

@Suite struct FloatAnchoringTests {
  func names(_ blocks: [ReportBlock]) -> [String] {
    FloatAnchoring.moved(blocks).map { block in
      switch block {
      case .figure(let figure): figure.anchor ?? ""
      case .paragraph(let content): content.plainText
      default: "other"
      }
    }
  }

  func reference(_ anchor: String) -> ReportBlock { .paragraph([.internalLink(anchor: anchor, [.text("see " + anchor)])]) }

  @Test func aFigureFollowsTheParagraphThatSpeaksOfIt() {
    let figure = TortureReport.figure(1, 100, 100)
    #expect(names([figure, reference("fig-1")]) == ["see fig-1", "fig-1"])
    #expect(names([reference("fig-1"), figure, reference("fig-1")]) == ["see fig-1", "fig-1", "see fig-1"])
    #expect(names([figure, TortureReport.heading(1, nil, "H"), reference("fig-1")]) == ["fig-1", "other", "see fig-1"])
  }

  @Test func figuresKeepTheirOrder() {
    let blocks = [TortureReport.figure(1, 9, 9), TortureReport.figure(2, 9, 9), reference("fig-2"), reference("fig-1")]
    #expect(names(blocks) == ["see fig-2", "see fig-1", "fig-1", "fig-2"])
  }
}

@Suite struct LigatureMapsTests {
  @Test func ligaturesBecomeLetters() {
    let map = "3 beginbfchar\n<0001> <fb00>\n<0002> <00e9>\n<0003> <fb03>\nendbfchar"
    #expect(LigatureMaps.spelledOut(map) == "3 beginbfchar\n<0001> <00660066>\n<0002> <00e9>\n<0003> <006600660069>\nendbfchar")
  }

  @Test func otherMapsAreLeftAlone() {
    let map = "<0001> <0066>\n<fb00> <0041>"
    #expect(LigatureMaps.spelledOut(map) == map)
  }
}

@Suite struct ContentStreamRewriterTests {
  func rewritten(_ content: String) -> [String] {
    String(decoding: ContentStreamRewriter.rewritten(Array(content.utf8)), as: UTF8.self).split { $0 == " " || $0 == "\n" }.map(String.init)
  }

  @Test func whatIsNotTaggedIsAnArtifact() {
    #expect(
      rewritten("q\n0 0 1 rg 1 2 3 4 re f\n/P << /MCID 0 >> BDC\nBT (a) Tj ET\nEMC\nBT (b EMC \\) BDC) Tj ET Q")
        == "q 0 0 1 rg /Artifact BMC 1 2 3 4 re f EMC /P << /MCID 0 >> BDC BT (a) Tj ET EMC /Artifact BMC BT (b EMC \\) BDC) Tj ET Q EMC"
        .split(separator: " ").map(String.init))
  }

  @Test func marksWithinArtifactsStay() {
    let content = "BT /Span << /ActualText <feff0394> >> BDC <01> Tj EMC ET /P << /MCID 0 >> BDC EMC"
    #expect(rewritten(content).joined(separator: " ") == "/Artifact BMC BT /Span << /ActualText <feff0394> >> BDC <01> Tj EMC ET EMC /P << /MCID 0 >> BDC EMC")
  }

  @Test func ligaturesAreNotSpelledOut() {
    let content = "/P << /MCID 0 >> BDC BT (di) Tj /Span << /ActualText <feff00660066> >> BDC <01> Tj EMC (er) Tj ET EMC"
    #expect(rewritten(content).joined(separator: " ") == "/P << /MCID 0 >> BDC BT (di) Tj <01> Tj (er) Tj ET EMC")
  }

  @Test func imagesInContentAreNotRead() {
    let content = "BI /W 1 ID \u{1}(BDC EI\nQ"
    #expect(rewritten(content).last == "EMC")
  }
}
