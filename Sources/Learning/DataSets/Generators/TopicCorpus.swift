/// Headlines from a template grammar in four classes: sport, business, science, world.
public enum TopicCorpus {
  static let classNames = ["sport", "business", "science", "world"]
  static let topics: [[String]] = [
    words("goal match coach league striker stadium referee tournament"),
    words("shares market profit bank investor merger revenue stock"),
    words("planet laser protein telescope genome satellite quantum battery"),
    words("treaty embassy minister ceasefire refugee election border summit"),
  ]
  static let days = words("monday tuesday friday sunday")

  private static let templates: [SentenceTemplate] = [
    SentenceTemplate("the {x} and the {y} made news on {d}"),
    SentenceTemplate("{d} report says the {x} changed the {y}"),
    SentenceTemplate("new {x} follows {y} this {d}"),
    SentenceTemplate("officials discussed the {x} {y} on {d}"),
    SentenceTemplate("a {x} near the {y} surprised many on {d}"),
  ]

  /// Sentences for training: those of generator seed 1 + `seed`.
  public static func train(seed: Int, count: Int) -> TextDataset {
    sentences(generatorSeed: 1 + seed, count: count).named("topic (train)")
  }

  /// Sentences for testing: the different ones among the first `count` of generator seed 1001 + `seed`.
  public static func test(seed: Int, count: Int) -> TextDataset {
    sentences(generatorSeed: 1001 + seed, count: count).withoutRepetitions().named("topic (test)")
  }

  /// The first `count` sentences of a generator, some of them more than once.
  ///
  /// Five draws a sentence: class, template, two words of the class, day.
  public static func sentences(generatorSeed: Int, count: Int) -> TextDataset {
    var generator = LinearCongruentialGenerator(seed: UInt32(truncatingIfNeeded: generatorSeed))
    var sentences: [String] = []
    var labels: [Int] = []
    for _ in 0..<count {
      let label = generator.draw(4)
      let template = templates[generator.draw(5)]
      let first = topics[label][generator.draw(8)]
      let second = topics[label][generator.draw(8)]
      let day = days[generator.draw(4)]
      labels.append(label)
      sentences.append(
        template.sentence { slot in
          switch slot {
          case "x": first
          case "y": second
          default: day
          }
        })
    }
    return TextDataset(name: "topic", classNames: classNames, sentences: sentences, labels: labels)
  }

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
}
