import Foundation
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

  func pattern(_ file: String) -> HyphenationPatterns? { HyphenationPatterns(Array(file.utf8)) }

  @Test func theGreatestDigitOfAGapCounts() {
    let patterns = pattern("UTF-8\na1b\n%a comment\nxa2b\n.ca1\n1d.\n\n")
    #expect(patterns?.points(in: Array("ccabcc".utf8)) == [3])
    #expect(patterns?.points(in: Array("cxabcc".utf8)) == [])
    #expect(patterns?.points(in: Array("caccab".utf8)) == [2])
    #expect(patterns?.points(in: Array("ccccdd".utf8)) == [])
    #expect(pattern("UTF-8\nLEFTHYPHENMIN 4\nRIGHTHYPHENMIN 1\na1b\n1d.")?.points(in: Array("cabcabdcd".utf8)) == [5, 8])
  }

  @Test func filesWithMoreThanPatternsAreLeftToTheLibrary() {
    for line in ["c1k/k=,2,1", "NEXTLEVEL", "COMPOUNDLEFTHYPHENMIN 2", "NOHYPHEN -"] { #expect(pattern("UTF-8\na1b\n\(line)\n") == nil) }
    #expect(pattern("") == nil)
  }

  /// Words of the language, words with its patterns in them, and strings of letters.
  @Test func patternsAgreeWithTheLibrary() throws {
    let library = Hyphenator(language: "en", directories: ["/usr/share/hyphen"], usesLibrary: true)
    let lines = try String(contentsOfFile: "/usr/share/hyphen/hyph_en_US.dic", encoding: .utf8).split(separator: "\n").dropFirst(3)
    let stems = lines.map { String($0.filter { $0.isLetter && $0.isASCII }) }.filter { !$0.isEmpty }
    var state: UInt64 = 7
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    var found = 0
    for index in 0..<4000 {
      let word = index % 4 == 0 ? String((0..<12).map { _ in Character(UnicodeScalar(UInt8(97 + next(26)))) })
        : stems[next(stems.count)] + stems[next(stems.count)] + (index % 2 == 0 ? stems[next(stems.count)] : "")
      let points = library.points(in: word)
      #expect(english.points(in: word) == points, "\(word)")
      found += points.count
    }
    #expect(found > 2000)
  }
}
