import Foundation
import Graphics
import Report
import TestSupport
import Testing

@testable import ReportHTML

/// The rules of WCAG 2.2 AA that can be told from the text of a page.
@Suite struct AccessibilityTests {
  private func pages() throws -> [PageElements] {
    let entries = ["a", "b"].map {
      IndexEntry(slug: $0, title: "T", paper: "P", scale: "quick", verdicts: [("supported", 3)], thumbnail: "figures/f.svg", hasHTML: true, hasPDF: true)
    }
    return [PageElements(try SamplePage.html()), PageElements(IndexPageWriter().write(entries))]
  }

  @Test func aPageHasLanguageTitleAndOneMain() throws {
    for page in try pages() {
      #expect(page["html"].first?.attributes["lang"] == "en")
      #expect(page["title"].first?.text.isEmpty == false)
      #expect(page["main"].count == 1 && page["h1"].count == 1)
      for nav in page["nav"] { #expect(nav.attributes["aria-label"] != nil) }
    }
  }

  @Test func headingsDescendOneByOne() throws {
    for page in try pages() {
      let levels = page.all.compactMap { $0.name.count == 2 && $0.name.hasPrefix("h") ? Int($0.name.dropFirst()) : nil }
      #expect(levels.first == 1)
      for (level, next) in zip(levels, levels.dropFirst()) { #expect(next <= level + 1) }
    }
  }

  /// Also where an author's headings have the names of the page's own.
  @Test func idsAreUniqueAndWhatRefersToThemExists() throws {
    for page in try pages() {
      let ids = page.ids
      #expect(Set(ids).count == ids.count, "\(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys)")
      for element in page.all {
        for reference in element.attributes["aria-labelledby"]?.split(separator: " ") ?? [] { #expect(ids.contains(String(reference))) }
        if let link = element.attributes["href"], element.name == "a", link.hasPrefix("#") { #expect(ids.contains(String(link.dropFirst())), "\(link)") }
      }
    }
  }

  @Test func picturesHaveAlternatives() throws {
    for page in try pages() {
      for image in page["img"] { #expect(image.attributes["alt"] != nil) }
      for drawing in page["svg"] { #expect(drawing.attributes["role"] == "img" && drawing.attributes["aria-labelledby"] != nil) }
      for group in page["g"] where group.attributes["aria-label"] != nil { #expect(group.attributes["role"] == "img") }
    }
    #expect(try pages()[0]["svg"].count == 1)
  }

  @Test func headsOfTablesHaveScopeAndText() throws {
    let page = try pages()[0]
    #expect(page["th"].count >= 8)
    for head in page["th"] {
      #expect(head.attributes["scope"] == "col")
      #expect(!head.text.isEmpty)
    }
  }

  @Test func controlsHaveNames() throws {
    for page in try pages() {
      for input in page["input"] { #expect(input.attributes["aria-label"] != nil) }
      for summary in page["summary"] { #expect(!summary.text.isEmpty || !summary.attributes.isEmpty || page["code"].count > 0) }
      for section in page["section"] { #expect(section.attributes["aria-label"] != nil || section.attributes["aria-labelledby"] != nil) }
    }
  }

  // MARK: - Colours

  @Test(arguments: ["light", "dark"]) func textCanBeRead(theme: String) throws {
    let colors = theme == "light" ? PageColors.light : PageColors.dark
    for ground in ["paper", "tint", "flash"] {
      let background = try #require(colors[ground])
      for name in ["text", "muted", "link", "good", "bad", "warn"] {
        #expect(Contrast.ratio(try #require(colors[name]).hex, background.hex) >= 4.5, "\(name) on \(ground), \(theme)")
      }
      for kind in CodeToken.Kind.allCases where ground != "flash" {
        if let color = colors.code(kind) { #expect(Contrast.ratio(color.hex, background.hex) >= 4.5, "\(kind) on \(ground), \(theme)") }
      }
    }
  }

  /// What is checked above is all there is: the rules name no colour of their own.
  @Test func rulesTakeTheirColoursFromTheTheme() {
    let rules = StyleSheet.css + IndexStyle.css
    let literals = rules.matches(of: /#[0-9a-f]{3,6}\b|rgb\([^)]*\)/).map { String($0.output) }
    // White behind pictures drawn for paper, and the veil behind a figure in full size.
    #expect(Set(literals) == ["#fff", "rgb(0 0 0/.6)"])
    for name in rules.matches(of: /var\(--([a-z]+)/).map({ String($0.output.1) }) where !["mark", "above", "ground"].contains(name) {
      #expect(PageColors.light[name] != nil && PageColors.dark[name] != nil, "\(name)")
    }
    #expect(rules.contains(":focus-visible{outline:2px solid var(--link)"))
    #expect(rules.contains("prefers-reduced-motion"))
  }
}
