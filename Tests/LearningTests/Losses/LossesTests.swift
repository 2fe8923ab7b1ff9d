import NumericalCore
import Testing

@testable import Learning

@Suite struct LossesTests {
  private static let z = LayerCheck.ramp([3, 4], 7, 23)
  private static let labels = [1, 3, 0]

  private static func expect(_ found: Variable<Double>, _ expected: [Double], tolerance: Double = 1e-13) {
    #expect(found.shape == [expected.count])
    for (found, expected) in zip(found.value.elements, expected) { #expect(abs(found - expected) < tolerance) }
  }

  /// Against `cross_entropy(…, label_smoothing=0.1)`, `kl_div` and `softplus` of PyTorch 2.
  @Test func valuesAsInPyTorch() {
    let logits = Variable(LossesTests.z)
    LossesTests.expect(
      logits.crossEntropies(LossesTests.labels, smoothing: 0.1),
      [1.9886034588039088, 2.197802483050891, 1.4543399236175456])
    LossesTests.expect(
      Variable(LayerCheck.ramp([3, 4], 5, 13)).divergences(from: logits),
      [0.31303137198902153, 0.3466715672301721, 0.27649511201538673])
    LossesTests.expect(
      logits.sliced(0..<1, along: 1).logisticLosses(signs: [1, -1, 1]),
      [1.3873353251154308, 0.4374879504858856, 0.744396660073571])
  }

  @Test func valuesByHand() {
    let z = Variable(Tensor<Double>([2, 4], elements: [4, 1, 2, 3, 0, 5, 1, -1]))
    LossesTests.expect(z.margins([0, 2]), [-1, 4])
    LossesTests.expect(z.carliniWagner([0, 2], confidence: 0.5), [1, -0.5])
    // The ratios have 1e-12 in their denominators.
    LossesTests.expect(z.logitRatios([0, 2]), [-0.5, 0.8], tolerance: 2e-12)
    LossesTests.expect(z.logitRatios([0, 2], targets: [1, 0]), [-3 / 2.5, -1 / 5.5], tolerance: 2e-12)
    LossesTests.expect(z.squaredErrors(Tensor([2, 4], elements: [4, 1, 2, 1, 0, 5, 1, 0])), [1, 0.25])
    LossesTests.expect(z.crossEntropies(targets: .oneHot([0, 2], classes: 4)) - z.crossEntropies([0, 2]), [0, 0])
  }

  @Test func derivatives() {
    let z = [LossesTests.z]
    let labels = LossesTests.labels
    let targets = GradientCheck.positive([3, 4])
    GradientCheck.expect(z) { $0[0].crossEntropies(labels) }
    GradientCheck.expect(z) { $0[0].crossEntropies(labels, smoothing: 0.2) }
    GradientCheck.expect(z) { $0[0].crossEntropies(targets: targets) }
    GradientCheck.expect(z) { $0[0].squaredErrors(targets) }
    GradientCheck.expect(z) { $0[0].sliced(0..<1, along: 1).logisticLosses(signs: [1, -1, 1]) }
    GradientCheck.expect(z) { $0[0].margins(labels) }
    GradientCheck.expect(z) { $0[0].carliniWagner(labels, confidence: 0.25) }
    GradientCheck.expect(z) { $0[0].logitRatios(labels) }
    GradientCheck.expect(z) { $0[0].logitRatios(labels, targets: [2, 0, 1]) }
    GradientCheck.expect(z + [targets]) { $0[0].divergences(from: $0[1]) }
  }
}
