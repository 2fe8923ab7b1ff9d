import Learning
import NumericalCore
import Testing

@testable import Papers

@Suite struct EncoderTests {
  private let sequences = Shallow.TokenSequences.gaussian(
    count: 5, length: 3, dimension: 4, from: RandomSource(seed: 1, stream: "data"))
  private let draws = Shallow.EncoderWeights.standardNormal(
    width: 7, dimension: 4, from: RandomSource(seed: 2, stream: "weights"))

  private func encoder(_ initialisation: Shallow.GaussianInit, _ scaling: Shallow.ScoreScaling) -> Shallow.Encoder {
    Shallow.Encoder(draws, initialisation, scaling)
  }

  private func parts(_ weights: Shallow.EncoderWeights) -> [[Double]] {
    [weights.query.elements, weights.key.elements, weights.value.elements, weights.output]
  }

  private func distance(_ a: [Double], _ b: [Double]) -> Double { Vector.squaredDistance(a, b).squareRoot() }

  @Test(arguments: Shallow.GaussianInit.allCases, Shallow.ScoreScaling.allCases)
  func gradientAgreesWithDifferentiation(initialisation: Shallow.GaussianInit, scaling: Shallow.ScoreScaling) {
    let encoder = encoder(initialisation, scaling)
    let pass = Shallow.EncoderPass(encoder, sequences)
    var gradient = Shallow.LossGradient(encoder, sequences)
    gradient.update(encoder, pass)
    let weights = encoder.tracked
    var loss = Variable(scalar: 0.0)
    for n in 0..<sequences.count {
      loss =
        loss
        + (encoder.value(n, of: sequences, weights) - Variable(scalar: sequences.targets[n])).square().scaled(by: 0.5)
    }
    #expect(abs(loss.scalar - pass.loss) < 1e-12 * (1 + pass.loss))
    for (found, expected) in zip(parts(gradient.weights), loss.gradients(withRespectTo: weights)) {
      #expect(Vector.norm(found) > 1e-6)
      #expect(distance(found, expected.value.elements) < 1e-10 * Vector.norm(found))
    }
  }

  @Test(arguments: Shallow.ScoreScaling.allCases)
  func kernelIsThatOfTheJacobian(scaling: Shallow.ScoreScaling) {
    let encoder = encoder(.ntk, scaling)
    let kernel = Shallow.TangentKernel(encoder, Shallow.EncoderPass(encoder, sequences))
    let weights = encoder.tracked
    let gradients = (0..<sequences.count).map {
      encoder.value($0, of: sequences, weights).gradients(withRespectTo: weights).map(\.value.elements)
    }
    for (index, part) in [kernel.query, kernel.key, kernel.value, kernel.output].enumerated() {
      let expected = Matrix(rows: 5, columns: 5) { n, m in Vector.dot(gradients[n][index], gradients[m][index]) }
      #expect((part - expected).frobeniusNorm < 1e-10 * expected.frobeniusNorm)
      #expect(part == part.transposed())
    }
    let traces = [kernel.query, kernel.key].reduce(0) { $0 + $1.trace }
    #expect(abs(kernel.attentionShare - traces / kernel.total.trace) < 1e-15)
  }

  @Test func attentionSumsToOneAtAnyScore() {
    let far = Shallow.TokenSequences(tokens: 1e3 * sequences.tokens, targets: sequences.targets, length: 3)
    for data in [sequences, far] {
      let pass = Shallow.EncoderPass(encoder(.ntk, .sqrt), data)
      for r in 0..<15 { #expect(abs(Vector.sum(pass.attention.row(r)) - 1) < 1e-14) }
      #expect(pass.loss.isFinite && pass.distanceToUniform > 0 && pass.distanceToUniform <= 2.0 / 3 + 1e-12)
    }
    // One-hot attention is as far from uniform as it can be: 1 − 1/d_s.
    #expect(Shallow.EncoderPass(encoder(.ntk, .sqrt), far).distanceToUniform > 0.6)
  }

  /// Without queries attention is uniform, and the encoder is a two-layer network on the mean token.
  @Test func withoutQueriesItPools() {
    var encoder = encoder(.lecun, .sqrt)
    encoder.weights.query = Matrix(rows: 7, columns: 4)
    let pass = Shallow.EncoderPass(encoder, sequences)
    #expect(pass.distanceToUniform < 1e-15)
    let hidden = Matrix.multiply(sequences.means, encoder.weights.value, transposingRight: true)
    for n in 0..<5 {
      let value = (0..<7).reduce(0) { $0 + encoder.weights.output[$1] * max(0, hidden[n, $1]) }
      #expect(abs(pass.values[n] - value) < 1e-14)
    }
    let kernel = Shallow.TangentKernel(encoder, pass)
    #expect(kernel.key.frobeniusNorm == 0 && kernel.query.frobeniusNorm > 0)
  }

  @Test func theOrderOfTokensDoesNotMatter() {
    let order = [2, 0, 1, 5, 4, 3, 6, 8, 7, 9, 10, 11, 13, 14, 12]
    let shuffled = Shallow.TokenSequences(
      tokens: sequences.tokens.selectingRows(order), targets: sequences.targets, length: 3)
    let encoder = encoder(.he, .sqrt)
    let (a, b) = (Shallow.EncoderPass(encoder, sequences), Shallow.EncoderPass(encoder, shuffled))
    #expect(distance(a.values, b.values) < 1e-14)
    let difference = Shallow.TangentKernel(encoder, a).total - Shallow.TangentKernel(encoder, b).total
    #expect(difference.frobeniusNorm < 1e-12)
  }

  @Test func aSingleTokenHasNothingToAttendTo() {
    let short = Shallow.TokenSequences.gaussian(
      count: 4, length: 1, dimension: 4, from: RandomSource(seed: 3, stream: "data"))
    let encoder = encoder(.lecun, .sqrt)
    let pass = Shallow.EncoderPass(encoder, short)
    #expect(pass.distanceToUniform == 0 && pass.mixed == short.tokens)
    #expect(Shallow.TangentKernel(encoder, pass).attentionShare == 0)
  }

  @Test func initialisationsScaleTheSameDraws() {
    let (lecun, he, ntk) = (encoder(.lecun, .inv), encoder(.he, .inv), encoder(.ntk, .inv))
    #expect(ntk.weights.value == draws.value && ntk.weights.output == draws.output)
    #expect((lecun.weights.query - 0.5 * draws.query).frobeniusNorm < 1e-14)
    #expect(distance(he.weights.output, lecun.weights.output.map { 2.0.squareRoot() * $0 }) < 1e-14)
    #expect(abs(ntk.featureFactor - 1 / 7.0.squareRoot()) < 1e-15 && he.featureFactor == 1)
    #expect(lecun.scoreFactor == 1.0 / 7 && encoder(.lecun, .sqrt).scoreFactor == 1 / 7.0.squareRoot())
  }
}
