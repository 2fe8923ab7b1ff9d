/// Words or characters with an index for each: 0 is padding, 1 stands for all that is not known, the tokens follow.
public struct Vocabulary: Sendable, Equatable {
  /// The index that fills sentences up.
  public static let padding = 0
  /// The index of tokens that are not in the vocabulary.
  public static let unknown = 1

  /// What sentences are cut into.
  public enum Unit: Sendable, Hashable {
    /// What stands between blanks.
    case words
    /// Characters as a reader sees them.
    case characters

    /// The tokens of a sentence.
    public func tokens(_ sentence: String) -> [String] {
      switch self {
      case .words: sentence.split(whereSeparator: \.isWhitespace).map(String.init)
      case .characters: sentence.map(String.init)
      }
    }
  }

  public let unit: Unit
  /// The tokens; `tokens[i]` has the index i + 2.
  public let tokens: [String]
  private let indices: [String: Int]

  /// The tokens of some sentences, most frequent first, equally frequent ones in the order of their bytes.
  /// - Parameters:
  ///   - minimumCount: rarer tokens are left out.
  ///   - limit: at most so many tokens; all if nil.
  public init(of sentences: [String], unit: Unit = .words, minimumCount: Int = 1, limit: Int? = nil) {
    var counts: [String: Int] = [:]
    for sentence in sentences { for token in unit.tokens(sentence) { counts[token, default: 0] += 1 } }
    let ordered = counts.filter { $0.value >= minimumCount }.sorted { a, b in
      a.value == b.value ? a.key.utf8.lexicographicallyPrecedes(b.key.utf8) : a.value > b.value
    }
    self.unit = unit
    tokens = Array(ordered.map(\.key).prefix(limit ?? ordered.count))
    indices = Dictionary(uniqueKeysWithValues: tokens.enumerated().map { ($1, $0 + 2) })
  }

  /// How many indices there are, with those of padding and of unknown tokens.
  public var indexCount: Int { tokens.count + 2 }

  /// The index of a token; `unknown` if it is not in the vocabulary.
  public func index(of token: String) -> Int { indices[token] ?? Vocabulary.unknown }

  /// The indices of a sentence's tokens.
  public func indices(of sentence: String) -> [Int] { unit.tokens(sentence).map(index) }
}
