import Diagnostics
import NumericalCore

extension ShallowTransformer {
  /// N sequences of d_s tokens in ℝᵈ with one target each.
  struct TokenSequences {
    /// The tokens as rows, sequence by sequence: `[N·d_s × d]`.
    let tokens: Matrix
    /// `[N]`.
    let targets: [Double]
    /// d_s.
    let length: Int

    var count: Int { targets.count }
    var dimension: Int { tokens.columns }

    init(tokens: Matrix, targets: [Double], length: Int) {
      if tokens.rows != targets.count * length {
        trap("TokenSequences: \(tokens.rows) tokens for \(targets.count) sequences of \(length)")
      }
      self.tokens = tokens
      self.targets = targets
      self.length = length
    }

    /// The mean token of each sequence, `[N × d]`.
    var means: Matrix {
      var means = Matrix(rows: count, columns: dimension)
      for n in 0..<count {
        means.withUnsafeMutableRow(n) { mean in
          for i in 0..<length {
            tokens.withUnsafeRow(n * length + i) { Vector.axpy(1 / Double(length), $0, into: mean) }
          }
        }
      }
      return means
    }

    /// Every token divided by its norm; a token of zeros stays.
    func normalized() -> TokenSequences {
      var tokens = tokens
      for r in 0..<tokens.rows {
        tokens.withUnsafeMutableRow(r) { row in
          let norm = Vector.dot(UnsafeBufferPointer(row), UnsafeBufferPointer(row)).squareRoot()
          if norm > 0 { Vector.scale(row, by: 1 / norm) }
        }
      }
      return TokenSequences(tokens: tokens, targets: targets, length: length)
    }

    /// Independent standard normal tokens and targets.
    static func gaussian(count: Int, length: Int, dimension: Int, from source: RandomSource) -> TokenSequences {
      var (draws, labels) = (source.substream("tokens"), source.substream("targets"))
      let tokens = Matrix(
        rows: count * length, columns: dimension, elements: draws.normals(count * length * dimension))
      return TokenSequences(tokens: tokens, targets: labels.normals(count), length: length)
    }

    /// Gaussian sequences in pairs of one mean token, labelled 1 and −1, all multiplied by c/√d.
    static func gaussianTwins(
      count: Int, length: Int, dimension: Int, scale: Double, from source: RandomSource
    ) -> TokenSequences {
      let pairs = count / 2
      let drawn = gaussian(count: 2 * pairs, length: length, dimension: dimension, from: source)
      let half = pairs * length
      let factor = scale / Double(dimension).squareRoot()
      return twins(
        factor * Matrix(drawn.tokens[rows: 0..<half]), factor * Matrix(drawn.tokens[rows: half..<(2 * half)]),
        length: length)
    }

    /// A_p = `first`, B_p = `second` less its mean token plus that of A_p; labels 1 and −1; order A_0, B_0, A_1, ….
    static func twins(_ first: Matrix, _ second: Matrix, length: Int) -> TokenSequences {
      let pairs = first.rows / length
      let zeros = [Double](repeating: 0, count: pairs)
      let a = TokenSequences(tokens: first, targets: zeros, length: length)
      let shift = a.means - TokenSequences(tokens: second, targets: zeros, length: length).means
      let tokens = Matrix(rows: 2 * first.rows, columns: first.columns) { r, j in
        let (sequence, i) = r.quotientAndRemainder(dividingBy: length)
        let p = sequence / 2
        return sequence % 2 == 0 ? first[p * length + i, j] : second[p * length + i, j] + shift[p, j]
      }
      return TokenSequences(tokens: tokens, targets: (0..<(2 * pairs)).map { $0 % 2 == 0 ? 1 : -1 }, length: length)
    }
  }
}
