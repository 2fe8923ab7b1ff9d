import Testing

@testable import Typography

@Suite struct HyphenatorTests {
  let english = Hyphenator(language: "en")

  func parts(_ word: String) -> String {
    var text = ""
    for (index, character) in word.enumerated() {
      if english.points(in: word).contains(index) { text += "-" }
      text.append(character)
    }
    return text
  }

  @Test func knownWords() {
    #expect(parts("representation") == "rep-re-sen-ta-tion")
    #expect(parts("algorithm") == "al-go-rithm")
  }

  @Test func shortOrForeignWordsStayWhole() {
    #expect(english.points(in: "word").isEmpty)
    #expect(english.points(in: "Ångström").isEmpty)
    #expect(Hyphenator(language: "xx").points(in: "representation").isEmpty)
  }

  @Test func enoughLettersStayOnBothSides() {
    for word in ["ability", "education", "operator", "ideally"] {
      for point in english.points(in: word) { #expect(point >= 2 && word.count - point >= 3) }
    }
  }
}
