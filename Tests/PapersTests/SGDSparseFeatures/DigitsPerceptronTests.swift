import Learning
import NumericalCore
import Testing

@testable import Papers

@Suite struct DigitsPerceptronTests {
  /// The step against the gradient of the same network with recorded operations.
  @Test func stepAgreesWithRecordedOperations() {
    let network = Network<Float>(input: [64], random: RandomSource(seed: 1, stream: "net")) {
      Dense(7, activation: .relu)
      Dense(7, activation: .relu)
      Dense(10)
    }
    var perceptron = SparseFeatures.DigitsPerceptron(
      weights: (0..<3).map { network["dense\($0).weights"] }, biases: (0..<3).map { network["dense\($0).bias"] })
    let sample = SparseFeatures.DigitsSample(Digits.train[0..<16])
    #expect(perceptron.activations(sample.inputs).logits == network(sample.inputs))
    var pass = network.trainingPass(RandomSource(seed: 0, stream: "none"))
    let labels = sample.labels.map { Int($0) }
    let gradient = network.valueAndGradient(at: sample.inputs, pass: &pass) { $0.crossEntropy(labels) }.gradient
    perceptron.step(sample.inputs, sample.labels, stepSize: 0.25)
    let expected = (network.parameters + gradient.affine(-0.25)).elements
    let moved = (0..<3).flatMap { perceptron.weights[$0].elements + perceptron.biases[$0].elements }
    #expect(moved.count == expected.count)
    #expect(zip(moved, expected).allSatisfy { abs($0 - $1) < 1e-6 })
    #expect(zip(moved, network.parameters.elements).contains { abs($0 - $1) > 1e-3 })
  }

  @Test func initialScales() {
    let network = SparseFeatures.DigitsPerceptron(
      inputs: 64, hidden: 200, classes: 10, from: RandomSource(seed: 4, stream: "weights"))
    let variances = network.weights.map { Statistics.variance($0.elements.map { Double($0) }) }
    #expect(abs(variances[0] * 32 - 1) < 0.05 && abs(variances[1] * 100 - 1) < 0.05 && abs(variances[2] * 200 - 1) < 0.1)
    #expect(network.biases.allSatisfy { $0.elements.allSatisfy { $0 == 0 } })
  }

  @Test func measures() {
    let sample = SparseFeatures.DigitsSample(Digits.train[0..<10])
    let zeros = Tensor<Float>([10, 10])
    #expect(abs(sample.loss(zeros) - Elementary.log(10)) < 1e-6)
    // The first ten digits are 0, 1, …, 9.
    var right = zeros
    right.withMutableElements { elements in
      for index in 0..<10 { elements[11 * index] = 1 }
    }
    #expect(sample.error(right) == 0 && sample.error(zeros) == 0.9)
  }

  @Test func schedule() {
    var experiment = SparseFeatures.DigitsNetwork()
    experiment.epochs = 25
    let sizes = (0..<25).map { experiment.stepSize(0.3, epoch: $0) }
    #expect(sizes[0..<8].allSatisfy { $0 == 0.5 } && sizes[8..<23].allSatisfy { $0 == 0.05 })
    #expect(sizes[23...].allSatisfy { $0 == 0.005 })
    #expect(experiment.stepSize(nil, epoch: 24) == 0.05)
  }
}
