import Diagnostics

/// Labelled sentences.
public struct TextDataset: Sendable, Equatable {
  /// What messages call it.
  public let name: String
  /// The names of the classes; labels are indices into them.
  public let classNames: [String]
  public let sentences: [String]
  public let labels: [Int]

  /// - Parameter labels: one a sentence, each in 0 ..< `classNames.count`.
  public init(name: String, classNames: [String], sentences: [String], labels: [Int]) {
    if sentences.count != labels.count { trap("TextDataset: \(sentences.count) sentences, \(labels.count) labels") }
    for label in labels where label < 0 || label >= classNames.count {
      trap("TextDataset: label \(label) of \(classNames.count) classes")
    }
    self.name = name
    self.classNames = classNames
    self.sentences = sentences
    self.labels = labels
  }

  /// Number of sentences.
  public var count: Int { labels.count }
  public var classCount: Int { classNames.count }

  /// How many sentences each class has.
  public var classCounts: [Int] {
    var counts = [Int](repeating: 0, count: classCount)
    for label in labels { counts[label] += 1 }
    return counts
  }

  /// The first `count` sentences.
  /// - Throws: `DataError.tooFew` if there are not so many.
  public func first(_ count: Int) throws(DataError) -> TextDataset {
    if count > self.count { throw .tooFew(name: name, wanted: count, found: self.count) }
    return subset(0..<count)
  }

  /// The sentences at `indices`, in that order.
  public func subset(_ indices: some Collection<Int>) -> TextDataset {
    TextDataset(
      name: name, classNames: classNames, sentences: indices.map { sentences[$0] }, labels: indices.map { labels[$0] })
  }

  /// The first of each sentence that comes more than once, and all others.
  public func withoutRepetitions() -> TextDataset {
    var seen: Set<String> = []
    return subset(sentences.indices.filter { seen.insert(sentences[$0]).inserted })
  }

  /// The same under another name.
  public func named(_ name: String) -> TextDataset {
    TextDataset(name: name, classNames: classNames, sentences: sentences, labels: labels)
  }
}
