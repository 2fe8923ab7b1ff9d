import Learning
import Testing

@Suite struct TextPreparationTests {
  @Test func lowercaseAlphabetHas27Symbols() {
    #expect(ByteAlphabet.lowercase.symbols.count == 27 && ByteAlphabet.lowercase.indexCount == 28)
    #expect(ByteAlphabet.lowercase.indices(of: "az b") == [1, 26, 27, 2])
    #expect(ByteAlphabet.lowercase.index(of: UInt8(ascii: "!")) == nil)
    #expect(ByteAlphabet.lowercase.text([1, 26, 27, 2, 0, 0]) == "az b")
  }

  @Test func alphabetsOfSentencesAreOrderedByValue() {
    let alphabet = ByteAlphabet(of: ["cab", "b é"])
    #expect(alphabet.symbols == [0x20, 0x61, 0x62, 0x63, 0xA9, 0xC3])
    #expect(alphabet.text(alphabet.indices(of: "é a")) == "é a")
  }

  @Test func vocabulariesAreOrderedByCountThenBytes() {
    let vocabulary = Vocabulary(of: ["b a c", "c a", "d  a"])
    #expect(vocabulary.tokens == ["a", "c", "b", "d"])
    #expect(vocabulary.indices(of: "d x a") == [5, Vocabulary.unknown, 2])
    #expect(vocabulary.indexCount == 6)
    #expect(Vocabulary(of: ["b a c", "c a", "d a"], minimumCount: 2).tokens == ["a", "c"])
    #expect(Vocabulary(of: ["b a c", "c a", "d a"], limit: 3).tokens == ["a", "c", "b"])
  }

  @Test func charactersAreThoseOfTheReader() {
    let vocabulary = Vocabulary(of: ["éa", "e\u{301}"], unit: .characters)
    #expect(vocabulary.tokens == ["é", "a"])
    #expect(vocabulary.indices(of: "aéz") == [3, 2, 1])
  }

  @Test func rowsAreFilledUpAndCut() {
    let matrix = TokenMatrix([[5, 6, 7], [8], []])
    #expect(matrix.rows == 3 && matrix.columns == 3)
    #expect(matrix.indices == [5, 6, 7, 8, 0, 0, 0, 0, 0])
    #expect(matrix.lengths == [3, 1, 0])
    #expect(Array(matrix[1]) == [8, 0, 0])
    let cut = TokenMatrix([[5, 6, 7], [8]], length: 2, padding: 9)
    #expect(cut.indices == [5, 6, 8, 9] && cut.lengths == [2, 1])
  }

  @Test func dataSetsBecomeMatrices() throws {
    let texts = TextDataset(name: "toy", classNames: ["a", "b"], sentences: ["ab a", "b"], labels: [0, 1])
    #expect(texts.indices(.lowercase).indices == [1, 2, 27, 1, 2, 0, 0, 0])
    #expect(texts.indices(Vocabulary(of: texts.sentences), length: 3).indices == [3, 2, 0, 4, 0, 0])
    #expect(try texts.first(1).sentences == ["ab a"])
    #expect(throws: DataError.tooFew(name: "toy", wanted: 3, found: 2)) { try texts.first(3) }
    #expect(texts.subset([1, 0]).labels == [1, 0] && texts.classCounts == [1, 1])
  }
}
