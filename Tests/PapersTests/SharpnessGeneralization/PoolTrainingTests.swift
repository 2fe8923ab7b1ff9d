import Learning
import NumericalCore
import Testing

@testable import Papers

@Suite struct PoolTrainingTests {
  private typealias Room = SharpnessGeneralization

  @Test func stepSizesWarmUpAndFollowACosine() {
    #expect(abs(Room.PoolTraining.factor(0, of: 200) - 0.05) < 1e-15)
    #expect(abs(Room.PoolTraining.factor(100, of: 200) - 0.5) < 1e-12)
    // cos(π/3) = ½
    #expect(abs(Room.PoolTraining.factor(100, of: 300) - 0.75) < 1e-12)
    #expect(Room.PoolTraining.factor(199, of: 200) < 1e-4)
    #expect(Room.PoolTraining.factor(0, of: 1) == 1)
  }

  private func trained(_ training: Room.PoolTraining) throws -> Network<Float> {
    var network = Room.perceptron(Digits.shape, hidden: 8, random: RandomSource(seed: 1, stream: "weights"))
    let batches = BatchSequence(count: 128, size: 64, random: RandomSource(seed: 1, stream: "batches"))
    try training.train(
      &network, on: Digits.train[0..<128], batches: batches, random: RandomSource(seed: 1, stream: "noise"), check: {})
    return network
  }

  /// One step of size η from w is −η·∇L(w + ρ∇L(w)/‖∇L(w)‖).
  @Test func sharpnessAwareStepsUseTheGradientUphill() throws {
    let start = Room.perceptron(Digits.shape, hidden: 8, random: RandomSource(seed: 1, stream: "weights"))
    let end = try trained(.init(stepSize: 0.1, steps: 1, samRadius: 0.3))
    var batches = BatchSequence(count: 128, size: 64, random: RandomSource(seed: 1, stream: "batches"))
    let indices = batches.next()
    func gradient(_ parameters: Tensor<Float>) -> Tensor<Float> {
      var pass = start.evaluationPass()
      return start.with(parameters: parameters).valueAndGradient(at: Digits.train.batch(indices), pass: &pass) {
        $0.crossEntropy(Digits.train.labels(of: indices))
      }.gradient
    }
    let plain = gradient(start.parameters)
    let uphill = gradient(start.parameters + (0.3 / plain.norm) * plain)
    let expected = start.parameters - 0.1 * uphill
    #expect((end.parameters - expected).norm < 1e-5 * uphill.norm)
    #expect((plain - uphill).norm > 0.01 * plain.norm)
  }

  @Test func equalSourcesGiveEqualNetworks() throws {
    let training = Room.PoolTraining(
      stepSize: 0.1, steps: 20, augmentations: [.translation(pixels: 1), .noise(0.1)])
    #expect(try trained(training).parameters == trained(training).parameters)
  }

  @Test func shiftedImagesAreThoseOfTheTest() {
    let conditions = Room.TestConditions.digits(train: Digits.train, noise: RandomSource(seed: 1, stream: "noise"))
    // All weights 0: every logit is 0, and class 0 is the first of the largest.
    let network = Room.perceptron(Digits.shape, hidden: 4, random: RandomSource(seed: 1, stream: "weights"))
    let errors = conditions.errors(of: network.with(parameters: Tensor([network.parameterCount])))
    #expect(errors.train == 1 - 128.0 / 1297)
    #expect(errors.test == 0.9 && errors.shift == 0.9 && errors.noise == 0.9 && errors.contrast == 0.9)
    #expect(errors.outOfDistribution == 0.9 || abs(errors.outOfDistribution - 0.9) < 1e-15)
  }
}
