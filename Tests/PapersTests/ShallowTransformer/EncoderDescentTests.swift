import Experiments
import NumericalCore
import Testing

@testable import Papers

@Suite struct EncoderDescentTests {
  private let context = RunContext(
    experiment: "test", parameters: ResolvedParameters(entries: []), replicate: .single, scale: .quick)

  private func descent(width: Int = 24) -> Shallow.GradientDescent {
    let data = Shallow.TokenSequences.gaussian(
      count: 6, length: 3, dimension: 5, from: RandomSource(seed: 6, stream: "data"))
    let draws = Shallow.EncoderWeights.standardNormal(
      width: width, dimension: 5, from: RandomSource(seed: 7, stream: "weights"))
    return Shallow.GradientDescent(Shallow.Encoder(draws, .lecun, .sqrt), data)
  }

  /// For a vanishing step the loss falls at the rate eᵀ·K·e.
  @Test func smallStepsFollowTheKernel() {
    var descent = descent()
    let start = descent.pass.loss
    let residual = Vector.subtract(descent.pass.values, descent.pass.sequences.targets)
    let rate = Vector.dot(residual, descent.kernel.total * residual)
    descent.advance(by: 1e-7)
    #expect(abs((start - descent.pass.loss) / 1e-7 / rate - 1) < 1e-4)
  }

  @Test func enoughStepsFitTheTargets() throws {
    var descent = descent()
    let start = try Shallow.TrainingStart(descent.encoder, descent.pass.sequences)
    let curve = try descent.run(steps: 2000, stepSize: start.stepSize(), in: context, part: 0...1)
    #expect(curve.losses.count == 2001 && curve.isMonotone && curve.ratio < 1e-6)
    #expect(curve.staysBelow(rate: start.stepSize() * start.alphaSquared / 2))
    #expect(start.smallestEigenvalue >= start.alphaSquared && start.alphaSquared > 0)
    #expect(abs(start.stepSize(0.25) * start.largestEigenvalue - 0.25) < 1e-15)
  }

  @Test func divergenceEndsTheRun() throws {
    var descent = descent()
    let curve = try descent.run(steps: 500, stepSize: 1e6, in: context, part: 0...1)
    #expect(curve.losses.count < 501 && curve.ratio.isNaN && !curve.isMonotone && !curve.staysBelow(rate: 0.1))
  }

  @Test func geometricLosses() {
    let curve = Shallow.LossCurve(losses: (0...1000).map { 4 * Elementary.exp(-0.01 * Double($0)) }, steps: 1000)
    let rate = 1 - Elementary.exp(-0.01)
    #expect(curve.isMonotone && abs(curve.ratio - Elementary.exp(-10)) < 1e-15)
    #expect(abs(curve.tailFit.slope + 0.01) < 1e-12 && curve.tailFit.count == 501 && curve.tailFit.rSquared > 1 - 1e-12)
    #expect(curve.staysBelow(rate: 0.99 * rate) && !curve.staysBelow(rate: 1.01 * rate))
    #expect(abs(curve.bound(rate: 0.5, at: 3) - 0.5) < 1e-14)
    let times = curve.thinned
    #expect(
      times.count == 200 && times.first == 0 && times.last == 1000
        && zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Shallow.LossCurve(losses: [2, 1], steps: 1).thinned == [0, 1])
    #expect(!Shallow.LossCurve(losses: [2, 1, 1.1], steps: 2).isMonotone)
  }
}
