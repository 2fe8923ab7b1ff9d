import NumericalCore
import Testing

@testable import Papers

@Suite struct LimitKernelTests {
  /// One token a sequence: e₁, 2e₂, −e₁, (e₁ + e₂), 0.
  private let sequences = Shallow.TokenSequences(
    tokens: Matrix([[1, 0], [0, 2], [-1, 0], [1, 1], [0, 0]]), targets: [0, 0, 0, 0, 0], length: 1)

  @Test func anglesOfWhichTheValueIsKnown() {
    let limit = Shallow.LimitKernel(sequences)
    func expect(_ n: Int, _ m: Int, first: Double, second: Double) {
      for (i, j) in [(n, m), (m, n)] {
        #expect(abs(limit.first[i, j] - first) < 1e-15 && abs(limit.second[i, j] - second) < 1e-15, "\(n), \(m)")
      }
    }
    expect(0, 0, first: 0.5, second: 0.5)
    expect(1, 1, first: 2, second: 2)
    expect(0, 1, first: 2 / (2 * .pi), second: 0)
    expect(0, 2, first: 0, second: 0)
    // An angle of π/4: (sin + ¾π·cos)/2π with ‖x‖‖x′‖ = √2.
    expect(0, 3, first: (1 + 0.75 * .pi) / (2 * .pi), second: 0.75 * .pi / (2 * .pi))
    for m in 0..<5 { expect(4, m, first: 0, second: 0) }
  }

  @Test func wideNetworksComeNearIt() {
    let data = Shallow.TokenSequences.gaussian(
      count: 6, length: 4, dimension: 8, from: RandomSource(seed: 4, stream: "data")
    ).normalized()
    let draws = Shallow.EncoderWeights.standardNormal(
      width: 20_000, dimension: 8, from: RandomSource(seed: 5, stream: "weights"))
    let encoder = Shallow.Encoder(draws, .ntk, .inv)
    let kernel = Shallow.TangentKernel(encoder, Shallow.EncoderPass(encoder, data))
    let limit = Shallow.LimitKernel(data)
    #expect((kernel.output - limit.first).frobeniusNorm < 0.04 * limit.first.frobeniusNorm)
    #expect((kernel.value - limit.second).frobeniusNorm < 0.04 * limit.second.frobeniusNorm)
    #expect(kernel.attentionShare < 1e-4)
  }
}
