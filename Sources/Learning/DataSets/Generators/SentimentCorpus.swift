/// Short film reviews from a template grammar: class 1 is positive, class 0 negative.
///
/// Lower-case words with single blanks, no punctuation: 27 different characters, at most 67 in a sentence.
public enum SentimentCorpus {
  static let positive = words("great lovely superb charming clever moving brilliant delightful funny warm")
  static let negative = words("awful boring dull clumsy tedious bland dreadful stupid cold messy")
  static let nouns = words("film story acting plot script scene music ending cast dialogue")
  static let adverbs = words("really quite rather very truly fairly")

  private static let templates: [SentenceTemplate] = [
    SentenceTemplate("the {n} is {a} {s} and the {m} is {t}"),
    SentenceTemplate("a {s} {n} with a {t} {m}"),
    SentenceTemplate("i found the {n} {a} {s} and {t}"),
    SentenceTemplate("the {n} felt {s} but never lost its {t} {m}"),
    SentenceTemplate("this {n} has a {a} {s} {m}"),
    SentenceTemplate("{s} {n} and {a} {t} {m}"),
  ]

  /// Sentences for training: those of generator seed 1 + `seed`.
  public static func train(seed: Int, count: Int) -> TextDataset {
    sentences(generatorSeed: 1 + seed, count: count).named("sentiment (train)")
  }

  /// Sentences for testing: the different ones among the first `count` of generator seed 1001 + `seed`.
  public static func test(seed: Int, count: Int) -> TextDataset {
    sentences(generatorSeed: 1001 + seed, count: count).withoutRepetitions().named("sentiment (test)")
  }

  /// The first `count` sentences of a generator, some of them more than once.
  ///
  /// Seven draws a sentence, whether its template needs them or not: class, template, two qualities, adverb, two nouns.
  public static func sentences(generatorSeed: Int, count: Int) -> TextDataset {
    var generator = LinearCongruentialGenerator(seed: UInt32(truncatingIfNeeded: generatorSeed))
    var sentences: [String] = []
    var labels: [Int] = []
    for _ in 0..<count {
      let label = generator.draw(2)
      let template = templates[generator.draw(6)]
      let qualities = label == 1 ? positive : negative
      let first = qualities[generator.draw(10)]
      let second = qualities[generator.draw(10)]
      let adverb = adverbs[generator.draw(6)]
      let noun = nouns[generator.draw(10)]
      let other = nouns[generator.draw(10)]
      labels.append(label)
      sentences.append(
        template.sentence { slot in
          switch slot {
          case "s": first
          case "t": second
          case "a": adverb
          case "n": noun
          default: other
          }
        })
    }
    return TextDataset(name: "sentiment", classNames: ["negative", "positive"], sentences: sentences, labels: labels)
  }

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
