import Diagnostics

/// Sentences as rows of token indices, filled up with padding, cut where they are too long.
public struct TokenMatrix: Sendable, Equatable {
  /// Number of sentences.
  public let rows: Int
  /// Length of every row.
  public let columns: Int
  /// Row by row, `[rows × columns]`.
  public let indices: [Int]
  /// How many indices of each row are the sentence's own, `[rows]`.
  public let lengths: [Int]

  /// - Parameters:
  ///   - sentences: the indices of each sentence.
  ///   - length: of every row; that of the longest sentence if nil.
  ///   - padding: the index that fills rows up.
  public init(_ sentences: [[Int]], length: Int? = nil, padding: Int = 0) {
    let columns = length ?? sentences.map(\.count).max() ?? 0
    if columns < 0 { trap("TokenMatrix: rows of length \(columns)") }
    rows = sentences.count
    self.columns = columns
    lengths = sentences.map { min($0.count, columns) }
    var indices: [Int] = []
    indices.reserveCapacity(sentences.count * columns)
    for sentence in sentences {
      indices += sentence.prefix(columns)
      indices += repeatElement(padding, count: columns - min(sentence.count, columns))
    }
    self.indices = indices
  }

  /// The indices of one sentence, with its padding.
  public subscript(row: Int) -> ArraySlice<Int> {
    if row < 0 || row >= rows { trap("TokenMatrix: row \(row) of \(rows)") }
    return indices[(row * columns)..<((row + 1) * columns)]
  }
}

extension TextDataset {
  /// The sentences as rows of byte indices.
  public func indices(_ alphabet: ByteAlphabet, length: Int? = nil) -> TokenMatrix {
    TokenMatrix(sentences.map(alphabet.indices), length: length, padding: ByteAlphabet.padding)
  }

  /// The sentences as rows of token indices.
  public func indices(_ vocabulary: Vocabulary, length: Int? = nil) -> TokenMatrix {
    TokenMatrix(sentences.map(vocabulary.indices), length: length, padding: Vocabulary.padding)
  }
}
