import NumericalCore
import Testing

@testable import Papers

@Suite struct TokenSequencesTests {
  @Test func twinsShareTheirMeanAlone() {
    let twins = Shallow.TokenSequences.gaussianTwins(
      count: 8, length: 4, dimension: 16, scale: 4, from: RandomSource(seed: 8, stream: "data"))
    #expect(twins.count == 8 && twins.tokens.rows == 32 && twins.targets == [1, -1, 1, -1, 1, -1, 1, -1])
    for p in 0..<4 {
      let (a, b) = (twins.means.row(2 * p), twins.means.row(2 * p + 1))
      #expect(Vector.squaredDistance(a, b).squareRoot() < 1e-12 && Vector.norm(a) > 0.5)
      #expect(Vector.squaredDistance(twins.tokens.row(8 * p), twins.tokens.row(8 * p + 4)) > 1)
    }
    // Tokens of norm c in the mean square.
    let meanSquare = Vector.squaredNorm(twins.tokens.elements) / 32
    #expect((12...20).contains(meanSquare))
  }

  @Test func normalizedTokensHaveLengthOne() {
    let data = Shallow.TokenSequences(tokens: Matrix([[3, 4], [0, 0], [-2, 0]]), targets: [1], length: 3)
    #expect(data.normalized().tokens == Matrix([[3 * (1.0 / 5), 4 * (1.0 / 5)], [0, 0], [-1, 0]]))
    #expect(Vector.squaredDistance(data.means.row(0), [1.0 / 3, 4.0 / 3]) < 1e-30)
  }

  @Test func digitsAreCutInPatches() {
    let digits = Shallow.TokenSequences.digits(count: 40)
    #expect(digits.length == 4 && digits.tokens.rows == 160 && digits.tokens.columns == 16)
    #expect(digits.targets.prefix(5) == [1, -1, 1, -1, 1])
    let sums = (0..<16).map { abs(Vector.sum(digits.tokens.column($0))) }
    #expect(Vector.maxNorm(sums) < 1e-10)
    #expect(abs(Vector.squaredNorm(digits.tokens.elements) / 160 - 16) < 1e-12)
    // Image 0 begins 0 0 5 13 9 1 0 0 | 0 0 13 15 10 15 5 0; centring keeps differences between patches.
    let pixels = [[0.0, 0, 5, 13, 0, 0, 13, 15], [9, 1, 0, 0, 10, 15, 5, 0]]
    let scale = (digits.tokens[0, 3] - digits.tokens[1, 3]) / 13
    for k in 0..<8 {
      #expect(abs(digits.tokens[0, k] - digits.tokens[1, k] - scale * (pixels[0][k] - pixels[1][k])) < 1e-12)
    }
  }

  @Test func digitTwinsShareTheMeanPatch() {
    let (digits, twins) = (Shallow.TokenSequences.digits(count: 20), Shallow.TokenSequences.digitTwins(count: 20))
    #expect(twins.count == 20 && twins.targets.prefix(4) == [1, -1, 1, -1])
    for p in 0..<10 {
      #expect(Vector.squaredDistance(twins.means.row(2 * p), twins.means.row(2 * p + 1)).squareRoot() < 1e-12)
      #expect(twins.tokens.row(8 * p) == digits.tokens.row(4 * p))
      let shift = Vector.subtract(twins.tokens.row(8 * p + 4), digits.tokens.row(40 + 4 * p))
      let other = Vector.subtract(twins.tokens.row(8 * p + 7), digits.tokens.row(40 + 4 * p + 3))
      #expect(Vector.squaredDistance(shift, other).squareRoot() < 1e-12)
    }
  }
}
