import Learning
import Testing

@Suite struct CorporaTests {
  private func characters(_ set: TextDataset) -> Int { set.sentences.reduce(0) { $0 + $1.utf8.count } }

  @Test func sentimentTrainingSetIsThePublishedOne() {
    let train = SentimentCorpus.train(seed: 0, count: 500)
    #expect(
      Array(train.sentences.prefix(3)) == [
        "i found the music really dreadful and bland", "the story is rather clumsy and the dialogue is clumsy",
        "i found the dialogue fairly warm and superb",
      ])
    #expect(Array(train.labels.prefix(3)) == [0, 0, 1])
    #expect(characters(train) == 21207)
    #expect(train.withoutRepetitions().count == 498)
    #expect(train.classCounts == [258, 242])
    #expect(Vocabulary(of: train.sentences).tokens.count == 50)
  }

  @Test func sentimentTestSetIsThePublishedOne() {
    let all = SentimentCorpus.sentences(generatorSeed: 1001, count: 500)
    #expect(all.sentences[0] == "this cast has a fairly stupid story" && all.labels[0] == 0)
    #expect(characters(all) == 20710)
    #expect(all.classCounts == [259, 241])
    let test = SentimentCorpus.test(seed: 0, count: 500)
    #expect(test.sentences == all.withoutRepetitions().sentences)
    #expect(Set(test.sentences).count == test.count && Set(test.sentences) == Set(all.sentences))
    #expect(test.count < 500)
  }

  @Test func sentimentKeepsToItsAlphabet() {
    let sentences = SentimentCorpus.sentences(generatorSeed: 7, count: 5000).sentences
    #expect(sentences.allSatisfy { $0.utf8.allSatisfy { ByteAlphabet.lowercase.index(of: $0) != nil } })
    // "the dialogue felt delightful but never lost its delightful dialogue" is the longest there can be.
    #expect(sentences.map(\.utf8.count).max()! <= 67)
    #expect(SentimentCorpus.train(seed: 0, count: 500).sentences.map(\.utf8.count).max() == 60)
  }

  @Test func topicTrainingSetIsThePublishedOne() {
    let train = TopicCorpus.train(seed: 0, count: 500)
    #expect(train.sentences[0] == "the referee and the league made news on monday" && train.labels[0] == 0)
    #expect(characters(train) == 23256)
    #expect(train.withoutRepetitions().count == 481)
    #expect(train.classCounts == [124, 125, 119, 132])
    #expect(train.classNames == ["sport", "business", "science", "world"])
    #expect(
      TopicCorpus.test(seed: 3, count: 200)
        == TopicCorpus.sentences(generatorSeed: 1004, count: 200).withoutRepetitions().named("topic (test)"))
  }

  @Test func synonymsStandBesideEveryContentWord() {
    #expect(Synonyms.all.count == 36)
    #expect(Synonyms.all.allSatisfy { $0.synonyms.count == 3 && Set($0.synonyms).count == 3 })
    #expect(Synonyms.of("great") == ["grand", "excellent", "fine"])
    #expect(Synonyms.of("rather") == ["somewhat", "fairly", "mildly"])
    #expect(Synonyms.of("grand").isEmpty)
  }

  @Test func synonymsDoNotOccurInTheCorpusButForOneAdverb() {
    let words = Set(Vocabulary(of: SentimentCorpus.sentences(generatorSeed: 1, count: 2000).sentences).tokens)
    #expect(Synonyms.all.allSatisfy { words.contains($0.word) })
    #expect(Set(Synonyms.all.flatMap(\.synonyms)).intersection(words) == ["fairly"])
  }
}
