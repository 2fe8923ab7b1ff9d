import Learning
import NumericalCore
import Testing

@testable import Papers

@Suite struct PerceptronLossTests {
  private typealias Room = SharpnessGeneralization

  private let network = SharpnessGeneralization.perceptron(
    Digits.shape, hidden: 12, random: RandomSource(seed: 3, stream: "weights"))
  private let points = Digits.train.batch(0..<40)
  private let labels = Digits.train.labels(of: 0..<40)

  /// ‖a − b‖/‖b‖.
  private func distance(_ a: Tensor<Float>, _ b: Tensor<Float>) -> Float { (a - b).norm / b.norm }

  @Test func agreesWithRecordedOperations() {
    let (value, gradient) = Room.PerceptronLoss(network, points: points, labels: labels)
      .valueAndGradient(network.parameters)
    var pass = network.evaluationPass()
    let recorded = network.valueAndGradient(at: points, pass: &pass) { $0.crossEntropy(labels) }
    #expect(abs(value - Double(recorded.value)) < 1e-6)
    #expect(distance(gradient, recorded.gradient) < 1e-5)
  }

  @Test func agreesWithRecordedOperationsOnNormalisedLogits() {
    let (value, gradient) = Room.PerceptronLoss(network, points: points, labels: labels, isNormalised: true)
      .valueAndGradient(network.parameters)
    var pass = network.evaluationPass()
    let recorded = network.valueAndGradient(at: points, pass: &pass) { logits in
      let centred = logits - logits.mean(along: 1, keepingAxis: true)
      return (centred / centred.normsOfRows().reshaped(to: [40, 1])).crossEntropy(labels)
    }
    #expect(abs(value - Double(recorded.value)) < 1e-6)
    #expect(distance(gradient, recorded.gradient) < 1e-5)
  }

  @Test func valueIsThatOfTheGradient() {
    for isNormalised in [false, true] {
      let loss = Room.PerceptronLoss(network, points: points, labels: labels, isNormalised: isNormalised)
      #expect(loss.value(network.parameters) == loss.valueAndGradient(network.parameters).value)
    }
  }

  @Test func logitsThatVanishHaveTheLossOfChance() {
    let zero = Tensor<Float>([network.parameterCount])
    let loss = Room.PerceptronLoss(network, points: points, labels: labels, isNormalised: true)
    let (value, gradient) = loss.valueAndGradient(zero)
    #expect(abs(value - 2.302585) < 1e-5)
    #expect(gradient.isFinite)
  }
}
